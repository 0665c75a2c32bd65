/* The speaker where there is no device, or one that keeps no time. What it
   does on a device is tested in tests/live. */

#include "unit.h"

#include "output/speaker.h"
#include "support/mixing.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void render(void *context, float *stereo, uint32_t frames)
{
  mixer_render(context, stereo, frames);
}

/* ALSA reads this and nothing else; no server answers. */
static void configure(const char *text)
{
  char path[] = "/tmp/supine-asound-XXXXXX";
  const int file = mkstemp(path);
  assert_true(file >= 0);
  assert_true(dprintf(file, "%s\n", text) > 0);
  close(file);
  setenv("ALSA_CONFIG_PATH", path, 1);
  setenv("PULSE_SERVER", "unix:/nonexistent/supine", 1);
  setenv("JACK_NO_START_SERVER", "1", 1);
}

static void leave_no_trace(void)
{
  unlink(getenv("ALSA_CONFIG_PATH"));
}

static enum status try_to_start(int64_t *session_frame)
{
  struct mixing mixing;
  mixing_init(&mixing);
  mixing_add_span(&mixing, EVENT_PAUSE, 0, 480000);
  mixing_begin(&mixing, false);
  const struct output_source source = {.render = render,
                                       .context = mixing.mixer};
  const struct speaker_options options = {.device = NULL};
  struct output *output;
  assert_int_equal(speaker_create(mixing.pool, &options, source, &output),
                   STATUS_OK);
  const enum status status = output_start(output);
  struct mix_status mix;
  mixer_read_status(mixing.mixer, &mix);
  *session_frame = mix.session_frame;
  output_destroy(output);
  mixing_finish(&mixing);
  return status;
}

static void no_device_is_said(void **state)
{
  (void)state;
  configure("");
  int64_t frame;
  assert_int_equal(try_to_start(&frame), STATUS_NO_DEVICE);
  assert_int_equal(frame, 0);
  char **names;
  size_t count;
  assert_int_equal(speaker_list_devices(&names, &count), STATUS_NO_DEVICE);
  leave_no_trace();
}

static void a_device_without_time_is_none(void **state)
{
  (void)state;
  configure("pcm.!default { type null }\nctl.!default { type null }\n"
            "defaults.pcm.card 0\n");
  char **names;
  size_t count;
  assert_int_equal(speaker_list_devices(&names, &count), STATUS_OK);
  assert_int_equal(count, 1);
  assert_string_equal(names[0], "default");
  free(names[0]);
  free(names);
  int64_t frame;
  assert_int_equal(try_to_start(&frame), STATUS_NO_DEVICE);
  assert_int_equal(frame, 0);
  leave_no_trace();
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_device_is_said),
      cmocka_unit_test(a_device_without_time_is_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
