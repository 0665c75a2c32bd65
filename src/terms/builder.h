/* The tree as it grows: where the lines stand, and what they have added. */

#ifndef SUPINE_TERMS_BUILDER_H
#define SUPINE_TERMS_BUILDER_H

#include "script/cursor.h"
#include "terms/parse_result.h"

/* An open block. */
struct open_block {
  enum word opener;
  struct location where; /* its opening line */
  bool failed;           /* which was wrong */
};

/* What the line that is being read has opened: a block, or a passage of
   speech; neither when both pointers are NULL. */
struct opening {
  struct open_block block;
  struct block *body;           /* gets the lines that follow */
  unsigned place;               /* where those stand: PLACE_… */
  struct when_branch *branch;   /* of a `when`, which `otherwise` divides */
  struct words *passage;        /* gets the text that follows */
  const struct item_name *name; /* of a `for each`; else NULL */
};

struct builder {
  struct routine *routine;
  const struct parse_result *result;         /* borrowed */
  struct open_block blocks[TREE_MOST_DEPTH]; /* from outside inwards */
  size_t depth;
  unsigned place; /* where the line stands: bits of PLACE_… */
  const struct item_name
      *names; /* of each `for each` around, innermost first */
  struct opening opening;
  bool unwinding;              /* a mismatched end closes blocks further out */
  size_t unopened;             /* wrong lines that may have been meant to open a
                                  block, and whose end has not come */
  struct location round_where; /* of an @round that the line reckons with */

  /* the ends of the lists that grow */
  const struct value **next_value;
  const struct exercise **next_exercise;
  const struct pronunciation **next_pronunciation;
  struct value_use **next_use;
  struct difference **next_difference;
  struct pending_do **next_do;
  struct pending_include **next_include;
  struct failed_line **next_failed;
};

/* Begins empty lists of `result` and of its routine, which are borrowed. */
void builder_init(struct builder *builder, struct parse_result *result);

/* Whether a line may begin with a word here. */
bool builder_takes(const struct builder *builder, enum word word);
/* True when the innermost open block is a `when`. */
bool builder_in_when(const struct builder *builder);

/* Whether a folded name is that of an item of a list here. */
bool builder_names_item(const struct builder *builder, const char *folded);

/* The lines that follow go into a block, up to its end. Called first of all, so
   that the block is open even when the rest of its line is wrong. */
void builder_open(struct cursor *cursor, unsigned place, struct block *body);
/* The same for a block that takes whatever the place takes where it stands. */
void builder_open_inner(struct cursor *cursor, struct block *body);
/* The same for a `when`. */
void builder_open_when(struct cursor *cursor, struct when_branch *branch);
/* The same for a `for each`, which names its items. */
void builder_open_items(struct cursor *cursor, struct block *body,
                        struct item_name *name);
/* The lines that follow are text, up to the passage's end. */
void builder_open_passage(struct cursor *cursor, struct words *words);

/* Each adds to a list. What has to be taken from memory first is not added when
   there is none: the cursor's status says so. */
void builder_add_value(struct builder *builder, struct value *value);
void builder_add_exercise(struct builder *builder, struct exercise *exercise);
void builder_add_pronunciation(struct builder *builder,
                               struct pronunciation *entry);
void builder_add_use(struct cursor *cursor, const struct value_use *use);
void builder_add_difference(struct cursor *cursor,
                            const struct duration *amount);
void builder_add_do(struct cursor *cursor, struct statement *statement,
                    struct location rest);
void builder_add_include(struct cursor *cursor, struct location where);
/* The line that is being read was wrong; `is_unknown` as in the list. */
void builder_add_failed(struct cursor *cursor, bool is_unknown);

#endif
