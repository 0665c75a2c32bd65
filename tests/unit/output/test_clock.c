/* The virtual device: time passes as told, and what is lost comes back
   paused. */

#include "unit.h"

#include "output/clock.h"
#include "support/mixing.h"

static void render(void *context, float *stereo, uint32_t frames)
{
  mixer_render(context, stereo, frames);
}

static void repair(void *context, void *refill_context)
{
  (void)refill_context;
  mixer_repair(context);
}

static struct output *open_clock(struct mixing *mixing)
{
  mixing_init(mixing);
  mixing_add(mixing, EVENT_SAY, 0, mixing_level(mixing, 480000, 1, 0.5f));
  mixing_begin(mixing, false);
  const struct output_source source = {
      .render = render, .context = mixing->mixer, .repair = repair};
  struct output *output;
  assert_int_equal(clock_create(source, 480, &output), STATUS_OK);
  return output;
}

static void blocks_are_pulled_as_time_passes(void **state)
{
  (void)state;
  struct mixing mixing;
  struct output *output = open_clock(&mixing);
  assert_int_equal(output_start(output), STATUS_OK);
  clock_advance(output, 500);
  int64_t frames;
  assert_non_null(clock_samples(output, &frames));
  assert_int_equal(frames, 960);
  clock_advance(output, 460);
  clock_samples(output, &frames);
  assert_int_equal(frames, 0);
  clock_advance(output, 1);
  struct output_status status;
  output_read_status(output, &status);
  assert_int_equal(status.delivered_frames, 1440);
  assert_int_equal(status.state, OUTPUT_RUNNING);
  output_destroy(output);
  mixing_finish(&mixing);
}

static void a_lost_device_keeps_the_place(void **state)
{
  (void)state;
  struct mixing mixing;
  struct output *output = open_clock(&mixing);
  assert_int_equal(output_start(output), STATUS_OK);
  clock_advance(output, 9600);
  struct mix_status before;
  mixer_read_status(mixing.mixer, &before);
  clock_set_lost(output, true);
  output_poll(output);
  clock_advance(output, 9600);
  struct output_status status;
  output_read_status(output, &status);
  assert_int_equal(status.state, OUTPUT_LOST);
  assert_int_equal(status.losses, 1);
  assert_int_equal(status.delivered_frames, 9600);
  clock_set_lost(output, false);
  output_poll(output);
  clock_advance(output, 9600);
  struct mix_status after;
  mixer_read_status(mixing.mixer, &after);
  assert_int_equal(after.clock, MIX_CLOCK_PAUSED);
  assert_int_equal(after.session_frame, before.session_frame);
  output_stop(output);
  output_destroy(output);
  mixing_finish(&mixing);
}

static void a_missing_device_cannot_start(void **state)
{
  (void)state;
  struct mixing mixing;
  struct output *output = open_clock(&mixing);
  clock_set_lost(output, true);
  assert_int_equal(output_start(output), STATUS_NO_DEVICE);
  output_destroy(output);
  output_destroy(NULL);
  mixing_finish(&mixing);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(blocks_are_pulled_as_time_passes),
      cmocka_unit_test(a_lost_device_keeps_the_place),
      cmocka_unit_test(a_missing_device_cannot_start),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
