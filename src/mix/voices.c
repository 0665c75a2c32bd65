/* What sounds once at its place. Nothing is remembered between two calls. */

#include "mix/voices.h"

#include "mix/clips.h"
#include "mix/lookup.h"
#include "mix/slew.h"

#define EDGE_IN 48   /* 1 ms */
#define EDGE_OUT 240 /* 5 ms */

/* Straight up and down at the ends of a sound that may have no fades. */
static float edge_gain(const struct score_voice *voice, int64_t frame)
{
  const int64_t begun = frame - voice->start_frame;
  const int64_t left = voice->end_frame - frame;
  const float in = begun < EDGE_IN ? (float)begun / EDGE_IN : 1.0f;
  const float out = left < EDGE_OUT ? (float)left / EDGE_OUT : 1.0f;
  return in < out ? in : out;
}

static void add_voice(const struct score_voice *voice, bool mono, int64_t frame,
                      uint32_t frames, float *stereo)
{
  float sound[2 * QUANTUM];
  clip_read(voice->clip, READER_ONCE, frame - voice->start_frame, sound,
            frames);
  const float left = mono ? voice->centre : voice->left;
  const float right = mono ? voice->centre : voice->right;
  for (uint32_t i = 0; i < frames; i++) {
    const float edge = voice->soft_edges ? edge_gain(voice, frame + i) : 1.0f;
    stereo[2 * i] += left * edge * sound[2 * i];
    stereo[2 * i + 1] += right * edge * sound[2 * i + 1];
  }
}

void voices_add(const struct score *score, bool mono, int64_t frame,
                uint32_t frames, float *stereo)
{
  const int64_t end = frame + frames;
  size_t i = lookup_voice(score, frame);
  for (; i < score->voice_count && score->voices[i].start_frame < end; i++) {
    const struct score_voice *voice = &score->voices[i];
    const int64_t from =
        voice->start_frame > frame ? voice->start_frame : frame;
    const int64_t to = voice->end_frame < end ? voice->end_frame : end;
    if (from < to) {
      add_voice(voice, mono, from, (uint32_t)(to - from),
                stereo + 2 * (size_t)(from - frame));
    }
  }
}

void voices_prepare(const struct score *score, int64_t frame)
{
  size_t i = lookup_voice(score, frame);
  for (; score && i < score->voice_count; i++) {
    const struct score_voice *voice = &score->voices[i];
    if (voice->start_frame > frame) {
      break;
    }
    if (voice->end_frame > frame) {
      clip_prepare(voice->clip, READER_ONCE, frame - voice->start_frame);
    }
  }
}
