/* What the routines say of how words are pronounced. */

#ifndef SUPINE_WORDING_LEXICON_H
#define SUPINE_WORDING_LEXICON_H

#include "base/arena.h"
#include "base/text.h"
#include "script/tree.h"

/* A pronunciation of more words than this is never looked up. */
#define LEXICON_WORDS_MAX 8

struct lexicon_entry;

/* Every pronunciation of every file, by its folded words. */
struct lexicon {
  struct lexicon_entry **buckets;        /* in the arena */
  size_t bucket_count;                   /* a power of two; 0: there is none */
  bool has_words[LEXICON_WORDS_MAX + 1]; /* some entry has so many words */
  struct text key;                       /* owned; reused at every look-up */
};

/* Possible errors: STATUS_NO_MEMORY. */
enum status lexicon_init(struct lexicon *lexicon, const struct script *script,
                         struct arena *arena);
void lexicon_finish(struct lexicon *lexicon);

/* Appends `words` as they are to be spoken: whole words that the routine, or
   else the main routine, has a pronunciation for are replaced, letter case
   aside, the longest first. */
void lexicon_append(struct lexicon *lexicon, const struct routine *routine,
                    const struct routine *main, const char *words,
                    struct text *out);

#endif
