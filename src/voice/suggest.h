/* What voice or language somebody may have meant who mistyped its name. */

#ifndef SUPINE_VOICE_SUGGEST_H
#define SUPINE_VOICE_SUGGEST_H

#include "voice/catalogue.h"

/* A voice's name with what was mistyped mended, before a plus and behind it:
   "calm+f3" for "clam+f3". NULL when no name is near; the caller frees it. */
char *suggest_voice(const struct catalogue *catalogue, const char *name);

/* The tag nearest to `tag`, or the tag of the language that is called so in
   English: "de" for "german". NULL when there is none; the caller frees it. */
char *suggest_language(const struct catalogue *catalogue, const char *tag);

#endif
