/* The voices and variants that the engine says it has. Only names from here
   ever reach it: others crash it, silence it or are ignored without a word. */

#ifndef SUPINE_VOICE_CATALOGUE_H
#define SUPINE_VOICE_CATALOGUE_H

#include "base/status.h"
#include "voice/engine.h"

#include <stdbool.h>
#include <stddef.h>

/* A language tag of a voice; the voice with the lowest number suits best. */
struct catalogue_tag {
  int priority;
  const char *tag;
};

struct catalogue_voice {
  const char *identifier; /* "gmw/en" */
  const char *name;       /* "English (Great Britain)" */
  struct catalogue_tag *tags;
  size_t tag_count;
  bool is_variant; /* a way of speaking that any voice can take: "!v/f3" */
};

/* A zeroed struct is an empty catalogue. */
struct catalogue {
  char *text; /* what the engine listed; the names point into it */
  struct catalogue_voice *voices;
  size_t count;
  size_t capacity;
};

/* Takes over `text`, a voice a line as ENGINE_LIST gives it, whatever happens.
   Possible errors: STATUS_NO_MEMORY. */
enum status catalogue_init(struct catalogue *catalogue, char *text);

void catalogue_finish(struct catalogue *catalogue);

/* The voice for a language tag: an exact tag before a shorter one ("de-at"
   takes "de"), letter case folded; NULL when there is none. */
const struct catalogue_voice *
catalogue_for_language(const struct catalogue *catalogue, const char *language);

/* The voice whose identifier, name or language tag `name` is, letter case
   folded, or NULL. `length` bytes count. */
const struct catalogue_voice *catalogue_find(const struct catalogue *catalogue,
                                             const char *name, size_t length);

/* The name the engine knows a variant by ("f3" for "F3"), or NULL. */
const char *catalogue_variant(const struct catalogue *catalogue,
                              const char *name);

/* The shortest name that finds `voice` again: a language tag if one does, the
   name of a variant, else the identifier. */
const char *catalogue_call(const struct catalogue *catalogue,
                           const struct catalogue_voice *voice);

#endif
