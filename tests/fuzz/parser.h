/* The fuzz target of the parser and the formatter. */

#ifndef SUPINE_TESTS_FUZZ_PARSER_H
#define SUPINE_TESTS_FUZZ_PARSER_H

#include <stddef.h>
#include <stdint.h>

/* Writes the bytes to `path` and tries them; aborts when something does not
   hold. */
void fuzz_parser(const char *path, const char *bytes, size_t length);

/* The same, as libFuzzer calls it. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#endif
