/* How much text a routine file may hold. */

#include "unit.h"

#include "script/source.h"

#include <stdlib.h>
#include <unistd.h>

static enum status read_file_of(off_t bytes, size_t *length)
{
  char path[] = "/tmp/supine-source-XXXXXX";
  const int file = mkstemp(path);
  assert_true(file >= 0);
  assert_int_equal(ftruncate(file, bytes), 0);
  close(file);
  struct arena arena = {0};
  const struct source *source = NULL;
  size_t malformed = 0;
  const enum status status = source_read(path, &arena, &source, &malformed);
  *length = status == STATUS_OK ? source->length : 0;
  arena_finish(&arena);
  unlink(path);
  return status;
}

static void a_file_of_a_mebibyte_is_read_and_a_larger_one_is_not(void **state)
{
  (void)state;
  size_t length = 0;
  assert_int_equal(read_file_of(1048576, &length), STATUS_OK);
  assert_int_equal(length, 1048576);
  assert_int_equal(read_file_of(1048577, &length), STATUS_TOO_LARGE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_file_of_a_mebibyte_is_read_and_a_larger_one_is_not),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
