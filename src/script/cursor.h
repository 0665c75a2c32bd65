/* A source line by line, and how far into the line the parser is. */

#ifndef SUPINE_SCRIPT_CURSOR_H
#define SUPINE_SCRIPT_CURSOR_H

#include "base/arena.h"
#include "script/diagnose.h"
#include "script/layout.h"
#include "script/scan.h"
#include "script/words.h"

#include <stdbool.h>

#define CURSOR_MOST_EXPECTED 16

struct builder;

/* What is not set below is zero when reading begins. Everything is borrowed.
   Single-threaded. */
struct cursor {
  struct arena *arena;         /* what is made lives here */
  const struct source *source; /* set */
  struct diagnostics *diagnostics;
  struct layout *layout;   /* NULL: not asked for */
  struct builder *builder; /* what the lines make; NULL: nothing is kept */
  enum status status;      /* STATUS_NO_MEMORY once memory ran short */
  bool stopped;            /* nothing more is read */

  struct scan_line line;
  uint32_t next_line;  /* offset of the line after it */
  uint32_t at;         /* offset of what has not been taken of the line */
  enum word statement; /* whose example helps when the line is wrong */
  bool quiet;          /* the line has had its error */
  enum word expected[CURSOR_MOST_EXPECTED]; /* tried at `expected_at` */
  size_t expected_count;
  uint32_t expected_at;
};

/* Zeroed memory that lives as long as the tree; NULL sets the cursor's status
   and stops it, as in the two functions below. */
void *cursor_take(struct cursor *cursor, size_t size);
/* A terminated copy of a stretch of the source. */
const char *cursor_copy(struct cursor *cursor, struct location where);
/* The folded form of a name (script/name.h). */
const char *cursor_fold(struct cursor *cursor, struct location where);

/* Goes to the next line that is not blank; false at the end of the file. */
bool cursor_next_line(struct cursor *cursor);

/* A copy to look ahead with: it records nothing and reports nothing. */
struct cursor cursor_ahead(const struct cursor *cursor);

/* Records the line, or a stretch of it, for the formatter; `text` is its usual
   spelling, NULL where it stays as it stands. */
void cursor_lay_line(struct cursor *cursor, enum layout_kind kind,
                     size_t depth);
void cursor_lay_piece(struct cursor *cursor, uint32_t begin, uint32_t end,
                      const char *text);
/* Records a word that is usually written here and was left out. */
void cursor_lay_missing(struct cursor *cursor, uint32_t at, enum word word);

/* The next word of the line; false at its end. */
bool cursor_peek(const struct cursor *cursor, struct scan_word *word);
bool cursor_at_end(const struct cursor *cursor);
/* The byte that the next word begins with; 0 at the end of the line. */
char cursor_next_byte(const struct cursor *cursor);

/* Whether `word` is next; `found` gets the stretch of its spelling. */
bool cursor_matches(const struct cursor *cursor, enum word word,
                    struct scan_word *found);
/* The longest of the words from `first` to `last` that is next, and its
   stretch; WORD_NONE when none is. */
enum word cursor_match_longest(const struct cursor *cursor, enum word first,
                               enum word last, struct scan_word *found);
/* Whether a word of several words is begun here and perhaps not finished. */
bool cursor_begins(const struct cursor *cursor, enum word word);
/* The last place in the rest of the line where `word` stands; false when it
   stands nowhere. */
bool cursor_find_last(const struct cursor *cursor, enum word word,
                      struct scan_word *found);

/* Takes `word` if it is next; else remembers that it could stand here. */
bool cursor_accept(struct cursor *cursor, enum word word);
/* Takes the words up to `word`, or to the end of the line. Empty
   (begin == end) when there are none. */
struct location cursor_take_until(struct cursor *cursor, enum word word);
/* Takes one item of a list: the words up to `word`, to `stop`, or to the comma
   behind one of them. Empty when there are none. */
struct location cursor_take_item(struct cursor *cursor, enum word word,
                                 enum word stop);
/* Takes the `word` between two items of a list, or the comma that was taken
   with the item before: the formatter writes the word in its place. */
bool cursor_accept_next_item(struct cursor *cursor, enum word word);
/* Takes what is left of the line. Empty when nothing is left. */
struct location cursor_take_rest(struct cursor *cursor);
/* The same without the white space and the quotes around it. */
struct location cursor_take_name(struct cursor *cursor);

struct location cursor_location(const struct cursor *cursor, uint32_t begin,
                                uint32_t end);
struct location cursor_word_location(const struct cursor *cursor,
                                     struct scan_word word);
struct location cursor_line_location(const struct cursor *cursor);

#endif
