/* The ring between two threads. */

#include "unit.h"

#include "base/ring.h"

#include <pthread.h>
#include <sched.h>

#define CAPACITY 64
#define ITEMS 200000u

struct crossing {
  struct ring ring;
  uint32_t items[CAPACITY];
};

static void *write_numbers(void *context)
{
  struct crossing *crossing = context;
  for (uint32_t next = 0; next < ITEMS;) {
    uint32_t batch[5];
    uint32_t count = 1 + next % 5;
    count = count < ITEMS - next ? count : ITEMS - next;
    for (uint32_t i = 0; i < count; i++) {
      batch[i] = next + i;
    }
    if (ring_write(&crossing->ring, batch, count)) {
      next += count;
    } else {
      sched_yield();
    }
  }
  return NULL;
}

static void numbers_cross_in_order(void **state)
{
  (void)state;
  static struct crossing crossing;
  ring_init(&crossing.ring, crossing.items, CAPACITY, sizeof(uint32_t));
  pthread_t writer;
  assert_int_equal(pthread_create(&writer, NULL, write_numbers, &crossing), 0);
  for (uint32_t expected = 0; expected < ITEMS;) {
    uint32_t batch[7];
    const size_t count = ring_read(&crossing.ring, batch, 7);
    if (count == 0) {
      sched_yield();
    }
    for (size_t i = 0; i < count; i++) {
      assert_int_equal(batch[i], expected++);
    }
  }
  pthread_join(writer, NULL);
  assert_int_equal(ring_fill(&crossing.ring), 0);
}

static void a_full_ring_takes_all_or_nothing(void **state)
{
  (void)state;
  uint32_t items[4];
  struct ring ring;
  ring_init(&ring, items, 4, sizeof(uint32_t));
  const uint32_t three[] = {1, 2, 3};
  assert_true(ring_write(&ring, three, 3));
  assert_false(ring_write(&ring, three, 2));
  assert_int_equal(ring_fill(&ring), 3);
  assert_int_equal(ring_space(&ring), 1);
  assert_int_equal(ring_skip(&ring, 2), 2);
  assert_true(ring_write(&ring, three, 3));
  uint32_t out[4];
  assert_int_equal(ring_read(&ring, out, 4), 4);
  const uint32_t expected[] = {3, 1, 2, 3};
  assert_memory_equal(out, expected, sizeof(expected));
}

static void positions_wrap_around_the_counter(void **state)
{
  (void)state;
  uint32_t items[2];
  struct ring ring;
  ring_init(&ring, items, 2, sizeof(uint32_t));
  atomic_store(&ring.written, SIZE_MAX);
  atomic_store(&ring.read, SIZE_MAX);
  const uint32_t pair[] = {7, 8};
  assert_true(ring_write(&ring, pair, 2));
  assert_int_equal(ring_fill(&ring), 2);
  uint32_t out[2];
  assert_int_equal(ring_read(&ring, out, 2), 2);
  assert_memory_equal(out, pair, sizeof(pair));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_cross_in_order),
      cmocka_unit_test(a_full_ring_takes_all_or_nothing),
      cmocka_unit_test(positions_wrap_around_the_counter),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
