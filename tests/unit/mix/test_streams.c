/* Long sounds in a session, on a virtual device: a jump into the middle of one
   loses nothing while an answer is being spoken, little without one, and is
   never heard to click. */

#include "unit.h"

#include "output/clock.h"
#include "sound/store.h"
#include "sound/stream.h"
#include "support/mixing.h"
#include "support/sound_files.h"

#include <math.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SECOND ((int64_t)FRAME_RATE)
#define LENGTH 200

/* The sweep rises to 300 Hz at most, and peaks at a half. */
#define LARGEST_STEP (0.5f * 6.2832f * 300.0f / FRAME_RATE)

struct room {
  struct mixing mixing;
  struct sound_store *store;
  struct output *output;
  char *folder;
  const struct clip *clip;
};

static void render(void *context, float *stereo, uint32_t frames)
{
  mixer_render(context, stereo, frames);
}

static bool refill(void *context)
{
  return sound_store_refill(context);
}

static int set_up(void **state)
{
  struct room *room = calloc(1, sizeof(*room));
  mixing_init(&room->mixing);
  room->folder = make_folder();
  make_sweep(room->folder, "long.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 8000,
             LENGTH);
  assert_int_equal(sound_store_create(room->mixing.pool, &room->store),
                   STATUS_OK);
  char beside[100];
  snprintf(beside, sizeof(beside), "%s/x.routine", room->folder);
  assert_int_equal(sound_store_find(room->store, "long", beside, &room->clip),
                   STATUS_OK);
  mixing_add(&room->mixing, EVENT_SOUND, 0, room->clip);
  mixing_begin(&room->mixing, false);
  const struct output_source source = {.render = render,
                                       .context = room->mixing.mixer,
                                       .refill = refill,
                                       .refill_context = room->store};
  assert_int_equal(clock_create(source, FRAME_RATE / 100, &room->output),
                   STATUS_OK);
  assert_int_equal(output_start(room->output), STATUS_OK);
  *state = room;
  return 0;
}

static int tear_down(void **state)
{
  struct room *room = *state;
  output_destroy(room->output);
  sound_store_destroy(room->store);
  mixing_finish(&room->mixing);
  remove_folder(room->folder);
  free(room);
  return 0;
}

/* The next frames, in one piece; the caller frees them. */
static float *play(struct room *room, int64_t frames)
{
  int64_t made;
  clock_advance(room->output, frames);
  const float *samples = clock_samples(room->output, &made);
  assert_int_equal(made, frames);
  float *copy = malloc(2 * (size_t)frames * sizeof(*copy));
  return memcpy(copy, samples, 2 * (size_t)frames * sizeof(*copy));
}

/* Frames in which the left ear hears nothing for 10 ms or more. */
static int64_t silence(const float *stereo, int64_t frames)
{
  int64_t silent = 0;
  int64_t run = 0;
  for (int64_t i = 0; i < frames; i++) {
    run = fabsf(stereo[2 * i]) < 1e-4f ? run + 1 : 0;
    silent += run == FRAME_RATE / 100 ? run : run > FRAME_RATE / 100;
  }
  return silent;
}

/* As after the keys for the next step or back: the session stands where it is
   to go on, and is told to run when the answer is over. */
static void nothing_is_lost_where_an_answer_comes_first(void **state)
{
  struct room *room = *state;
  static const int64_t places[] = {190, 97, 30, 160};
  free(play(room, SECOND));
  for (int i = 0; i < 4; i++) {
    mixing_send(&room->mixing, MIX_STAND);
    mixing_seek(&room->mixing, places[i] * SECOND + 77);
    free(play(room, SECOND));
    mixing_send(&room->mixing, MIX_RUN);
    float *stereo = play(room, SECOND);
    assert_int_equal(silence(stereo, SECOND), 0);
    assert_true(mixing_largest_step(stereo, 0, SECOND) < LARGEST_STEP);
    free(stereo);
  }
  assert_int_equal(stream_missing_frames(room->clip->stream), 0);
}

/* As a media player seeks: the fade out of 30 ms, and what two rounds of
   reading ahead take. */
static void little_is_lost_where_none_does(void **state)
{
  struct room *room = *state;
  static const int64_t places[] = {190, 79, 38, 150};
  free(play(room, SECOND));
  for (int i = 0; i < 4; i++) {
    mixing_seek(&room->mixing, places[i] * SECOND + 77);
    float *stereo = play(room, SECOND);
    assert_in_range(silence(stereo, SECOND), 0, SECOND / 20);
    assert_true(mixing_largest_step(stereo, 0, SECOND) < LARGEST_STEP);
    free(stereo);
  }
}

/* Reading ahead stops for longer than it is ahead, as on a disk that hangs, and
   goes on: what breaks off and what comes back have no edges. */
static void a_gap_does_not_click(void **state)
{
  struct room *room = *state;
  float *stereo = calloc(2 * 40 * (size_t)SECOND, sizeof(*stereo));
  int64_t frames = 0;
  for (int i = 0; i < 4000; i++, frames += FRAME_RATE / 100) {
    if (i % 1000 < 500) {
      sound_store_refill(room->store);
    }
    mixer_render(room->mixing.mixer, stereo + 2 * frames, FRAME_RATE / 100);
  }
  assert_in_range(stream_missing_frames(room->clip->stream), 6 * SECOND,
                  12 * SECOND);
  assert_true(mixing_largest_step(stereo, 0, frames) < LARGEST_STEP);
  free(stereo);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(nothing_is_lost_where_an_answer_comes_first),
      TEST(little_is_lost_where_none_does),
      TEST(a_gap_does_not_click),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
