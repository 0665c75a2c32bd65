/* A keyboard on a terminal: keys as they are pressed, unechoed, and the
   terminal as it was before, whatever happens. */

#ifndef SUPINE_CONTROL_TERMINAL_H
#define SUPINE_CONTROL_TERMINAL_H

#include "base/status.h"

#include <stdbool.h>
#include <stdint.h>

struct terminal;

/* Takes standard input if it is a terminal. One at a time: a crash must find
   the settings to put back.
   Possible errors: STATUS_UNSUPPORTED (standard input is no terminal),
   STATUS_NO_MEMORY. */
enum status terminal_create(struct terminal **terminal);

/* Puts the settings back; NULL is fine. */
void terminal_destroy(struct terminal *terminal);

/* The descriptor to wait on for reading. */
int terminal_descriptor(const struct terminal *terminal);

/* Reads what is there without waiting. False at the end of input, when the
   terminal is gone. */
bool terminal_read(struct terminal *terminal);

/* True with the next key that has been read. `idle` says that no byte came for
   at least 20 ms, so that an escape character is the Escape key. */
bool terminal_next_key(struct terminal *terminal, bool idle, uint32_t *key);

/* True while part of a key has been read. */
bool terminal_is_between(const struct terminal *terminal);

/* Gives the terminal back for a while (SIGTSTP), and takes it again. */
void terminal_release(struct terminal *terminal);
void terminal_take(struct terminal *terminal);

#endif
