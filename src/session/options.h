/* Options as tables: one table reads the words of a command line, writes them
   again, and is what help and completion are made from. */

#ifndef SUPINE_SESSION_OPTIONS_H
#define SUPINE_SESSION_OPTIONS_H

#include "base/status.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

enum option_kind {
  OPTION_FLAG,     /* bool: becomes true */
  OPTION_CHOICE,   /* int: becomes `least` */
  OPTION_NUMBER,   /* int: a whole number from `least` to `most` */
  OPTION_DURATION, /* int64_t: frames of "20 minutes", "20m", "1m30s", read
                      exactly as in a routine */
  OPTION_TEXT,     /* const char *: borrowed from the words */
  OPTION_SETTING,  /* struct plan_options: NAME=VALUE, may be repeated */
};

/* What a completion offers for a value or an operand. */
enum offer {
  OFFER_NOTHING,
  OFFER_COMMANDS,
  OFFER_ROUTINES,
  OFFER_STEPS,    /* of the routine that was typed */
  OFFER_SETTINGS, /* likewise: its values */
  OFFER_SOUNDS,   /* backgrounds among them */
  OFFER_BACKGROUNDS,
  OFFER_VOICES,
  OFFER_LANGUAGES,
  OFFER_WORDS, /* of the language of routines */
};

/* One option. It stands in a table that ends with a NULL name. `--fit DURATION`
   and `--fit=DURATION` are the same, and so are `-o FILE` and `-oFILE`. */
struct option {
  const char *name;     /* "--fit", "-o" */
  const char *argument; /* "DURATION"; NULL for a flag or choice */
  const char *help;     /* a line or two, without a full stop */
  size_t offset;        /* of the field in the struct that the table fills */
  const char *const *choices; /* the values there are, ending with NULL; NULL
                                 where they cannot be listed */
  enum option_kind kind;
  int least;
  int most;
  enum offer offers;
};

/* A table, and the struct that it fills. A row of them ends with a NULL table.
 */
struct option_target {
  const struct option *table;
  void *into; /* NULL where options are only looked up */
};

/* A command line as it is read. */
struct option_line {
  const struct option_target *targets;
  int operand_count; /* how many of the words are no options */
  bool wants_help;   /* `--help` or `-h` stood there; what follows is not read
                      */
  struct text wrong; /* one sentence; the caller finishes it */
};

/* Reads `count` words. Options and operands may be mixed, and `--` ends the
   options; operands are moved to the front of `words`, in order. Options that
   are not given leave their fields as they are. Settings are allocated, and
   belong to the struct that they are in.
   Possible errors: STATUS_BAD_ARGUMENT, with the reason in `wrong`;
   STATUS_NO_MEMORY. */
enum status options_read(struct option_line *line, char **words, int count);

/* The option that the first `length` bytes of `typed` name; NULL when there is
   none. */
const struct option *options_find(const struct option_target *targets,
                                  const char *typed, size_t length);

/* The words that options_read() makes `values` of when it begins from
   `initial`. The caller frees each word and the array; when memory is short
   there are fewer. */
void options_write(const struct option *table, const void *values,
                   const void *initial, char ***words, size_t *count);

#endif
