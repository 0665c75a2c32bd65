/* The keys and what they ask for: one table for playing, help, the key
   describer and the listener's own `[keys]`. The manual page repeats it, and
   tests/command/manual.bats compares them. */

#ifndef SUPINE_CONTROL_KEYS_H
#define SUPINE_CONTROL_KEYS_H

#include "base/text.h"
#include "control/request.h"
#include "phrases/phrases.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A key is the code point that it types, or one of these, which stand past
   Unicode's last. */
enum key {
  KEY_ENTER = 0x110000,
  KEY_ESCAPE,
  KEY_UP,
  KEY_DOWN,
  KEY_LEFT,
  KEY_RIGHT,
  KEY_HOME,
  KEY_END,
  KEY_INSERT,
  KEY_CENTRE, /* 5 of a numeric pad without NumLock */
  KEY_F1,
  KEY_UNKNOWN,
};

#define KEYS_A_ROW 4

/* What one request is called and which keys ask for it. */
struct key_row {
  enum request_kind request;
  const char *name;           /* in `[keys]` of the configuration: "pause" */
  const char *keys;           /* for help: "Space" */
  const char *pad;            /* on the numeric pad: "0"; "" for none */
  uint32_t codes[KEYS_A_ROW]; /* 0: none */
  const char *help;           /* an English phrase: "Pause, or go on." */
};

/* Every row, in the order of the help; ends with a NULL name. */
extern const struct key_row key_rows[];

/* A listener's keys: the table with changes. */
struct keymap {
  struct {
    uint32_t code;
    enum request_kind request;
  } changes[64];
  size_t change_count;
};

/* `key` asks for what the row called `name` asks for from now on, as in
   `pause = space`. Later calls win. False when the name, or the key, is
   unknown, or there are too many changes. */
bool keymap_set(struct keymap *keymap, const char *name, const char *key);

/* What a key asks for; REQUEST_UNKNOWN_KEY when nothing. */
enum request_kind keymap_find(const struct keymap *keymap, uint32_t code);

/* Appends what to call a key that asks for this: the first of the table that
   the listener left there, or else one that was given to it. With NULL nothing
   was changed. */
void keymap_append_key(const struct keymap *keymap, enum request_kind request,
                       const struct phrases *phrases, struct text *out);

/* An English phrase that says what a request does, for the describer. */
const char *request_help(enum request_kind request);

/* Bytes of a terminal on their way to becoming keys. A zeroed struct is ready.
 */
struct key_decoder {
  unsigned char bytes[16];
  size_t count;
};

/* Takes one byte; true when it completes a key. */
bool key_decode(struct key_decoder *decoder, unsigned char byte, uint32_t *key);

/* No more bytes came for a while: an escape character alone is the Escape key.
   True when there was something to complete. */
bool key_decode_rest(struct key_decoder *decoder, uint32_t *key);

#endif
