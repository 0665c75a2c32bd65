/* Inside the parser: what its files share. Each production of the language is
   one function that reads its part of the line; it returns false when it has
   reported an error (or memory ran short), and the rest of the line is then
   skipped. */

#ifndef SUPINE_PARSE_PARSE_H
#define SUPINE_PARSE_PARSE_H

#include "base/arena.h"
#include "base/nearest.h"
#include "script/diagnose.h"
#include "script/layout.h"
#include "script/scan.h"
#include "script/tree.h"
#include "script/words.h"

#include <stdbool.h>

#define PARSE_MOST_BLOCKS 32
#define PARSE_MOST_VALUES 256
#define PARSE_MOST_EXERCISES 1000
#define PARSE_LONGEST_HOURS 24
#define PARSE_MOST_EXPECTED 16

/* An open block. */
struct parse_frame {
  enum word opener;
  struct location where; /* its opening line */
};

/* What a place in a line needs of a value. */
enum value_need {
  NEED_ANY,      /* @name in text */
  NEED_DURATION, /* @name where a length of time stands */
  NEED_NUMBER,   /* @name before a unit, or where a number stands */
  NEED_SECONDS,  /* either, in a breath */
  NEED_CHOICE,   /* when */
};

/* A reference to a value, checked when the whole file is known. */
struct value_use {
  const char *folded;
  enum value_need need;
  const char *choice; /* folded, of when; else NULL */
  struct location where;
  struct value_use *next;
};

/* A `do`, resolved when every file is known. */
struct pending_do {
  struct statement *statement;
  struct location rest; /* the name and what follows it */
  struct pending_do *next;
};

struct pending_include {
  struct location where; /* of the name */
  struct pending_include *next;
};

/* What one file leaves to be resolved. */
struct parse_result {
  struct routine *routine;
  struct value_use *uses;
  struct pending_do *pending;
  struct pending_include *includes;
};

/* One file being read. */
struct parser {
  struct arena *arena;
  const struct source *source;
  struct diagnostics *diagnostics;
  struct layout *layout; /* NULL: not asked for */
  struct routine *routine;
  enum status status; /* STATUS_NO_MEMORY once memory ran short */
  bool stopped;       /* nothing more is read */

  /* the line */
  struct scan_line line;
  uint32_t next_line; /* offset */
  uint32_t cursor;
  enum word statement;                     /* what the line began with */
  bool quiet;                              /* the line has had its error */
  enum word expected[PARSE_MOST_EXPECTED]; /* tried at `expected_at` */
  size_t expected_count;
  uint32_t expected_at;

  /* the blocks */
  struct parse_frame frames[PARSE_MOST_BLOCKS];
  size_t depth;
  bool unwinding; /* a mismatched end closes blocks further out */
  unsigned place; /* where the line stands: bits of PLACE_… */

  /* the ends of the lists that grow */
  const struct value **next_value;
  const struct exercise **next_exercise;
  const struct pronunciation **next_pronunciation;
  struct value_use **next_use;
  struct pending_do **next_do;
  struct pending_include **next_include;
};

/* --- parse.c: the line, its words, its errors --- */

/* Zeroed memory of the script; NULL sets the parser's status. */
void *parser_take(struct parser *parser, size_t size);
const char *parser_copy(struct parser *parser, uint32_t begin, uint32_t end);
/* The folded form of a name. */
const char *parser_fold(struct parser *parser, struct location where);

/* Goes to the next line that is not blank; false at the end of the file. */
bool parser_next_line(struct parser *parser);
/* Records the line for the formatter. */
void parser_lay_line(struct parser *parser, enum layout_kind kind,
                     size_t depth);
void parser_lay_piece(struct parser *parser, uint32_t begin, uint32_t end,
                      const char *text);

/* The next word of the line; false at its end. */
bool parser_peek(const struct parser *parser, struct scan_word *word);
bool parser_at_end(const struct parser *parser);
/* True if the next words are `word`; `after` gets where they end. */
bool parser_matches(const struct parser *parser, enum word word,
                    struct scan_word *found);
/* Takes `word` if it is next; else remembers that it could stand here. */
bool parser_accept(struct parser *parser, enum word word);
/* The same, and an error if it is not. */
bool parser_expect(struct parser *parser, enum word word);
/* An error for a word that had to stand somewhere after the next one and was
   not found: the first of the rest that is like it is named, if there is one.
 */
bool parser_lacks(struct parser *parser, enum word word);
/* An error unless the line has ended. */
bool parser_finish_line(struct parser *parser);
/* What is left of the line, without white space and quotes around it; takes
   it. Empty (begin == end) when nothing is left. */
struct location parser_take_name(struct parser *parser);
/* The same with its quotes. */
struct location parser_take_rest(struct parser *parser);

struct location parser_location(const struct parser *parser, uint32_t begin,
                                uint32_t end);
struct location parser_line_location(const struct parser *parser);

/* Reports an error, once a line, with the example of the line's first word
   after it. Always false. */
bool parser_error(struct parser *parser, struct location where,
                  const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The same without the example. */
bool parser_error_plain(struct parser *parser, struct location where,
                        const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* A guess at what the next words of a line were meant to be; begin with
   WORD_NONE. */
struct parse_guess {
  enum word word;
  struct scan_word found; /* from the first to the last of the typed words */
  struct nearest nearest;
};

/* Compares a word with as many words of the line as it has, with fewer and
   with one more: for "eachside", "wait me" and "half way". */
void parser_consider(const struct parser *parser, enum word word,
                     struct parse_guess *guess);

/* Whether a word of several words is begun here and not finished. */
bool parser_begins(const struct parser *parser, enum word word);
/* Reports that. Always false. */
bool parser_unfinished(struct parser *parser, enum word word);
/* Reports the next word by what could stand here; false when nothing that
   could is like it. */
bool parser_refuse_near(struct parser *parser);
/* Reports the next word as unknown here, suggesting what could stand here;
   at the end of the line, that `missing` is missing. Always false. */
bool parser_unexpected(struct parser *parser, const char *missing);

/* A quoted stretch of the file short enough to be heard: "%.*s%s" takes its
   three parts. */
#define QUOTED_MOST_BYTES 60
int quoted_length(struct location where);
const char *quoted_bytes(struct location where);
const char *quoted_rest(struct location where);
#define QUOTED "\"%.*s%s\""
#define QUOTE(where)                                                           \
  quoted_length(where), quoted_bytes(where), quoted_rest(where)

/* --- parse_number.c --- */

/* number = DIGITS [ "." DIGITS ] | number word */
bool parse_number(struct parser *parser, double *number);
/* quantity = number | "@" NAME ; whole numbers from 1 on */
bool parse_count(struct parser *parser, struct quantity *quantity);
/* quantity, of any number */
bool parse_plain_quantity(struct parser *parser, struct quantity *quantity);
/* quantity [ "seconds" ] ; of a breath */
bool parse_breath_seconds(struct parser *parser, struct quantity *quantity);
/* quantity within [least, most] */
bool parse_setting(struct parser *parser, struct quantity *quantity,
                   double least, double most);
/* True when a number, a number word or @name is next. */
bool parse_at_quantity(const struct parser *parser);

/* --- parse_duration.c --- */

/* duration = quantity unit { [ "and" ] quantity unit } | "@" NAME ; longer than
   nothing */
bool parse_duration(struct parser *parser, struct duration *duration);
/* duration, or "exactly" duration */
bool parse_length(struct parser *parser, struct duration *duration);
/* [ "for" ] length ; the formatter leaves the "for" out */
bool parse_stay(struct parser *parser, struct duration *duration);
/* True when a number is next, and no unit of time follows it but the end of the
   line, or from, to or times, mistyped perhaps. */
bool parser_lacks_unit(const struct parser *parser);

/* --- parse_text.c --- */

/* text = { literal | "@@" | "@" NAME | "@other side" } to the line's end */
bool parse_text(struct parser *parser, struct words *words);
/* The same over any stretch of the file. */
bool parse_words(struct parser *parser, struct location where,
                 struct words *words);
/* "@" NAME in front of the cursor, as a value's name. */
bool parse_value_name(struct parser *parser, enum value_need need,
                      const char **folded, struct location *where);
/* Where a value's name that starts at `from` ends: `from` when none does. */
uint32_t parse_name_end(const struct source *source, uint32_t from,
                        uint32_t limit);
/* Whether a folded name has a meaning of its own after an at sign. */
bool parse_is_reserved(const char *folded);
void parser_use_value(struct parser *parser, const char *folded,
                      enum value_need need, const char *choice,
                      struct location where);

/* --- parse_header.c --- */

/* The statements of the top of the file; the first word has been taken. */
bool parse_header(struct parser *parser, enum word word);

/* --- parse_value.c --- */

#define PARSE_MOST_CHOICES 32
/* Whether a literal duration lies in the range of a duration value; one that
   refers to values is taken to. */
bool duration_is_within(const struct duration *duration,
                        const struct value *value);
/* The rest of a `value` line. */
bool parse_value(struct parser *parser);

/* --- parse_statement.c, parse_span.c --- */

/* A statement of one line or a whole block; the first word has been taken.
   `statement` has its kind and place. */
typedef bool (*parse_function)(struct parser *parser,
                               struct statement *statement);
/* What reads the statement that begins with a word, and its kind; NULL when no
   statement does. */
parse_function parse_production(enum word word, enum statement_kind *kind);

bool parse_say(struct parser *parser, struct statement *statement);
bool parse_chime(struct parser *parser, struct statement *statement);
bool parse_sound(struct parser *parser, struct statement *statement);
bool parse_hold(struct parser *parser, struct statement *statement);
bool parse_during(struct parser *parser, struct statement *statement);
bool parse_cue_at(struct parser *parser, struct statement *statement);
bool parse_cue_every(struct parser *parser, struct statement *statement);
/* D "before the end" action ; nothing has been taken */
bool parse_cue_before_end(struct parser *parser, struct statement *statement);
bool parse_within(struct parser *parser, struct statement *statement);
bool parse_reps(struct parser *parser, struct statement *statement);
bool parse_move(struct parser *parser, struct statement *statement);
bool parse_breathe(struct parser *parser, struct statement *statement);

/* --- parse_first.c --- */

/* What the line begins with, taken; an unknown word is reported and taken for
   the one it was likely meant to be, WORD_NONE when there is none. A line of
   `during` that begins with a number gives WORD_BEFORE_THE_END. */
enum word parser_take_first_word(struct parser *parser);
/* Whether a line may begin with a word here. */
bool parser_is_legal(const struct parser *parser, enum word word);
/* True when the innermost open block is a `when`. */
bool parser_in_when(const struct parser *parser);

/* --- parse_guess.c --- */

/* Guesses which legal word the line was meant to begin with; false when none
   is near. */
bool parser_guess_first(const struct parser *parser, struct parse_guess *guess);

/* --- parse_exercise.c, parse_passage.c --- */

/* exercise = "exercise" NAME lines "end exercise" */
bool parse_exercise(struct parser *parser);
/* A passage: lines up to one that is exactly its end. */
bool parse_passage(struct parser *parser, struct words *words);

/* --- parse_block.c --- */

/* Reads the lines of a block up to its end, which is taken. */
bool parse_body(struct parser *parser, enum word opener, unsigned place,
                struct block *body);
bool parse_each_side(struct parser *parser, struct statement *statement);
bool parse_repeat(struct parser *parser, struct statement *statement);
bool parse_when(struct parser *parser, struct statement *statement);
/* An error for a block that the file's end leaves open. */
bool parser_never_ended(struct parser *parser, struct parse_frame frame);

/* Lets the parser begin the lists of its routine and of a result. */
void parser_collect(struct parser *parser, struct parse_result *result);
/* Reads a whole file. Errors are reported; the routine is there all the same.
   Possible errors: STATUS_NO_MEMORY. */
enum status parse_file(const struct source *source, struct arena *arena,
                       struct diagnostics *diagnostics, struct layout *layout,
                       struct parse_result *result);

#endif
