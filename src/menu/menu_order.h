/* In which order the menu offers the routines. */

#ifndef SUPINE_MENU_MENU_ORDER_H
#define SUPINE_MENU_MENU_ORDER_H

#include "library/library.h"

#include <stdbool.h>

/* What is known about the listener. */
struct menu_taste {
  const char *language; /* "de"; of the listener */
  const char *last;     /* path of what was played last; NULL: nothing yet */
  bool newcomer;        /* nothing was ever played */
};

/* Sorts the entries, the likeliest first: what was played last, then
   constructive rest and, for a newcomer, the welcome, then all others, the
   exercises among them behind, and last what speaks another language. Entries
   that are alike in this keep their order. Reads every routine.
   Possible errors: STATUS_NO_MEMORY. */
enum status menu_order(const struct library *library,
                       const struct menu_taste *taste,
                       struct library_entry *entries, size_t count);

#endif
