/* Comparing what a test made with what it should have made. */

#include "support/compare.h"

#include <stdio.h>
#include <string.h>

bool compare_lines(const char *path, const struct text *expected,
                   const struct text *actual)
{
  const char *a = text_string(expected);
  const char *b = text_string(actual);
  while (*a || *b) {
    const int length_a = (int)strcspn(a, "\n");
    const int length_b = (int)strcspn(b, "\n");
    if (length_a != length_b || strncmp(a, b, (size_t)length_a) != 0) {
      fprintf(stderr, "%s\n  expected: %.*s\n  actual:   %.*s\n", path,
              length_a, a, length_b, b);
      return false;
    }
    a += length_a + (a[length_a] != '\0');
    b += length_b + (b[length_b] != '\0');
  }
  return true;
}
