/* Comparing what a test made with what it should have made. */

#ifndef SUPINE_TESTS_COMPARE_H
#define SUPINE_TESTS_COMPARE_H

#include "base/text.h"

#include <stdbool.h>

/* True when both texts are the same; else prints the first line that differs,
   and `path`, to standard error. */
bool compare_lines(const char *path, const struct text *expected,
                   const struct text *actual);

#endif
