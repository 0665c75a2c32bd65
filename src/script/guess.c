/* What the next words of a line may have been meant to be. */

#include "script/guess.h"

#include <string.h>

static void consider(struct guess *guess, const struct cursor *cursor,
                     enum word word, struct scan_word typed)
{
  guess->nearest.typed = cursor->source->bytes + typed.begin;
  guess->nearest.length = typed.end - typed.begin;
  if (nearest_consider(&guess->nearest, word_entry(word)->spelling)) {
    guess->word = word;
    guess->found = typed;
  }
}

void guess_consider(struct guess *guess, const struct cursor *cursor,
                    enum word word)
{
  struct scan_word next;
  if (!cursor_peek(cursor, &next)) {
    return;
  }
  struct scan_word typed = next;
  for (const char *gap = word_entry(word)->spelling; gap;
       gap = strchr(gap + 1, ' ')) {
    consider(guess, cursor, word, typed);
    if (!scan_word(cursor->source, next.after, cursor->line.end, &next)) {
      return;
    }
    typed.end = next.end;
    typed.after = next.after;
  }
  consider(guess, cursor, word, typed);
}
