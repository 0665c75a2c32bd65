/* A process that renders is killed at whatever instruction, again and again:
   the place, the messages and the sound survive. */

#include "unit.h"

#include "support/mixing.h"

#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS 100
#define SESSION (120 * FRAME_RATE)
#define MIDDLE 0.70710678f

/* Every sample tells its frame. */
static const struct clip *numbered(struct mixing *mixing)
{
  const struct clip *clip = mixing_level(mixing, SESSION, 1, 0.0f);
  float *samples = (float *)(uintptr_t)clip->samples;
  for (int64_t i = 0; i < SESSION; i++) {
    samples[i] = (float)(i + 1) / 16777216.0f;
  }
  return clip;
}

static struct mix_status status_of(struct mixing *mixing)
{
  struct mix_status status;
  mixer_read_status(mixing->mixer, &status);
  return status;
}

/* Renders for ever; the parent puts an end to it. */
static pid_t fork_renderer(struct mixing *mixing, uint32_t block)
{
  const pid_t process = fork();
  if (process == 0) {
    float stereo[2 * 1000];
    for (;;) {
      mixer_render(mixing->mixer, stereo, block);
    }
  }
  return process;
}

static void wait_randomly(uint32_t *seed)
{
  const struct timespec time = {0,
                                (long)(1000 + mixing_random(seed) % 1000000)};
  nanosleep(&time, NULL);
}

/* What the mixer plays 40 ms after it was told to go on is what stands in the
   score there. */
static void check_sound(struct mixing *mixing)
{
  mixing_seek(mixing, status_of(mixing).session_frame % (SESSION / 2));
  mixing_send(mixing, MIX_RUN);
  float *stereo = mixing_render(mixing, 4800);
  const double frame = (double)stereo[2 * 4000] / (double)MIDDLE * 16777216.0;
  const double expected = (double)status_of(mixing).session_frame - 800.0;
  if (!(fabs(frame - expected) < 400.0)) {
    fail_msg("frame %f sounds where %f should", frame, expected);
  }
  free(stereo);
}

static void nothing_is_lost(void **state)
{
  (void)state;
  uint32_t seed = (uint32_t)time(NULL) | 1u;
  print_message("seed %u\n", seed);
  struct mixing mixing;
  mixing_init(&mixing);
  mixing_add(&mixing, EVENT_SAY, 0, numbered(&mixing));
  mixing_begin(&mixing, false);
  for (int round = 0; round < ROUNDS; round++) {
    const struct mix_status before = status_of(&mixing);
    const pid_t process =
        fork_renderer(&mixing, 1 + mixing_random(&seed) % 1000);
    assert_true(process > 0);
    for (int i = 0; i < 20; i++) {
      mixing_seek(&mixing, mixing_random(&seed) % (SESSION / 2));
    }
    wait_randomly(&seed);
    kill(process, SIGKILL);
    assert_int_equal(waitpid(process, NULL, 0), process);
    mixer_repair(mixing.mixer);
    const struct mix_status after = status_of(&mixing);
    assert_int_equal(after.clock, MIX_CLOCK_PAUSED);
    assert_in_range(after.messages_applied, before.messages_applied,
                    mixer_messages_sent(mixing.mixer));
    assert_in_range(after.session_frame, 0, SESSION);
    check_sound(&mixing);
    assert_int_equal(status_of(&mixing).messages_applied,
                     mixer_messages_sent(mixing.mixer));
  }
  mixing_finish(&mixing);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_is_lost),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
