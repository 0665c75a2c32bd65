/* From an utterance to an order that the engine can take. */

#ifndef SUPINE_VOICE_ORDER_H
#define SUPINE_VOICE_ORDER_H

#include "base/utterance.h"
#include "voice/catalogue.h"
#include "voice/engine.h"
#include "voice/style.h"

/* Copies `text` without control characters and malformed bytes, tabs and line
   ends as spaces.
   Possible errors: STATUS_TOO_LARGE. */
enum status order_clean_text(const char *text,
                             char clean[static LONGEST_TEXT + 1]);

/* The speed of an utterance at its pace; `pace` is as in struct utterance. */
int order_paced(int speed, int pace);

struct resolved {
  const struct voice_style *style;
  const char *language; /* the voice's own tag; of the catalogue */
};

/* Finds the voice that is meant and fills in what the utterance leaves open;
   `order->text` is left alone.
   Possible errors: STATUS_NO_VOICE. */
enum status order_resolve(const struct utterance *utterance,
                          const struct catalogue *catalogue,
                          struct engine_order *order,
                          struct resolved *resolved);

#endif
