/* What a value or a quantity of the routine amounts to where it is read. */

#ifndef SUPINE_VALUES_VALUES_H
#define SUPINE_VALUES_VALUES_H

#include "base/arena.h"
#include "base/hash.h"
#include "base/side.h"
#include "base/text.h"
#include "phrases/phrases.h"
#include "plan/plan_options.h"
#include "script/diagnose.h"
#include "script/tree.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SESSION_SECONDS_MAX (24.0 * 3600)

/* A length that fitting may change, in seconds. */
struct stretch {
  double seconds;
  double least, most; /* equal to `seconds` when it must stay */
  double cycle;       /* of a breath: it takes whole ones; else 0 */
};

/* A length that stays as it is. */
static inline struct stretch stretch_fixed(double seconds)
{
  return (struct stretch){
      .seconds = seconds, .least = seconds, .most = seconds};
}

/* A paced breath, in seconds; its cycle is their sum. */
struct breath {
  double in, in_again, hold_in, out, hold_out;
};

static inline double breath_cycle(const struct breath *breath)
{
  return breath->in + breath->in_again + breath->hold_in + breath->out +
         breath->hold_out;
}

/* Breathing that goes from one breath to another in equal steps. */
struct breathing {
  struct breath first, last;
};

/* What its breaths take on average. */
static inline double breathing_cycle(const struct breathing *breathing)
{
  return (breath_cycle(&breathing->first) + breath_cycle(&breathing->last)) / 2;
}

/* The breath at a share of the way, 0 to 1. */
static inline struct breath breathing_at(const struct breathing *breathing,
                                         double share)
{
  const struct breath *a = &breathing->first;
  const struct breath *b = &breathing->last;
  return (struct breath){
      .in = a->in + share * (b->in - a->in),
      .in_again = a->in_again + share * (b->in_again - a->in_again),
      .hold_in = a->hold_in + share * (b->hold_in - a->hold_in),
      .out = a->out + share * (b->out - a->out),
      .hold_out = a->hold_out + share * (b->hold_out - a->hold_out),
  };
}

/* A value as it was set from outside or by `do … with`. */
struct binding {
  const struct value *value;
  double number; /* seconds, breaths or a plain number */
  bool in_breaths;
  const char *choice; /* or a text */
  bool stays;         /* fitting leaves it alone */
};

/* What is the same for all values of one attempt at a timetable. */
struct values {
  const struct script *script;
  struct diagnostics *diagnostics;
  struct arena *arena;            /* of what lasts as long as the attempt */
  const struct binding *settings; /* what was set from outside */
  size_t setting_count;
  struct hash_counts marks; /* owned: how values are used; spoken_values.c */
  double factor;            /* what fitting makes of spoken lengths */
  bool keeps_word;          /* and they last as many whole seconds as is said */
  bool text_scales;         /* answer: something spoken depends on the factor */
};

/* An item of a list, by the name that its `for each` gives it. */
struct named_item {
  const char *name; /* folded */
  const char *text;
  const struct named_item *outer; /* of the list around; NULL: none */
};

/* Where in the routine a quantity is read. */
struct scope {
  struct values *values; /* borrowed; the same in every scope */
  const struct routine *routine;
  const struct binding *bindings; /* of this use of an exercise */
  size_t binding_count;
  struct breath breath;                   /* of the last pattern */
  bool in_slot;                           /* within `within`, nothing scales */
  enum side side;                         /* SIDE_NONE: on no side */
  const char *called_left, *called_right; /* how the sides are spoken of; NULL:
                                             as in the catalogue */
  const struct named_item *items;         /* innermost first */
  int round;                              /* 0: in no repeat */
  int rounds; /* of the repeat; 0: nobody knows how many */
};

/* --- scope.c --- */

/* The value called `name` (folded) that the scope sees, or NULL. */
const struct value *scope_find_value(const struct scope *scope,
                                     const char *name);

/* What a side is spoken as: as the routine calls it, or as `phrases` do. */
const char *scope_side_words(const struct scope *scope, enum side side,
                             const struct phrases *phrases);

/* Reports what lasts longer than a session can: STATUS_BAD_ROUTINE. */
enum status scope_report_too_long(const struct scope *scope,
                                  struct location where, double seconds);

/* --- quantities.c and amounts.c --- */

/* Reports an error unless what was bound is within the value's range.
   Possible errors: STATUS_BAD_ROUTINE, STATUS_NO_MEMORY. */
enum status scope_check_binding(const struct scope *scope,
                                const struct binding *binding,
                                struct location where);

/* Each of these reads one quantity. What is wrong with it is reported.
   Possible errors: STATUS_BAD_ROUTINE, STATUS_NO_MEMORY. */

/* A duration, which must be positive and no longer than a session can be. */
enum status scope_read_stretch(const struct scope *scope,
                               const struct duration *duration,
                               struct stretch *stretch);
/* A whole number from 1 to `most`. */
enum status scope_read_count(const struct scope *scope,
                             const struct quantity *quantity, int64_t most,
                             int64_t *count);
enum status scope_read_number(const struct scope *scope,
                              const struct quantity *quantity, double *number);
/* A plain number with what fitting may make of it. */
enum status scope_read_number_range(const struct scope *scope,
                                    const struct quantity *quantity,
                                    struct stretch *number);
/* A number of breaths as the time they take. */
enum status scope_read_breaths(const struct scope *scope,
                               const struct quantity *quantity,
                               struct stretch *breaths);
enum status scope_read_pattern(const struct scope *scope,
                               const struct breath_pattern *pattern,
                               struct breath *breath);
/* The folded choice that a value has. */
enum status scope_read_choice(const struct scope *scope, const char *name,
                              struct location where, const char **choice);
/* Whether things are here as a `when` asks. Lengths are compared as they are
   before fitting. */
enum status scope_read_condition(const struct scope *scope,
                                 const struct condition *condition, bool *met);

/* Appends a value as it is spoken in the language of `phrases`. */
enum status scope_append_value(const struct scope *scope, const char *name,
                               struct location where,
                               const struct phrases *phrases, struct text *out);

/* --- bindings.c --- */

/* Makes bindings of `--set`, in the arena; `scope` is the main routine's.
   Possible errors: STATUS_BAD_ARGUMENT, STATUS_NO_MEMORY. */
enum status scope_bind_settings(const struct scope *scope,
                                const struct plan_options *options);

/* Makes the scope of what a `do` uses: the exercise's routine, with bindings of
   `with`, which are read in the caller's scope; `phrases` say what is passed on
   as a text.
   Possible errors: STATUS_BAD_ROUTINE, STATUS_NO_MEMORY. */
enum status scope_enter_use(const struct scope *caller,
                            const struct statement *statement,
                            const struct phrases *phrases, struct scope *use);

/* --- spoken_values.c --- */

/* Finds out which values are spoken, for the next two. */
void values_mark_spoken(struct values *values);

bool values_is_spoken(const struct values *values, const struct value *value);

/* Whether fitting leaves a value alone because what is said of it would else
   not be true. */
bool values_stays(const struct values *values, const struct value *value);

#endif
