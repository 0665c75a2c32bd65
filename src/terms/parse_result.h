/* What one file leaves to be resolved when every file has been read. */

#ifndef SUPINE_TERMS_PARSE_RESULT_H
#define SUPINE_TERMS_PARSE_RESULT_H

#include "script/tree.h"

/* What a place in a line needs of a value. */
enum value_need {
  NEED_ANY,      /* @name in text */
  NEED_DURATION, /* @name where a length of time stands */
  NEED_NUMBER,   /* @name before a unit, or where a number stands */
  NEED_SECONDS,  /* either, in a breath */
  NEED_PASSING,  /* a choice given at `do` */
  NEED_ASKING,   /* when */
};

/* A reference to a value. */
struct value_use {
  const char *folded;
  enum value_need need;
  const struct condition *condition; /* of NEED_ASKING; else NULL */
  const struct value *into;          /* of NEED_PASSING; else NULL */
  struct location where;
  struct value_use *next;
};

/* An amount from which something is taken away: it must leave something,
   wherever in their ranges its values are. */
struct difference {
  struct duration amount;
  struct difference *next;
};

/* The name that a `for each` gives to its items, inside which others stand. */
struct item_name {
  const char *folded;
  const struct item_name *outer;
};

/* A `do`, whose exercise may stand further down or in another file. */
struct pending_do {
  struct statement *statement;
  struct location rest;          /* the name and what follows it */
  const struct item_name *names; /* that it can pass on */
  struct pending_do *next;
};

struct pending_include {
  struct location where; /* of the name */
  struct pending_include *next;
};

/* A line that was wrong. What it names is not there, and nothing more is said
   of that. */
struct failed_line {
  struct location where;
  bool is_unknown; /* and may have been meant to open a block */
  struct failed_line *next;
};

/* Each list in the order of the file; everything lives in its arena. */
struct parse_result {
  struct routine *routine;
  struct value_use *uses;
  struct difference *differences;
  struct pending_do *pending;
  struct pending_include *includes;
  struct failed_line *failed;
};

/* Whether a line that was wrong has a folded name in it, and was perhaps to
   define it. */
bool parse_result_failed(const struct parse_result *result, const char *folded);

#endif
