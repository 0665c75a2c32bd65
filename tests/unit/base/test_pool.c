/* The pool that forked processes share. */

#include "unit.h"

#include "base/pool.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static struct pool *open_pool(void)
{
  struct pool *pool = NULL;
  assert_int_equal(pool_create(&pool), STATUS_OK);
  return pool;
}

static void a_forked_process_writes_what_its_parent_reads(void **state)
{
  (void)state;
  struct pool *pool = open_pool();
  int *number = pool_take(pool, sizeof(*number));
  const pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    *number = 48000;
    _exit(0);
  }
  int status = 0;
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_int_equal(*number, 48000);
  pool_destroy(pool);
}

static void memory_is_zeroed_and_aligned_also_the_second_time(void **state)
{
  (void)state;
  struct pool *pool = open_pool();
  for (size_t size = 0; size < 3000; size += 111) {
    unsigned char *bytes = pool_take(pool, size);
    assert_non_null(bytes);
    assert_int_equal((uintptr_t)bytes % 64, 0);
    for (size_t i = 0; i < size; i++) {
      assert_int_equal(bytes[i], 0);
    }
    memset(bytes, 0xFF, size);
    pool_give_back(pool, bytes);
  }
  pool_give_back(pool, NULL);
  pool_destroy(pool);
  pool_destroy(NULL);
}

/* Blocks given back in every order of four must join into one, so that a
   block as large as all of them fits where they stood. */
static void neighbours_join_in_whatever_order_they_return(void **state)
{
  (void)state;
  for (int order = 0; order < 256; order++) {
    const int chosen[4] = {order & 3, order >> 2 & 3, order >> 4 & 3,
                           order >> 6 & 3};
    const int seen =
        1 << chosen[0] | 1 << chosen[1] | 1 << chosen[2] | 1 << chosen[3];
    if (seen != 15) {
      continue;
    }
    struct pool *pool = open_pool();
    char *blocks[4];
    for (int i = 0; i < 4; i++) {
      blocks[i] = pool_take(pool, 1024);
    }
    char *const fence = pool_take(pool, 64);
    for (int i = 0; i < 4; i++) {
      pool_give_back(pool, blocks[chosen[i]]);
    }
    assert_ptr_equal(pool_take(pool, (size_t)4 * 1024), blocks[0]);
    assert_non_null(fence);
    pool_destroy(pool);
  }
}

static void a_cut_block_leaves_its_rest_usable(void **state)
{
  (void)state;
  struct pool *pool = open_pool();
  char *large = pool_take(pool, 4096);
  char *const fence = pool_take(pool, 64);
  pool_give_back(pool, large);
  char *first = pool_take(pool, 1024);
  char *second = pool_take(pool, 1024);
  assert_ptr_equal(first, large);
  assert_true(second > first && second < fence);
  memset(first, 1, 1024);
  memset(second, 2, 1024);
  assert_int_equal(first[1023], 1);
  pool_destroy(pool);
}

static void too_much_is_refused(void **state)
{
  (void)state;
  struct pool *pool = open_pool();
  assert_null(pool_take(pool, SIZE_MAX));
  /* All of it, its own header among it. */
  const size_t whole = (size_t)(SIZE_MAX > UINT32_MAX ? 16 : 1) << 30;
  assert_null(pool_take(pool, whole));
  assert_non_null(pool_take(pool, 64));
  pool_destroy(pool);
}

static void scarce_address_space_is_an_error_or_a_smaller_pool(void **state)
{
  (void)state;
  const pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    const struct rlimit none = {.rlim_cur = 1 << 20, .rlim_max = 1 << 20};
    struct pool *pool = NULL;
    const int failed = setrlimit(RLIMIT_AS, &none) != 0 ||
                       pool_create(&pool) != STATUS_NO_MEMORY || pool != NULL;
    _exit(failed);
  }
  int status = 0;
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_int_equal(status, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_forked_process_writes_what_its_parent_reads),
      cmocka_unit_test(memory_is_zeroed_and_aligned_also_the_second_time),
      cmocka_unit_test(neighbours_join_in_whatever_order_they_return),
      cmocka_unit_test(a_cut_block_leaves_its_rest_usable),
      cmocka_unit_test(too_much_is_refused),
      cmocka_unit_test(scarce_address_space_is_an_error_or_a_smaller_pool),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
