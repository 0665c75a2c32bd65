/* What a routine says, as a tree: the parser makes it, the planner reads it.
   Everything is owned by the script and immutable once parsed. */

#ifndef SUPINE_SCRIPT_TREE_H
#define SUPINE_SCRIPT_TREE_H

#include "base/arena.h"
#include "base/side.h"
#include "script/source.h"

#include <stdbool.h>
#include <stddef.h>

struct exercise;
struct routine;
struct statement;

/* Blocks inside one another, and exercises that use one another, at most: who
   walks a tree may do so by recursion. */
#define TREE_MOST_DEPTH 32

/* --- Words and quantities --- */

enum piece_kind {
  PIECE_LITERAL,    /* text as it stands; "@@" has become "@" */
  PIECE_VALUE,      /* @name: the words of a value */
  PIECE_SIDE,       /* @side */
  PIECE_OTHER_SIDE, /* @other side */
  PIECE_ROUND,      /* @round */
};

struct piece {
  enum piece_kind kind;
  const char *text; /* the literal, or the value's folded name; else NULL */
};

/* Text to be spoken or shown, with its @ references. */
struct words {
  const struct piece *pieces;
  size_t count;
  struct location where;
};

enum unit {
  UNIT_NONE, /* "times", or nothing */
  UNIT_SECONDS,
  UNIT_MINUTES,
  UNIT_HOURS,
  UNIT_BREATHS,
};

/* A number with its unit, or `@name` with or without a unit after it. */
struct quantity {
  const char *value; /* folded name of the value; else NULL */
  bool is_round;     /* @round */
  double number;     /* when it is neither */
  enum unit unit;    /* UNIT_NONE with a value: the value is a duration */
  const struct quantity *times; /* what it is multiplied by; NULL: nothing */
  const struct quantity *plus;  /* what is added to a plain number, or, when
                                   that says so, taken away; NULL: nothing */
  bool minus;                   /* it is taken away from what it follows */
  struct location where;
};

/* Whether the number is known without asking where it stands. */
static inline bool quantity_is_literal(const struct quantity *quantity)
{
  return !quantity->value && !quantity->is_round && !quantity->times &&
         !quantity->plus;
}

/* Units in one length of time: "1 hour 2 minutes 3 seconds". */
#define TREE_MOST_UNITS 3

/* "1 minute 30 seconds", "@length plus 5 seconds": the sum of its parts. */
struct duration {
  struct quantity parts[2 * TREE_MOST_UNITS];
  size_t count; /* 0: not given */
  bool exactly; /* "exactly 30 seconds" is never changed by fitting */
  struct location where;
};

/* --- Blocks --- */

/* Statements in their order. */
struct block {
  const struct statement *first;
  struct location end; /* the line that closes it */
};

/* --- Parts of statements --- */

/* What a hold was told after `with`. */
struct hold_cues {
  bool given; /* false: the defaults of the language apply */
  bool none;  /* `without cues` */
  bool halfway;
  struct quantity countdown; /* `countdown from N` */
  bool has_countdown;
  struct duration chime_every;     /* count 0: none */
  struct duration time_left_every; /* count 0: none */
};

enum span_cue_time {
  CUE_AT,         /* `at D` */
  CUE_AT_HALFWAY, /* `at halfway` */
  CUE_EVERY,      /* `every D`, the ends excluded */
  CUE_BEFORE_END, /* `D before the end` */
};

/* A pattern of paced breathing, in seconds as numbers or values. */
struct breath_pattern {
  struct quantity in;
  struct quantity in_again; /* has_in_again */
  struct quantity hold_in;  /* has_hold_in */
  struct quantity out;
  struct quantity hold_out; /* has_hold_out */
  bool has_in_again;
  bool has_hold_in;
  bool has_hold_out;
};

enum bed_level { BED_SOFT, BED_QUIET, BED_FULL };

/* What a `when` asks about. */
enum subject { SUBJECT_VALUE, SUBJECT_SIDE, SUBJECT_ROUND };

enum comparison {
  COMPARE_IS,
  COMPARE_IS_LAST, /* of a round alone */
  COMPARE_MORE,
  COMPARE_LESS,
  COMPARE_AT_LEAST,
  COMPARE_AT_MOST,
};

/* `level is gentle`, `round is at least 2`. Whether it compares words or
   amounts shows once the value is known. */
struct condition {
  enum subject subject;
  const char *value; /* folded name of the value; else NULL */
  enum comparison comparison;
  const char *choice;     /* folded: what stands last, as words */
  struct duration amount; /* and as a number (without unit) or a length; count
                             0: it is neither */
  struct location where;  /* of what stands last */
};

/* One branch of `when … otherwise …`. */
struct when_branch {
  const struct condition *condition; /* NULL for `otherwise` */
  struct location where;
  struct block body;
  const struct when_branch *next;
};

/* `with VALUE D` of a `do`. */
struct argument {
  const char *value;        /* folded name */
  struct duration duration; /* count 0: see number and choice */
  struct quantity number;
  bool is_number;
  const char *choice; /* folded; NULL unless it is a choice */
  const char *text;   /* NULL unless it is a text */
  const char *passed; /* folded name of the value, or of the `for each`, whose
                         choice or text it gets */
  bool passes_side;   /* it gets the side as its choice */
  struct location where;
  const struct argument *next;
};

/* What speech can be set to. */
#define VOLUME_MOST 200 /* per cent of the even level */

/* --- Statements --- */

enum statement_kind {
  STATEMENT_SAY,
  STATEMENT_EXPLAIN,
  STATEMENT_DESCRIBE,
  STATEMENT_PAUSE,
  STATEMENT_HOLD,
  STATEMENT_REST,
  STATEMENT_DURING,
  STATEMENT_SPAN_CUE, /* inside during alone */
  STATEMENT_WITHIN,
  STATEMENT_COUNT,
  STATEMENT_REPS,
  STATEMENT_MOVE, /* inside reps alone */
  STATEMENT_BREATHE,
  STATEMENT_EACH_SIDE,
  STATEMENT_ONE_SIDE,
  STATEMENT_FOR_EACH,
  STATEMENT_REPEAT,
  STATEMENT_DO,
  STATEMENT_STEP,
  STATEMENT_WAIT,
  STATEMENT_CHIME,
  STATEMENT_SOUND,
  STATEMENT_BACKGROUND,
  STATEMENT_WHEN,
  STATEMENT_VOICE,
  STATEMENT_SPEED,
  STATEMENT_PITCH,
  STATEMENT_VOLUME,
};

struct statement {
  enum statement_kind kind;
  struct location where;       /* the statement's first line, without its end */
  struct location round_where; /* of an @round to reckon with, if it has one */
  const struct statement *next;
  union {
    /* A passage is one text; its lines are joined by line feeds. */
    struct {
      struct words words;
    } say; /* explain and describe too */
    struct {
      struct duration duration;
    } pause;
    struct {
      struct duration duration;
      struct hold_cues cues;
    } hold;
    struct {
      struct duration duration;
      struct hold_cues cues;
      bool between_rounds; /* not after the last */
    } rest;
    struct {
      struct duration duration;
      struct block body; /* span cues and breathe */
    } during;
    struct {
      enum span_cue_time when;
      struct duration at;             /* unused by CUE_AT_HALFWAY */
      const struct statement *action; /* say, chime or sound */
    } span_cue;
    struct {
      struct duration duration;
      struct block body;
    } within;
    struct {
      struct quantity count;
      struct duration every;
    } count;
    struct {
      struct quantity count;
      bool alternating;
      enum side first_side; /* of alternating reps */
      bool without_numbers;
      struct block body; /* move statements */
    } reps;
    struct {
      struct words words;
      struct duration duration;
    } move;
    struct {
      struct breath_pattern pattern;
      struct breath_pattern becoming; /* has_becoming: the last breath's */
      bool has_becoming;
      struct quantity breaths; /* has_breaths: `for 6 breaths` */
      bool has_breaths;
      struct duration duration; /* `for 2 minutes`; count 0: none (in during) */
    } breathe;
    struct {
      enum side first;
      const char *called_left, *called_right; /* NULL: as Supine calls them */
      struct block body;
    } each_side;
    struct {
      enum side side;
      struct block body;
    } one_side;
    struct {
      const char *name;         /* folded */
      const char *const *items; /* as they are written */
      size_t count;
      struct block body;
    } for_each;
    struct {
      struct duration duration; /* `for 5 minutes`; count 0: see `count` */
      struct quantity count;
      struct block body;
    } repeat;
    struct {
      const struct exercise *exercise; /* resolved */
      struct quantity count;           /* has_count: `do NAME 3 times` */
      bool has_count;
      const struct argument *arguments;
    } use;
    struct {
      struct words name;
    } step;
    struct {
      struct duration limit; /* count 0: none */
    } wait;
    struct {
      const char *name; /* NULL for the plain `chime` */
      bool soft;
    } chime;
    struct {
      const char *name;
    } sound;
    struct {
      const char *name; /* NULL for `background off` */
      enum bed_level level;
    } background;
    struct {
      const struct when_branch *branches;
    } when;
    struct {
      const char *name;
    } voice;
    struct {
      struct quantity number; /* words a minute, 0 to 99, per cent */
    } setting;                /* speed, pitch, volume */
  };
};

/* --- Definitions --- */

enum value_kind { VALUE_DURATION, VALUE_NUMBER, VALUE_CHOICE, VALUE_TEXT };

struct value {
  const char *name; /* as it was written */
  const char *folded;
  enum value_kind kind;
  struct duration duration, duration_from, duration_to;
  double number, number_from, number_to;
  bool has_range;
  const char *const *choices; /* folded; the first is the default */
  size_t choice_count;
  const char *text; /* of VALUE_TEXT */
  struct location where;
  const struct value *next;
};

/* `pronounce WORD as TEXT`: whole words, letter case ignored. */
struct pronunciation {
  const char *word;
  const char *spoken;
  const struct pronunciation *next;
};

struct exercise {
  const char *name; /* as it was written */
  const char *folded;
  const struct routine *routine; /* whose values it sees */
  struct block body;
  struct location where;
  const struct exercise *next;
};

/* How a session begins. */
enum session_opening { OPENING_FULL, OPENING_TITLE, OPENING_NONE };

/* One file. */
struct routine {
  const struct source *source;
  struct words title, about, author, licence, origin; /* count 0: absent */
  enum session_opening opening;
  bool no_closing; /* its line is closing_where */
  struct location opening_where, closing_where;
  const char *language;                        /* NULL: English */
  const char *voice;                           /* NULL: the default */
  struct location language_where, voice_where; /* their lines, if given */
  struct quantity speed, pitch, volume; /* where.source NULL: not given */
  const struct value *values;
  const struct pronunciation *pronunciations;
  const struct exercise *exercises;
  struct block body;          /* what the file does */
  const struct routine *next; /* the next included file */
};

/* The file that is played and everything it includes. */
struct script {
  const struct routine *main;
  size_t routine_count;
  struct arena arena; /* holds everything above */
};

#endif
