/* The one table of the language's words: the parser, suggestions, `supine
   words`, the formatter and the editors' syntax files all read it, and nobody
   else knows how a word is spelled (tests/structure/words.sh).

   A table in another human language would be a second array of entries beside
   the English one in words.c, in the same order, and a second list of numbers.
   `language` in the header of a file would choose it: parse_language() would
   hand it to the functions below, which would ask the chosen table first and
   English after it, since English is always understood. What is not in this
   table and would need its own translation: the names @side, @other side and
   @round (parse_text.c), and the sentences of the messages. */

#ifndef SUPINE_SCRIPT_WORDS_H
#define SUPINE_SCRIPT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum word {
  WORD_NONE,
  /* what begins a line */
  WORD_TITLE,
  WORD_ABOUT,
  WORD_AUTHOR,
  WORD_LICENCE,
  WORD_SOURCE,
  WORD_LANGUAGE,
  WORD_OPENING,
  WORD_CLOSING,
  WORD_VOICE,
  WORD_SPEED,
  WORD_PITCH,
  WORD_VOLUME,
  WORD_PRONOUNCE,
  WORD_INCLUDE,
  WORD_VALUE,
  WORD_EXERCISE,
  WORD_SAY,
  WORD_EXPLAIN,
  WORD_DESCRIBE,
  WORD_PAUSE,
  WORD_HOLD,
  WORD_REST,
  WORD_DURING,
  WORD_AT,
  WORD_EVERY,
  WORD_WITHIN,
  WORD_COUNT,
  WORD_REPS,
  WORD_MOVE,
  WORD_BREATHE,
  WORD_EACH_SIDE,
  WORD_LEFT_SIDE,
  WORD_RIGHT_SIDE,
  WORD_FOR_EACH,
  WORD_REPEAT,
  WORD_DO,
  WORD_STEP,
  WORD_WAIT_FOR_ME,
  WORD_CHIME,
  WORD_SOUND,
  WORD_BACKGROUND,
  WORD_WHEN,
  WORD_OTHERWISE,
  WORD_END,
  WORD_NOTE,
  /* what stands inside a line */
  WORD_AS,
  WORD_FROM,
  WORD_TO,
  WORD_OR,
  WORD_TEXT,
  WORD_AND,
  WORD_WITH,
  WORD_WITHOUT_CUES,
  WORD_BETWEEN_ROUNDS,
  WORD_HALFWAY,
  WORD_COUNTDOWN_FROM,
  WORD_CHIME_EVERY,
  WORD_TIME_LEFT_EVERY,
  WORD_BEFORE_THE_END,
  WORD_EXACTLY,
  WORD_AT_MOST,
  WORD_AT_LEAST,
  WORD_MORE_THAN,
  WORD_LESS_THAN,
  WORD_THE_LAST,
  WORD_PLUS,
  WORD_MINUS,
  WORD_IN,
  WORD_OUT,
  WORD_HOLD_BREATH,
  WORD_FOR,
  WORD_IS,
  WORD_ALTERNATING_SIDES,
  WORD_CALLED,
  WORD_WITHOUT_NUMBERS,
  WORD_BECOMING,
  WORD_LEFT_FIRST,
  WORD_RIGHT_FIRST,
  WORD_QUIET,
  WORD_SOFT,
  WORD_FULL,
  WORD_OFF,
  WORD_TITLE_ONLY,
  WORD_NOTHING,
  WORD_TIMES,
  WORD_WORDS_A_MINUTE,
  WORD_PERCENT,
  /* units */
  WORD_SECONDS,
  WORD_MINUTES,
  WORD_HOURS,
  WORD_BREATHS,
  WORD_AFTER_LAST,
};

enum word_kind {
  WORD_KIND_HEADER,    /* says something about the routine */
  WORD_KIND_STATEMENT, /* one line */
  WORD_KIND_BLOCK,     /* opens a block; say and explain only when alone */
  WORD_KIND_END,       /* closes or divides a block */
  WORD_KIND_NOTE,
  WORD_KIND_PART, /* inside a line */
  WORD_KIND_UNIT,
};

/* Where a line can begin with a word; a set of bits. */
enum {
  PLACE_HEADER = 1,  /* the top of the file, before any action */
  PLACE_TOP = 2,     /* the file's own lines, outside every block */
  PLACE_FLOW = 4,    /* exercise, each side, repeat, when */
  PLACE_DURING = 8,  /* during */
  PLACE_WITHIN = 16, /* within */
  PLACE_REPS = 32,   /* reps */
  PLACE_CUE = 64,    /* after at, every or before the end */
  PLACE_ANY = 126,   /* inside what a wrong line has opened: all but the top */
};

struct word_entry {
  const char *spelling; /* one word, or several with a space between */
  const char *others;   /* further spellings of one word each, with a space
                           between; NULL: none */
  enum word_kind kind;
  unsigned places;     /* of words that begin a line; else 0 */
  const char *help;    /* one sentence */
  const char *example; /* a whole line, or lines parted by line feeds */
};

/* The entry of a word; WORD_NONE and anything unknown get an empty one. Static
   storage; any thread. */
const struct word_entry *word_entry(enum word word);

/* Whether what follows a word on its line is free text: speech, a name. */
bool word_takes_text(enum word word);

/* Whether bytes are one of the spellings of a word that are one word long,
   letter case ignored. */
bool word_is_spelled(enum word word, const char *bytes, size_t length);

/* How a unit is spelled behind a number: "second" behind 1, else "seconds". */
const char *word_counted(enum word word, double number);

/* The number that bytes spell as one word, letter case ignored; 0: none. */
int word_number(const char *bytes, size_t length);

/* Whether bytes spell the half of "half a minute". */
bool word_is_half(const char *bytes, size_t length);

/* How often "once", "twice" and "thrice" say; 0 for anything else. */
int word_often(const char *bytes, size_t length);

#endif
