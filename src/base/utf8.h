/* UTF-8: decoding, encoding and checking. */

#ifndef SUPINE_BASE_UTF8_H
#define SUPINE_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a malformed byte decodes to. */
#define UTF8_REPLACEMENT 0xFFFDu

/* Decodes the code point at `bytes[0]`, `length` bytes being readable and at
   least one. Returns how many bytes it took, 1 to 4; a malformed sequence
   (overlong, surrogate, past U+10FFFF, cut short) takes one byte and gives
   UTF8_REPLACEMENT (Unicode 15, section 3.9, table 3-7). */
size_t utf8_decode(const char *bytes, size_t length, uint32_t *code_point);

/* Writes a code point as one to four bytes and returns how many; one that is
   not a scalar value is written as UTF8_REPLACEMENT. */
size_t utf8_encode(uint32_t code_point, char bytes[4]);

/* Offset of the first malformed byte, or `length` when there is none. */
size_t utf8_find_malformed(const char *bytes, size_t length);

/* How many code points the bytes hold; each malformed byte counts as one. */
size_t utf8_count(const char *bytes, size_t length);

/* True for the code points that no terminal and no speech engine should be
   given: C0, DEL, C1, and the bidirectional controls (a tab and a line feed
   are controls too). */
bool utf8_is_control(uint32_t code_point);

#endif
