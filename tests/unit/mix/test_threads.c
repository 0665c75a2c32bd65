/* The audio thread renders while the main thread asks and reads: statuses are
   whole, and messages arrive once and in order. */

#include "unit.h"

#include "support/mixing.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

#define SESSION (3600 * (int64_t)FRAME_RATE)
#define MESSAGES 3000

struct rendering {
  struct mixing mixing;
  atomic_bool done;
};

static void *render(void *context)
{
  struct rendering *rendering = context;
  float block[2 * 100];
  while (!atomic_load(&rendering->done)) {
    mixer_render(rendering->mixing.mixer, block, 100);
    sched_yield();
  }
  return NULL;
}

static void statuses_are_whole(void **state)
{
  (void)state;
  static struct rendering rendering;
  struct mixing *mixing = &rendering.mixing;
  mixing_init(mixing);
  mixing_add_span(mixing, EVENT_PAUSE, 0, SESSION);
  mixing_begin(mixing, false);
  pthread_t thread;
  assert_int_equal(pthread_create(&thread, NULL, render, &rendering), 0);
  struct mix_status before = {0};
  for (uint32_t sent = 0; sent < MESSAGES;) {
    /* In silence a jump is done with the message that asks for it, so the
       place and the number of messages belong together. */
    const int64_t frame =
        (int64_t)(mixer_messages_sent(mixing->mixer) + 1) * FRAME_RATE;
    const struct mix_message seek = {.kind = MIX_SEEK, .frame = frame};
    sent += mixer_send(mixing->mixer, &seek);
    struct mix_status status;
    mixer_read_status(mixing->mixer, &status);
    assert_true(status.messages_applied <= mixer_messages_sent(mixing->mixer));
    assert_true(status.messages_applied >= before.messages_applied);
    assert_true(status.rendered_frames >= before.rendered_frames);
    if (status.messages_applied > 2) {
      const int64_t asked = (int64_t)status.messages_applied * FRAME_RATE;
      assert_true(status.session_frame >= asked);
    }
    before = status;
    sched_yield();
  }
  atomic_store(&rendering.done, true);
  pthread_join(thread, NULL);
  mixing_finish(mixing);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(statuses_are_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
