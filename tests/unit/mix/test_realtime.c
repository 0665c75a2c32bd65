/* The audio thread's code makes no system call and allocates nothing: it runs
   in a process that the kernel kills at the first call but read, write and
   exit. */

#include "unit.h"

#include "support/allocator.h"
#include "support/mixing.h"

#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SESSION (20 * FRAME_RATE)
#define BLOCK 480

static void lay_out(struct mixing *mixing)
{
  mixing_init(mixing);
  const struct clip *word = mixing_sine(mixing, 48000, 1, 300.0, 0.9f, true);
  struct clip *bed = pool_take(mixing->pool, sizeof(*bed));
  *bed = *mixing_noise(mixing, 50000, 2, 0.5f);
  bed->seam_frames = 9000;
  for (int64_t frame = 0; frame < SESSION; frame += 4 * FRAME_RATE) {
    mixing_add(mixing, EVENT_BACKGROUND, frame,
               frame % (8 * FRAME_RATE) ? NULL : bed);
    mixing_add(mixing, EVENT_SAY, frame, word);
    mixing_add(mixing, EVENT_CHIME, frame + 1000, word);
    mixing_add_span(mixing, EVENT_BREATH_IN, frame + 90000, 40000);
    mixing_add_span(mixing, EVENT_BREATH_OUT, frame + 130000, 50000);
  }
  mixing_begin(mixing, false);
}

/* Every kind of message in turn, from the process that renders. */
static void render_all(struct mixing *mixing, const struct clip *answer)
{
  static float block[2 * BLOCK];
  for (int i = 0; i < 4000; i++) {
    const struct mix_message message = {
        .kind = (enum mix_message_kind)(i / 7 % (MIX_FADE + 1)),
        .score = mixing->score,
        .clip = answer,
        .frame = (int64_t)i * 7919 % SESSION,
        .frames = 4800,
        .gain = 0.7f,
    };
    mixer_send(mixing->mixer, &message);
    const struct mix_message run = {.kind = MIX_RUN};
    mixer_send(mixing->mixer, &run);
    mixer_render(mixing->mixer, block, BLOCK);
  }
}

#ifndef __SANITIZE_THREAD__
/* Exits with 0 only if the kernel let everything pass. `forbidden` adds one
   call that it must not let pass. */
static int run_confined(bool forbidden)
{
  struct mixing mixing;
  lay_out(&mixing);
  const struct clip *answer = mixing_sine(&mixing, 9600, 1, 200.0, 0.5f, true);
  const pid_t process = fork();
  if (process == 0) {
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT) != 0) {
      _exit(77);
    }
    render_all(&mixing, answer);
    if (forbidden) {
      syscall(SYS_getpid);
    }
    syscall(SYS_exit, 0);
  }
  int result = 0;
  assert_int_equal(waitpid(process, &result, 0), process);
  mixing_finish(&mixing);
  return result;
}

static void the_kernel_is_never_asked(void **state)
{
  (void)state;
  const int result = run_confined(false);
  assert_true(WIFEXITED(result));
  assert_int_equal(WEXITSTATUS(result), 0);
}

static void the_kernel_would_have_noticed(void **state)
{
  (void)state;
  const int result = run_confined(true);
  assert_true(WIFSIGNALED(result));
}
#endif

static void nothing_is_allocated(void **state)
{
  (void)state;
  struct mixing mixing;
  lay_out(&mixing);
  const struct clip *answer = mixing_sine(&mixing, 9600, 1, 200.0, 0.5f, true);
  allocator_fail_after(0);
  render_all(&mixing, answer);
  assert_false(allocator_recover());
  mixing_finish(&mixing);
}

/* The thread sanitizer has a thread of its own in every process, which
   makes calls. */
int main(void)
{
  const struct CMUnitTest tests[] = {
#ifndef __SANITIZE_THREAD__
      cmocka_unit_test(the_kernel_is_never_asked),
      cmocka_unit_test(the_kernel_would_have_noticed),
#endif
      cmocka_unit_test(nothing_is_allocated),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
