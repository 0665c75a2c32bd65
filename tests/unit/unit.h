/* cmocka with the headers that it needs before itself. */

#ifndef SUPINE_TESTS_UNIT_H
#define SUPINE_TESTS_UNIT_H

/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#endif
