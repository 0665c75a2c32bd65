/* Cues that would sound at once. */

#include "unit.h"

#include "cues/collide.h"

#include <stdlib.h>

#define END 1000000

static struct cue make_cue(enum rank rank, int64_t wanted, int64_t frames,
                           size_t order)
{
  return (struct cue){
      .rank = rank, .wanted_frame = wanted, .frames = frames, .order = order};
}

/* The cue that was given as number `order`. */
static const struct cue *find_cue(const struct cue *cues, size_t count,
                                  size_t order)
{
  for (size_t i = 0; i < count; i++) {
    if (cues[i].order == order) {
      return &cues[i];
    }
  }
  fail();
  return NULL;
}

static void cues_apart_stay_where_they_are(void **state)
{
  (void)state;
  struct cue cues[] = {make_cue(RANK_HALFWAY, 5000, 100, 0),
                       make_cue(RANK_CHIME, 5100, 100, 1),
                       make_cue(RANK_COUNTDOWN, 4900, 100, 2)};
  assert_int_equal(cues_collide(cues, 3, 0, END), STATUS_OK);
  for (size_t i = 0; i < 3; i++) {
    assert_false(cues[i].dropped);
    assert_int_equal(cues[i].start_frame, cues[i].wanted_frame);
  }
}

static void the_lower_rank_gives_way(void **state)
{
  (void)state;
  struct cue cues[] = {make_cue(RANK_CHIME, 5010, 100, 0),
                       make_cue(RANK_AUTHOR_AT, 5000, 100, 1)};
  assert_int_equal(cues_collide(cues, 2, 0, END), STATUS_OK);
  assert_int_equal(find_cue(cues, 2, 1)->start_frame, 5000);
  assert_int_equal(find_cue(cues, 2, 0)->start_frame, 5100);
}

static void a_cue_goes_to_the_nearest_free_place(void **state)
{
  (void)state;
  struct cue cues[] = {make_cue(RANK_COUNTDOWN, 5000, 100, 0),
                       make_cue(RANK_COUNTDOWN, 5120, 100, 1),
                       make_cue(RANK_HALFWAY, 5060, 50, 2)};
  assert_int_equal(cues_collide(cues, 3, 0, END), STATUS_OK);
  assert_int_equal(find_cue(cues, 3, 2)->start_frame, 4950);
}

static void two_seconds_are_the_most(void **state)
{
  (void)state;
  struct cue cues[] = {
      make_cue(RANK_ANNOUNCEMENT, 400000, CUE_SHIFT_MOST, 0),
      make_cue(RANK_HALFWAY, 400000 + CUE_SHIFT_MOST / 2, CUE_SHIFT_MOST, 1)};
  struct cue more[] = {
      make_cue(RANK_ANNOUNCEMENT, 400000, 2 * CUE_SHIFT_MOST, 0),
      make_cue(RANK_HALFWAY, 400000 + CUE_SHIFT_MOST - 1, CUE_SHIFT_MOST, 1)};
  assert_int_equal(cues_collide(cues, 2, 0, END), STATUS_OK);
  assert_int_equal(find_cue(cues, 2, 1)->start_frame, 400000 + CUE_SHIFT_MOST);
  assert_int_equal(cues_collide(more, 2, 0, END), STATUS_OK);
  assert_true(find_cue(more, 2, 1)->dropped);
}

static void fixed_cues_are_never_moved(void **state)
{
  (void)state;
  struct cue cues[] = {make_cue(RANK_ANNOUNCEMENT, 5000, 100, 0),
                       make_cue(RANK_COUNTDOWN, 5050, 100, 1),
                       make_cue(RANK_BREATH, 4950, 100, 2)};
  assert_int_equal(cues_collide(cues, 3, 0, END), STATUS_OK);
  assert_false(find_cue(cues, 3, 0)->dropped);
  assert_true(find_cue(cues, 3, 1)->dropped);
  assert_true(find_cue(cues, 3, 2)->dropped);
}

static void cues_stay_inside_their_span(void **state)
{
  (void)state;
  struct cue cues[] = {make_cue(RANK_HALFWAY, 90, 20, 0),
                       make_cue(RANK_CHIME, 5, 200, 1)};
  assert_int_equal(cues_collide(cues, 2, 10, 100), STATUS_OK);
  assert_int_equal(find_cue(cues, 2, 0)->start_frame, 80);
  assert_true(find_cue(cues, 2, 1)->dropped);
}

/* Random cues: none overlap, none leave their span or their two seconds. */
static void whatever_comes_none_overlap(void **state)
{
  (void)state;
  uint32_t random = 12345;
  for (int round = 0; round < 300; round++) {
    struct cue cues[60];
    for (size_t i = 0; i < 60; i++) {
      random = random * 1664525u + 1013904223u;
      cues[i] = make_cue((random >> 8) % (RANK_BREATH + 1), (random >> 4) % END,
                         1000 + (random >> 12) % 60000, i);
    }
    assert_int_equal(cues_collide(cues, 60, 0, END), STATUS_OK);
    for (size_t i = 0; i < 60; i++) {
      const struct cue *a = &cues[i];
      if (a->dropped) {
        continue;
      }
      assert_true(a->start_frame >= 0 && a->start_frame + a->frames <= END);
      assert_true(llabs(a->start_frame - a->wanted_frame) <= CUE_SHIFT_MOST);
      for (size_t j = 0; j < i; j++) {
        const struct cue *b = &cues[j];
        assert_true(b->dropped ||
                    a->start_frame + a->frames <= b->start_frame ||
                    b->start_frame + b->frames <= a->start_frame);
      }
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cues_apart_stay_where_they_are),
      cmocka_unit_test(the_lower_rank_gives_way),
      cmocka_unit_test(a_cue_goes_to_the_nearest_free_place),
      cmocka_unit_test(two_seconds_are_the_most),
      cmocka_unit_test(fixed_cues_are_never_moved),
      cmocka_unit_test(cues_stay_inside_their_span),
      cmocka_unit_test(whatever_comes_none_overlap),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
