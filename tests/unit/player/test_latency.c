/* From a key to silence and to the first answering sound, in frames handed to
   the device: the 95th percentile of keys at random moments. */

#include "unit.h"

#include "support/rehearsal.h"

#include <stdio.h>
#include <stdlib.h>

#define KEYS 100

static int compare(const void *one, const void *other)
{
  const int64_t a = *(const int64_t *)one;
  const int64_t b = *(const int64_t *)other;
  return (a > b) - (a < b);
}

static int64_t percentile_95(int64_t *values)
{
  qsort(values, KEYS, sizeof(*values), compare);
  return values[KEYS * 95 / 100 - 1];
}

static void keys_are_answered_in_time(void **state)
{
  (void)state;
  static const enum request_kind kinds[] = {REQUEST_PAUSE, REQUEST_WHERE,
                                            REQUEST_NEXT, REQUEST_LOUDER};
  int64_t silence[KEYS];
  int64_t answer[KEYS];
  uint32_t seed = 20;
  for (int i = 0; i < KEYS; i++) {
    struct rehearsal *r = rehearse_session();
    seed = seed * 1664525u + 1013904223u;
    /* Within the sentences of the first step. */
    rehearsal_wait(r, MILLISECONDS(100) + (int64_t)(seed >> 8) % (8 * SECOND));
    const int64_t pressed = rehearsal_now(r);
    rehearsal_ask(r, kinds[i % 4]);
    rehearsal_wait(r, SECOND / 2);
    silence[i] = r->left_frame > pressed ? r->left_frame - pressed : 0;
    assert_true(r->first_right_frame >= pressed);
    answer[i] = r->first_right_frame - pressed;
    rehearsal_finish(r);
    free(r);
  }
  const int64_t to_silence = percentile_95(silence);
  const int64_t to_answer = percentile_95(answer);
  print_message("to silence %.1f ms, to the answer %.1f ms\n",
                1000 * seconds_from_frames(to_silence),
                1000 * seconds_from_frames(to_answer));
  assert_true(to_silence <= MILLISECONDS(80));
  assert_true(to_answer <= MILLISECONDS(100));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keys_are_answered_in_time),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
