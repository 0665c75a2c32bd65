/* Far jumps in long sounds: short, and to the right place, in every format;
   never by the word of a file that is damaged or another one by now. */

#include "unit.h"

#include "sound/stream.h"
#include "sound/stream_parts.h"
#include "support/sound_room.h"

#include <math.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define SECOND ((int64_t)FRAME_RATE)

/* What a block of the virtual device takes, and a round of refilling. */
#define BLOCK (FRAME_RATE / 100)

/* A hang fails the test instead of holding it up. */
#define WATCHDOG_SECONDS 250

static int set_up(void **state)
{
  alarm(WATCHDOG_SECONDS);
  return sound_room_set_up(state);
}

static int tear_down(void **state)
{
  const int result = sound_room_tear_down(state);
  alarm(0);
  return result;
}

static const struct clip *find(struct sound_room *room, const char *name)
{
  const struct clip *clip;
  assert_int_equal(sound_store_find(room->store, name, room->beside, &clip),
                   STATUS_OK);
  assert_non_null(clip->stream);
  assert_int_equal(clip->channels, 1);
  return clip;
}

/* The whole sound, decoded forward; the caller frees it. */
static float *read_forward(struct sound_room *room, const struct clip *clip)
{
  float *samples = malloc((size_t)clip->frames * sizeof(*samples));
  for (int64_t frame = 0; frame < clip->frames; frame += SECOND) {
    const int64_t left = clip->frames - frame;
    sound_store_refill(room->store);
    stream_read(clip->stream, 0, frame, samples + frame,
                (uint32_t)(left < SECOND ? left : SECOND));
  }
  assert_int_equal(stream_missing_frames(clip->stream), 0);
  return samples;
}

/* Reads on for a second and a half from `frame` as a device would, block by
   block; returns the blocks that were silent, after which everything must be as
   it was decoded forward. */
static int jump(struct sound_room *room, const struct clip *clip, int64_t frame,
                const float *forward)
{
  float samples[BLOCK];
  const int64_t missing = stream_missing_frames(clip->stream);
  int64_t silent = 0;
  int settled = 0;
  double energy = 0;
  double error = 0;
  for (int i = 0; i < 150 || settled < 100; i++, frame += BLOCK) {
    assert_in_range(i, 0, 3000);
    sound_store_refill(room->store);
    stream_read(clip->stream, 0, frame, samples, BLOCK);
    const int64_t now = stream_missing_frames(clip->stream) - missing;
    settled = now == silent ? settled + 1 : 0;
    silent = now;
    /* The first 30 ms rise. */
    for (int j = 0; settled > 4 && j < BLOCK; j++) {
      const double there = (double)forward[frame + j];
      energy += there * there;
      error += (there - (double)samples[j]) * (there - (double)samples[j]);
    }
  }
  assert_true(energy > 1);
  if (!(error < 1e-6 * energy)) {
    fail_msg("%.1f dB beside the place", 10 * log10(error / energy));
  }
  return (int)(silent / BLOCK);
}

static const struct {
  const char *name;
  int format;
  int rate;
} kinds[] = {
    {"a.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000},
    {"c.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 22050},
    {"d.ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS, 44100},
    {"e.opus", SF_FORMAT_OGG | SF_FORMAT_OPUS, 48000},
    {"f.mp3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, 44100},
};

#define KINDS (sizeof(kinds) / sizeof(*kinds))

/* Nine tenths of the file, under another name. */
static void cut(const struct sound_room *room, const char *name)
{
  char whole[200];
  char path[200];
  snprintf(whole, sizeof(whole), "%s/%s", room->folder, name);
  snprintf(path, sizeof(path), "%s/cut-%s", room->folder, name);
  assert_int_equal(rename(whole, path), 0);
  FILE *file = fopen(path, "rb");
  assert_int_equal(fseek(file, 0, SEEK_END), 0);
  assert_int_equal(truncate(path, ftell(file) * 9 / 10), 0);
  fclose(file);
}

/* A decoder may hang where it looks for a place in what is left of a file (an
   Opus file does): the place is reached all the same. */
static void jump_where_it_was_cut(struct sound_room *room, const char *name,
                                  const float *forward)
{
  char path[200];
  snprintf(path, sizeof(path), "cut-%s", name);
  const struct clip *clip = find(room, path);
  assert_true(clip->frames > 60 * SECOND && clip->frames < 70 * SECOND);
  jump(room, clip, 58 * SECOND, forward);
  jump(room, clip, 41 * SECOND, forward);
}

static void jumps_lead_to_the_place_in_every_format(void **state)
{
  struct sound_room *room = *state;
  static const int64_t places[] = {59 * SECOND + 77, 19 * SECOND, 40 * SECOND,
                                   21 * SECOND + 4711, 5 * SECOND};
  for (size_t i = 0; i < KINDS; i++) {
    make_sweep(room->folder, kinds[i].name, kinds[i].format, kinds[i].rate, 72);
    const struct clip *clip = find(room, kinds[i].name);
    for (int mark = 1; mark <= 3; mark++) {
      assert_true(clip->stream->marks.proved[mark]);
    }
    float *forward = read_forward(room, clip);
    for (size_t j = 0; j < sizeof(places) / sizeof(*places); j++) {
      assert_in_range(jump(room, clip, places[j], forward), 0, 4);
    }
    cut(room, kinds[i].name);
    jump_where_it_was_cut(room, kinds[i].name, forward);
    free(forward);
  }
}

/* Five minutes decode in thirty rounds. */
static void a_far_jump_is_as_short_as_a_near_one(void **state)
{
  struct sound_room *room = *state;
  make_sweep(room->folder, "far.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 8000,
             300);
  const struct clip *clip = find(room, "far");
  float *forward = read_forward(room, clip);
  const int64_t places[] = {278, 12, 270, 150};
  for (int i = 0; i < 4; i++) {
    assert_in_range(jump(room, clip, places[i] * SECOND, forward), 0, 4);
  }
  free(forward);
}

/* Marks of one file say nothing about another that took its name. */
static void another_file_is_decoded_forward(void **state)
{
  struct sound_room *room = *state;
  const int format = SF_FORMAT_FLAC | SF_FORMAT_PCM_16;
  make_sweep(room->folder, "one.flac", format, 8000, 150);
  make_sweep(room->folder, "other.flac", format, 16000, 150);
  const struct clip *one = find(room, "one");
  float *other = read_forward(room, find(room, "other"));
  char paths[2][200];
  snprintf(paths[0], sizeof(paths[0]), "%s/other.flac", room->folder);
  snprintf(paths[1], sizeof(paths[1]), "%s/one.flac", room->folder);
  assert_int_equal(rename(paths[0], paths[1]), 0);
  assert_in_range(jump(room, one, 140 * SECOND, other), 10, 20);
  assert_in_range(jump(room, one, 100 * SECOND, other), 7, 15);
  free(other);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(jumps_lead_to_the_place_in_every_format),
      TEST(a_far_jump_is_as_short_as_a_near_one),
      TEST(another_file_is_decoded_forward),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
