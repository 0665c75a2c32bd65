/* From the bytes that a terminal sends to keys: UTF-8, and the escape
   sequences of ECMA-48, xterm and the Linux console. */

#include "base/utf8.h"
#include "control/keys.h"

#include <stdlib.h>

#define ESCAPE 0x1b

static uint32_t letter_key(unsigned char letter)
{
  switch (letter) {
  case 'A':
    return KEY_UP;
  case 'B':
    return KEY_DOWN;
  case 'C':
    return KEY_RIGHT;
  case 'D':
    return KEY_LEFT;
  case 'E':
    return KEY_CENTRE;
  case 'F':
    return KEY_END;
  case 'H':
    return KEY_HOME;
  case 'P':
    return KEY_F1;
  default:
    return KEY_UNKNOWN;
  }
}

/* A numeric pad in application mode: ESC O p is 0, and so on. */
static uint32_t pad_key(unsigned char letter)
{
  if (letter >= 'p' && letter <= 'y') {
    return (uint32_t)('0' + (letter - 'p'));
  }
  switch (letter) {
  case 'M':
    return KEY_ENTER;
  case 'k':
    return '+';
  case 'm':
    return '-';
  default:
    return letter_key(letter);
  }
}

static uint32_t number_key(const unsigned char *digits)
{
  switch (atoi((const char *)digits)) {
  case 1:
  case 7:
    return KEY_HOME;
  case 2:
    return KEY_INSERT;
  case 4:
  case 8:
    return KEY_END;
  case 11:
    return KEY_F1;
  default:
    return KEY_UNKNOWN;
  }
}

/* After ESC [: parameters, then one final byte. The Linux console says F1 as
   ESC [ [ A. */
static bool decode_sequence(struct key_decoder *decoder, unsigned char byte,
                            uint32_t *key)
{
  if (decoder->count == 3 && byte == '[') {
    return false;
  }
  if (decoder->count == 4 && decoder->bytes[2] == '[') {
    *key = byte == 'A' ? KEY_F1 : KEY_UNKNOWN;
    return true;
  }
  if (byte < 0x40 || byte > 0x7e) {
    return false;
  }
  *key = byte == '~' ? number_key(decoder->bytes + 2) : letter_key(byte);
  return true;
}

static bool decode_text(struct key_decoder *decoder, uint32_t *key)
{
  const unsigned char first = decoder->bytes[0];
  const size_t length = first < 0xc2   ? 1
                        : first < 0xe0 ? 2
                        : first < 0xf0 ? 3
                        : first < 0xf5 ? 4
                                       : 1;
  if (decoder->count < length) {
    return false;
  }
  uint32_t code;
  utf8_decode((const char *)decoder->bytes, decoder->count, &code);
  *key = utf8_is_control(code) || code == UTF8_REPLACEMENT ? KEY_UNKNOWN : code;
  return true;
}

static bool decode(struct key_decoder *decoder, unsigned char byte,
                   uint32_t *key)
{
  if (decoder->bytes[0] != ESCAPE) {
    if (byte == '\r' || byte == '\n') {
      *key = KEY_ENTER;
      return true;
    }
    return decode_text(decoder, key);
  }
  switch (decoder->count) {
  case 1:
    return false;
  case 2:
    *key = KEY_UNKNOWN;
    return byte != '[' && byte != 'O';
  default:
    break;
  }
  if (decoder->bytes[1] == 'O') {
    *key = pad_key(byte);
    return true;
  }
  return decode_sequence(decoder, byte, key);
}

bool key_decode(struct key_decoder *decoder, unsigned char byte, uint32_t *key)
{
  /* The last byte stays zero, so that digits end somewhere. */
  if (decoder->count + 1 == sizeof(decoder->bytes)) {
    *decoder = (struct key_decoder){0};
    *key = KEY_UNKNOWN;
    return true;
  }
  decoder->bytes[decoder->count++] = byte;
  if (!decode(decoder, byte, key)) {
    return false;
  }
  *decoder = (struct key_decoder){0};
  return true;
}

bool key_decode_rest(struct key_decoder *decoder, uint32_t *key)
{
  if (decoder->count == 0) {
    return false;
  }
  *key = decoder->count == 1 && decoder->bytes[0] == ESCAPE ? KEY_ESCAPE
                                                            : KEY_UNKNOWN;
  *decoder = (struct key_decoder){0};
  return true;
}
