/* Arenas and vectors, with memory and without. */

#include "unit.h"

#include "base/arena.h"
#include "base/vector.h"
#include "support/allocator.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

static void an_arena_gives_zeroed_aligned_separate_memory(void **state)
{
  (void)state;
  struct arena arena;
  arena_init(&arena);
  unsigned char *before = NULL;
  for (size_t size = 0; size < 5000; size += 37) {
    unsigned char *taken = arena_take(&arena, size);
    assert_non_null(taken);
    assert_int_equal((uintptr_t)taken % alignof(max_align_t), 0);
    for (size_t i = 0; i < size; i++) {
      assert_int_equal(taken[i], 0);
    }
    memset(taken, 0xFF, size);
    assert_ptr_not_equal(taken, before);
    before = size > 0 ? taken : before;
  }
  arena_finish(&arena);
  assert_null(arena.newest);
}

static void an_arena_takes_pieces_larger_than_its_blocks(void **state)
{
  (void)state;
  struct arena arena = {0};
  char *large = arena_take(&arena, 1000000);
  assert_non_null(large);
  large[999999] = 'x';
  char *copy = arena_copy(&arena, "left knee", 4);
  assert_string_equal(copy, "left");
  assert_string_equal(arena_copy(&arena, NULL, 0), "");
  int *numbers = arena_take_array(&arena, 10, sizeof(int));
  assert_int_equal(numbers[9], 0);
  arena_finish(&arena);
}

static void an_arena_refuses_what_cannot_be(void **state)
{
  (void)state;
  struct arena arena = {0};
  assert_null(arena_take(&arena, SIZE_MAX));
  assert_null(arena_take(&arena, SIZE_MAX - 64));
  assert_null(arena_take_array(&arena, SIZE_MAX / 2, 3));
  assert_null(arena_copy(&arena, "", SIZE_MAX));
  assert_non_null(arena_take_array(&arena, 5, 0));
  allocator_fail_after(0);
  assert_null(arena_take(&arena, 100000));
  assert_null(arena_copy(&arena, "x", 100000));
  assert_true(allocator_recover());
  arena_finish(&arena);
}

static void a_vector_grows_and_keeps_its_items(void **state)
{
  (void)state;
  int *items = NULL;
  size_t capacity = 0;
  for (int i = 0; i < 1000; i++) {
    assert_true(vector_reserve(&items, (size_t)i, &capacity, sizeof(*items)));
    items[i] = i;
  }
  for (int i = 0; i < 1000; i++) {
    assert_int_equal(items[i], i);
  }
  free(items);
}

static void a_vector_that_cannot_grow_stays_as_it_was(void **state)
{
  (void)state;
  int *items = NULL;
  size_t capacity = 0;
  assert_true(vector_reserve(&items, 0, &capacity, sizeof(*items)));
  int *const before = items;
  const size_t size_before = capacity;
  allocator_fail_after(0);
  assert_false(vector_reserve(&items, capacity, &capacity, sizeof(*items)));
  assert_true(allocator_recover());
  assert_ptr_equal(items, before);
  assert_int_equal(capacity, size_before);
  size_t huge = SIZE_MAX / 2 + 1;
  assert_false(vector_reserve(&items, huge, &huge, 1));
  huge = SIZE_MAX / 4;
  assert_false(vector_reserve(&items, huge, &huge, 8));
  free(items);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_arena_gives_zeroed_aligned_separate_memory),
      cmocka_unit_test(an_arena_takes_pieces_larger_than_its_blocks),
      cmocka_unit_test(an_arena_refuses_what_cannot_be),
      cmocka_unit_test(a_vector_grows_and_keeps_its_items),
      cmocka_unit_test(a_vector_that_cannot_grow_stays_as_it_was),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
