/* Clips as stereo, once or round and round. */

#include "mix/clips.h"

#include "mix/ramps.h"
#include "sound/stream.h"

#include <math.h>
#include <string.h>

#define QUARTER_TURN 1.57079632679489662f

void clip_read(const struct clip *clip, enum clip_reader reader, int64_t frame,
               float *stereo, uint32_t frames)
{
  const size_t channels = (size_t)clip->channels;
  if (clip->stream) {
    stream_read(clip->stream, reader, frame, stereo, frames);
  } else {
    memcpy(stereo, clip->samples + (size_t)frame * channels,
           frames * channels * sizeof(float));
  }
  if (channels == 1) {
    for (uint32_t i = frames; i-- > 0;) {
      stereo[2 * i] = stereo[2 * i + 1] = stereo[i];
    }
  }
}

/* Adds the start of the clip to its end with constant power. */
static void fade_over(const struct clip *clip, int64_t into, float *stereo,
                      uint32_t frames)
{
  float start[2 * QUANTUM];
  clip_read(clip, READER_LOOP, into, start, frames);
  for (uint32_t i = 0; i < frames; i++) {
    const float turn =
        QUARTER_TURN * (float)(into + i) / (float)clip->seam_frames;
    const float in = sinf(turn);
    const float out = cosf(turn);
    stereo[2 * i] = stereo[2 * i] * out + start[2 * i] * in;
    stereo[2 * i + 1] = stereo[2 * i + 1] * out + start[2 * i + 1] * in;
  }
}

int64_t clip_read_loop(const struct clip *clip, int64_t frame, float *stereo,
                       uint32_t frames)
{
  const int64_t seam = clip->frames - clip->seam_frames;
  while (frames) {
    const int64_t border = frame < seam ? seam : clip->frames;
    const int64_t left = border - frame;
    const uint32_t piece = left < frames ? (uint32_t)left : frames;
    clip_read(clip, READER_LOOP, frame, stereo, piece);
    if (frame >= seam) {
      fade_over(clip, frame - seam, stereo, piece);
    }
    frame += piece;
    frame = frame < clip->frames ? frame : clip->seam_frames;
    stereo += 2 * (size_t)piece;
    frames -= piece;
  }
  return frame;
}

void clip_prepare(const struct clip *clip, enum clip_reader reader,
                  int64_t frame)
{
  if (clip->stream) {
    stream_prepare(clip->stream, reader, frame);
  }
}
