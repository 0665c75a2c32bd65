/* Clips whose lengths anyone can work out, for tests of the planner: as long
   as the stand-in voice speaks, and sounds of round lengths, without samples.
 */

#ifndef SUPINE_TESTS_CLIPS_H
#define SUPINE_TESTS_CLIPS_H

#include "planner/planner.h"

#define TEST_CLIPS_BUCKETS 1024

struct test_clip;

struct test_clips {
  struct clip_source source; /* hand this to plan_create() */
  struct test_clip *buckets[TEST_CLIPS_BUCKETS];
  /* Hears every utterance first, if it is set. */
  enum status (*listen)(void *listener, const struct utterance *utterance);
  void *listener;
};

/* Sounds: "tick" takes 0.1 s, the beds that ship take 10 s, the other sounds
   that ship, "gong" and "bowl" take 2 s, and no others are found. */
void test_clips_init(struct test_clips *clips);
void test_clips_finish(struct test_clips *clips);

/* Frames that the stand-in takes for a text; speed 0 is its own. */
int64_t test_clips_frames(const char *text, int speed);

#endif
