/* The session clock: places, pauses, jumps, added time and waits. */

#include "unit.h"

#include "support/mixing.h"

#include <math.h>
#include <stdlib.h>

#define MIDDLE 0.70710678f

static struct mix_status status_of(struct mixing *mixing)
{
  struct mix_status status;
  mixer_read_status(mixing->mixer, &status);
  return status;
}

/* The first frame at which the left channel sounds. */
static int64_t onset(const float *stereo, int64_t frames)
{
  for (int64_t i = 0; i < frames; i++) {
    if (fabsf(stereo[2 * i]) > 1e-6f) {
      return i;
    }
  }
  return -1;
}

static void every_voice_stands_at_its_frame(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  const struct clip *clip = mixing_level(&mixing, 100, 1, 0.5f);
  const int64_t starts[] = {0, 1000, 1777, 48001, 90007};
  for (int i = 0; i < 5; i++) {
    mixing_add(&mixing, EVENT_SAY, starts[i], clip);
  }
  mixing_begin(&mixing, false);
  const int64_t frames = score_frames(mixing.score);
  assert_int_equal(frames, 90107);
  float *stereo = mixing_render(&mixing, frames);
  for (int i = 0; i < 5; i++) {
    const float *first = stereo + 2 * starts[i];
    assert_true(fabsf(first[0] - 0.5f * MIDDLE) < 1e-6f);
    assert_true(fabsf(first[1] - 0.5f * MIDDLE) < 1e-6f);
    assert_true(fabsf(first[198] - 0.5f * MIDDLE) < 1e-6f);
    if (i < 4) {
      assert_true(first[200] == 0.0f);
    }
    if (i > 0) {
      assert_true(first[-1] == 0.0f);
    }
  }
  free(stereo);
  mixing_finish(&mixing);
}

static void the_session_ends_once(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  mixing_add(&mixing, EVENT_SAY, 0, mixing_level(&mixing, 9600, 1, 0.5f));
  mixing_begin(&mixing, false);
  assert_int_equal(status_of(&mixing).clock, MIX_CLOCK_PAUSED);
  free(mixing_render(&mixing, 9600));
  assert_int_equal(status_of(&mixing).clock, MIX_CLOCK_RUNNING);
  free(mixing_render(&mixing, 480));
  assert_int_equal(status_of(&mixing).clock, MIX_CLOCK_ENDED);
  assert_int_equal(status_of(&mixing).session_frame, 9600);
  mixing_finish(&mixing);
}

static void a_pause_keeps_the_place(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  mixing_add(&mixing, EVENT_SAY, 0, mixing_level(&mixing, 96000, 1, 0.5f));
  mixing_begin(&mixing, false);
  free(mixing_render(&mixing, 10000));
  mixing_send(&mixing, MIX_PAUSE);
  float *pausing = mixing_render(&mixing, 48000);
  assert_true(pausing[2 * 2000] == 0.0f);
  const struct mix_status paused = status_of(&mixing);
  assert_int_equal(paused.clock, MIX_CLOCK_PAUSED);
  assert_in_range(paused.session_frame, 10000 + 1440, 10000 + 1440 + 260);
  free(mixing_render(&mixing, 48000));
  assert_int_equal(status_of(&mixing).session_frame, paused.session_frame);
  mixing_send(&mixing, MIX_RUN);
  float *running = mixing_render(&mixing, 4800);
  assert_true(mixing_largest_step(running, 0, 4800) < 0.002f);
  assert_true(fabsf(running[2 * 4000] - 0.5f * MIDDLE) < 1e-6f);
  free(pausing);
  free(running);
  mixing_finish(&mixing);
}

/* What the device holds when it is full: see FIRST_BUFFER_MS. */
#define DEVICE_FRAMES 1980

static void a_key_is_silence_within_80_ms(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  mixing_add(&mixing, EVENT_SAY, 0, mixing_level(&mixing, 4800000, 1, 0.5f));
  mixing_begin(&mixing, false);
  int64_t slowest = 0;
  for (int64_t i = 0; i < 60; i++) {
    free(mixing_render(&mixing, 4800 + i * 17));
    mixing_send(&mixing, MIX_PAUSE);
    float *stereo = mixing_render(&mixing, 4800);
    int64_t silent = 4800;
    while (stereo[2 * (silent - 1)] == 0.0f) {
      silent--;
    }
    slowest = silent > slowest ? silent : slowest;
    free(stereo);
    mixing_send(&mixing, MIX_RUN);
  }
  assert_in_range(slowest, 1440, 80 * FRAME_RATE / 1000 - DEVICE_FRAMES);
  mixing_finish(&mixing);
}

static void a_seek_goes_to_the_frame(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  const struct clip *clip = mixing_level(&mixing, 100, 1, 0.5f);
  mixing_add(&mixing, EVENT_SAY, 0, clip);
  mixing_add(&mixing, EVENT_SAY, 480000, clip);
  mixing_begin(&mixing, false);
  free(mixing_render(&mixing, 24000));
  mixing_seek(&mixing, 480000 - 1000);
  float *stereo = mixing_render(&mixing, 4800);
  const int64_t at = onset(stereo, 4800);
  assert_in_range(at, 1000, 1300);
  free(stereo);
  mixing_finish(&mixing);
}

static void added_time_waits_for_a_gap(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  const struct clip *clip = mixing_level(&mixing, 9600, 1, 0.5f);
  mixing_add(&mixing, EVENT_SAY, 0, clip);
  mixing_add(&mixing, EVENT_SAY, 19200, clip);
  mixing_begin(&mixing, false);
  float *begun = mixing_render(&mixing, 4800);
  const struct mix_message more = {.kind = MIX_INSERT, .frames = 12345};
  assert_true(mixer_send(mixing.mixer, &more));
  assert_true(mixer_send(mixing.mixer, &more));
  float *stereo = mixing_render(&mixing, 48000);
  const int64_t gap = 9600 - 4800;
  assert_true(fabsf(stereo[2 * (gap - 1)] - 0.5f * MIDDLE) < 1e-6f);
  assert_true(stereo[2 * gap] == 0.0f);
  const int64_t again = gap + onset(stereo + 2 * gap, 40000);
  assert_int_equal(again, 19200 - 4800 + 2 * 12345);
  assert_int_equal(status_of(&mixing).inserted_frames, 0);
  free(begun);
  free(stereo);
  mixing_finish(&mixing);
}

static void an_armed_wait_holds_the_session(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  const struct clip *clip = mixing_level(&mixing, 100, 1, 0.5f);
  mixing_add_span(&mixing, EVENT_WAIT, 10000, 480000);
  mixing_add(&mixing, EVENT_SAY, 490000, clip);
  mixing_begin(&mixing, false);
  const struct mix_message arm = {.kind = MIX_ARM_WAITS, .flag = true};
  assert_true(mixer_send(mixing.mixer, &arm));
  free(mixing_render(&mixing, 20000));
  assert_int_equal(status_of(&mixing).clock, MIX_CLOCK_WAITING);
  assert_int_equal(status_of(&mixing).session_frame, 10000);
  mixing_send(&mixing, MIX_RUN);
  free(mixing_render(&mixing, 20000));
  assert_int_equal(status_of(&mixing).session_frame, 10000);
  mixing_seek(&mixing, 490000);
  float *stereo = mixing_render(&mixing, 4800);
  assert_in_range(onset(stereo, 4800), 0, 300);
  free(stereo);
  mixing_finish(&mixing);
}

static void an_unarmed_wait_takes_its_time(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  mixing_add_span(&mixing, EVENT_WAIT, 10000, 48000);
  mixing_add(&mixing, EVENT_SAY, 58000, mixing_level(&mixing, 99, 1, 0.5f));
  mixing_begin(&mixing, false);
  float *stereo = mixing_render(&mixing, 60000);
  assert_int_equal(onset(stereo, 60000), 58000);
  free(stereo);
  mixing_finish(&mixing);
}

static void an_answer_waits_for_the_voice_to_fade(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  mixing_add(&mixing, EVENT_SAY, 0, mixing_level(&mixing, 480000, 1, 0.25f));
  const struct clip *answer = mixing_level(&mixing, 9600, 1, 0.5f);
  mixing_begin(&mixing, false);
  free(mixing_render(&mixing, 10000));
  mixing_send(&mixing, MIX_STAND);
  const struct mix_message play = {
      .kind = MIX_ANSWER, .clip = answer, .gain = 1.0f};
  assert_true(mixer_send(mixing.mixer, &play));
  float *stereo = mixing_render(&mixing, 20000);
  assert_true(status_of(&mixing).messages_applied ==
              mixer_messages_sent(mixing.mixer));
  int64_t quiet = 0;
  while (stereo[2 * quiet] > 1e-4f) {
    quiet++;
  }
  assert_in_range(quiet, 1400, 1440 + 260);
  assert_true(fabsf(stereo[2 * (quiet + 200)] - 0.5f * MIDDLE) < 1e-5f);
  assert_false(status_of(&mixing).answering);
  free(stereo);
  mixing_finish(&mixing);
}

static void a_repaired_mixer_is_paused_where_it_was(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  mixing_add(&mixing, EVENT_SAY, 0, mixing_level(&mixing, 96000, 1, 0.5f));
  mixing_begin(&mixing, false);
  free(mixing_render(&mixing, 10000));
  const struct mix_status before = status_of(&mixing);
  mixer_repair(mixing.mixer);
  float *paused = mixing_render(&mixing, 4800);
  assert_true(mixing_level_db(paused, 0, 0, 4800) < -200.0);
  assert_int_equal(status_of(&mixing).clock, MIX_CLOCK_PAUSED);
  assert_int_equal(status_of(&mixing).session_frame, before.session_frame);
  mixing_send(&mixing, MIX_RUN);
  float *running = mixing_render(&mixing, 4800);
  assert_true(mixing_largest_step(running, 0, 4800) < 0.002f);
  assert_true(running[2 * 4000] > 0.3f);
  free(paused);
  free(running);
  mixing_finish(&mixing);
}

static void a_full_queue_refuses(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  mixing_begin(&mixing, false);
  const struct mix_message message = {.kind = MIX_STAND};
  for (int i = 2; i < 256; i++) {
    assert_true(mixer_send(mixing.mixer, &message));
  }
  assert_false(mixer_send(mixing.mixer, &message));
  free(mixing_render(&mixing, 48));
  assert_int_equal(status_of(&mixing).messages_applied, 256);
  assert_true(mixer_send(mixing.mixer, &message));
  mixing_finish(&mixing);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_voice_stands_at_its_frame),
      cmocka_unit_test(the_session_ends_once),
      cmocka_unit_test(a_pause_keeps_the_place),
      cmocka_unit_test(a_key_is_silence_within_80_ms),
      cmocka_unit_test(a_seek_goes_to_the_frame),
      cmocka_unit_test(added_time_waits_for_a_gap),
      cmocka_unit_test(an_armed_wait_holds_the_session),
      cmocka_unit_test(an_unarmed_wait_takes_its_time),
      cmocka_unit_test(an_answer_waits_for_the_voice_to_fade),
      cmocka_unit_test(a_repaired_mixer_is_paused_where_it_was),
      cmocka_unit_test(a_full_queue_refuses),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
