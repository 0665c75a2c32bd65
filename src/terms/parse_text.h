/* Text that is spoken or shown, and what an at sign refers to. */

#ifndef SUPINE_TERMS_PARSE_TEXT_H
#define SUPINE_TERMS_PARSE_TEXT_H

#include "script/cursor.h"
#include "terms/parse_result.h"

/* text = { literal | "@@" | "@" NAME | "@other side" } to the line's end.
   False, as in the next one, when an error was reported or memory is short. */
bool parse_text(struct cursor *cursor, struct words *words);
/* The same over any stretch of the source. */
bool parse_words(struct cursor *cursor, struct location where,
                 struct words *words);

/* "@" NAME in front of the cursor, as a value's folded name. Its use is kept
   for resolving, unless the need is NEED_ANY: then the caller does that.
   False, with an error reported, when it is none. */
bool parse_value_name(struct cursor *cursor, enum value_need need,
                      const char **folded, struct location *where);

/* Takes "@round" if it is next, and keeps where it stands for resolving. */
bool parse_accept_round(struct cursor *cursor, struct location *where);
/* Takes "@" and the name of an item of a list if one is next. */
bool parse_accept_item(struct cursor *cursor, const char **folded);
/* Takes "@side" if it is next. */
bool parse_accept_side(struct cursor *cursor, struct location *where);

/* Where a value's name that starts at `from` ends: `from` when none does. */
uint32_t value_name_end(const struct source *source, uint32_t from,
                        uint32_t limit);
/* Whether a folded name has a meaning of its own behind an at sign. */
bool value_name_is_reserved(const char *folded);

#endif
