/* A voice that speaks of itself and the listener as "we". */

#ifndef SUPINE_SPEECH_COMPANY_H
#define SUPINE_SPEECH_COMPANY_H

#include <stddef.h>

/* Finds the first words by which a sentence counts its speaker in: "we", "let
   us" and their like in English, German, Spanish and French. Listeners dislike
   them from a recorded guide (doi 10.1007/s12671-023-02264-8).

   sentence  well-formed UTF-8
   language  a tag, "de-at"

   Returns where they stand in the sentence, and how long they are; NULL when
   there are none. Any thread. */
const char *company_find(const char *sentence, const char *language,
                         size_t *length);

#endif
