/* The walk through the tree that makes the items. Private to plan/. */

#ifndef SUPINE_PLAN_UNROLL_H
#define SUPINE_PLAN_UNROLL_H

#include "base/hash.h"
#include "base/text.h"
#include "plan/expand.h"
#include "plan/item.h"
#include "plan/lexicon.h"

/* A value as it was set from outside or by `do … with`. */
struct binding {
  const struct value *value;
  double number; /* seconds, breaths or a plain number */
  bool in_breaths;
  const char *choice;
  bool stays; /* fitting leaves it alone */
};

/* Whose values a statement sees. */
struct scope {
  const struct routine *routine;
  const struct binding *bindings; /* of this use */
  size_t binding_count;
};

/* Where the walk is. Copied at `do`, so that everything an exercise changes
   returns at its end. */
struct unroll {
  const struct plan_options *options;
  const struct clip_source *clips;
  const struct script *script;
  struct diagnostics *diagnostics;
  struct items *items;
  struct lexicon *lexicon;
  struct hash_counts
      *seen; /* explains spoken, uses counted, statements failed */
  const struct binding *settings; /* what was set from outside */
  size_t setting_count;
  double factor;      /* what fitting makes of spoken lengths */
  bool keeps_word;    /* and they last as many whole seconds as is said */
  size_t *statements; /* how many were run through */
  size_t *cues;       /* and what they sound, as far as it is known */
  bool *text_scales;  /* something spoken depends on the factor */

  struct scope scope;
  const struct manner *manner;
  struct breath breath; /* of the last pattern */
  enum side side;
  int round;     /* 0: in no repeat */
  uint64_t pass; /* as in struct place */
  unsigned depth;
  bool in_slot;
  uint32_t named_step; /* what the author called this stretch; or NO_STEP */

  struct pending *pending; /* shared by all copies */
};

#define NO_STEP UINT32_MAX

/* What is mixed into hashes to tell their purposes apart. */
enum purpose {
  PURPOSE_ROUND = 1,
  PURPOSE_SIDE,
  PURPOSE_USE,
  PURPOSE_EXPLAIN,
  PURPOSE_FAILURE,
  PURPOSE_WARNING,
  PURPOSE_SPOKEN, /* of values: @name stands in a text */
  PURPOSE_KEPT,   /* of values: used where fitting changes nothing */
};

/* What is announced only once something follows that takes time. */
struct pending {
  uint32_t step; /* the current one; NO_STEP before the first */
  bool side;     /* the side is to be named */
  bool changeover;
  const struct statement *side_statement;
  uint32_t resumed_step; /* to be continued; else NO_STEP */
  size_t rest;           /* index of a rest that wants to know what comes next;
                            else SIZE_MAX */
  int rest_round;
};

/* --- unroll.c --- */

/* Sets everything to how a session begins: values, voice, breath. */
enum status unroll_begin(struct unroll *unroll);

/* Walks through a block's statements. Everything wrong on the way is reported.
   Possible errors: STATUS_BAD_ROUTINE, STATUS_NO_VOICE, STATUS_NO_LANGUAGE,
   STATUS_NO_MEMORY. */
enum status unroll_block(struct unroll *unroll, const struct block *block);

/* --- flow.c --- */

enum status unroll_each_side(struct unroll *unroll,
                             const struct statement *each);
enum status unroll_repeat(struct unroll *unroll,
                          const struct statement *repeat);
enum status unroll_when(struct unroll *unroll, const struct statement *when);
enum status unroll_do(struct unroll *unroll, const struct statement *statement);
enum status unroll_step(struct unroll *unroll, const struct statement *step);

/* --- manner.c --- */

/* How the session begins to speak. */
enum status set_manner(struct unroll *unroll);
/* A `language` or `voice` statement. */
enum status unroll_name(struct unroll *unroll,
                        const struct statement *statement);
/* A `speed`, `pitch` or `volume` statement. */
enum status unroll_setting(struct unroll *unroll,
                           const struct statement *statement);
/* Speaks an exercise that is written in another human language in it. */
enum status enter_language(struct unroll *use, const struct routine *routine);

/* --- settings.c --- */

/* Makes bindings of `--set`, in the items' arena. */
enum status bind_settings(struct unroll *unroll);
/* Makes bindings of `do … with`, read in the caller's scope, for the scope of
   the use. */
enum status bind_arguments(struct unroll *unroll,
                           const struct statement *statement,
                           struct scope *scope);

/* --- values.c --- */

/* The value called `name` (folded) that the scope sees, or NULL. */
const struct value *find_value(const struct scope *scope, const char *name);
/* An error unless what was bound is within the value's range. */
enum status check_binding(struct unroll *unroll, const struct binding *binding,
                          struct location where);
/* Reads a duration; an error is reported when it is not positive or too long.
 */
enum status read_stretch(struct unroll *unroll, const struct duration *duration,
                         struct stretch *stretch);
/* Reads a number that must be whole and at least 1. */
enum status read_count(struct unroll *unroll, const struct quantity *quantity,
                       int64_t most, int64_t *count);
enum status read_number(struct unroll *unroll, const struct quantity *quantity,
                        double *number);
/* The same with what fitting may make of it. */
enum status read_number_range(struct unroll *unroll,
                              const struct quantity *quantity,
                              struct stretch *number);
/* The same as a stretch of breaths, with what fitting may make of it. */
enum status read_breaths(struct unroll *unroll, const struct quantity *quantity,
                         struct stretch *breaths);
enum status read_pattern(struct unroll *unroll,
                         const struct breath_pattern *pattern,
                         struct breath *breath);
/* The folded choice that a value has. */
enum status read_choice(struct unroll *unroll, const char *name,
                        struct location where, const char **choice);
/* Appends a value as it is spoken. */
enum status append_value(struct unroll *unroll, const char *name,
                         struct location where, struct text *out);

/* --- spoken.c --- */

/* Finds out which values are spoken, for the next two. */
void mark_spoken_values(struct unroll *unroll);
bool value_is_spoken(const struct unroll *unroll, const struct value *value);
/* Whether fitting leaves a value alone because what is said of it would else
   not be true. */
bool value_stays(const struct unroll *unroll, const struct value *value);

/* --- wording.c --- */

/* Appends words with their @ references. */
enum status append_words(struct unroll *unroll, const struct words *words,
                         struct text *out);
/* Writes a name with a capital first letter. */
void append_capitalised(const char *name, struct text *out);
/* A time in the words of errors and warnings: "1 second", "2.5 seconds". */
struct amount {
  char text[48];
};
/* To the millionth, beyond which only arithmetic writes. */
struct amount amount_of(double seconds);
/* To the tenth, of what was measured. */
struct amount amount_of_frames(int64_t frames);
/* A name or a sentence short enough to be heard in a message. */
struct brief {
  char text[80];
};
struct brief brief_of(const char *text);
/* An error about something that lasts longer than a session can. */
enum status report_too_long(struct unroll *unroll, struct location where,
                            double seconds);

/* --- utter.c --- */

/* Speaks one sentence; one that the voice cannot speak is warned about and
   gives a clip of NULL. `text` is copied. */
enum status utter(struct unroll *unroll, const char *text,
                  struct location where, struct sound *sound);
/* Finds a sound of the routine, or of Supine's own when `where` is nowhere. */
enum status find_sound(struct unroll *unroll, const char *name,
                       struct location where, struct sound *sound);
/* Appends what was meant by a name that is not there: Did you mean "rain"? Or
   `otherwise`, when nothing is near. */
void append_suggestion(const struct unroll *unroll, enum clip_name kind,
                       const char *name, const char *beside,
                       const char *otherwise, struct text *out);
/* Splits words into sentences and speaks them. */
enum status utter_words(struct unroll *unroll, const struct words *words,
                        struct sounds *sounds);
/* The time a word has. */
struct room {
  int64_t frames;
  int64_t taken;    /* of these, by what is spoken before it */
  const char *name; /* "the move" */
  struct location where;
};

/* The words in full, else in short (NULL: they have no short form), else a
   tick: whichever is the first to fit; warns when it is not the first. */
enum status utter_within(struct unroll *unroll, const char *text,
                         const char *brief, const struct room *room,
                         struct sound *sound);

/* --- steps.c --- */

/* Called before anything that takes time or sounds: names what is pending. */
enum status touch(struct unroll *unroll, const struct statement *statement);
/* Begins a step and announces it. */
enum status begin_step(struct unroll *unroll, const char *name,
                       const struct statement *statement);
/* Index of the file that a source is; 0 for "nowhere". */
uint32_t file_index(const struct script *script, const struct source *source);
/* The item for a statement, with everything filled in that all have. */
struct item make_item(const struct unroll *unroll, enum item_kind kind,
                      enum event_kind event, const struct statement *statement);
enum status add_item(struct unroll *unroll, const struct item *item);
/* An error once there are more cues and sentences than a session holds. */
enum status count_cues(struct unroll *unroll, size_t count,
                       struct location where);
/* Adds one spoken sentence of the player's own. */
enum status announce(struct unroll *unroll, const char *text,
                     const struct statement *statement);

/* --- spans.c, during.c, rhythm.c --- */

/* An error unless a sound of `frames` can come every `every` seconds in
   `length` seconds. */
enum status check_every(struct unroll *unroll, double every, double length,
                        int64_t frames, struct location where);
/* Adds the item with a copy of its span. */
enum status add_span(struct unroll *unroll, struct item *item,
                     const struct span *span);

enum status unroll_hold(struct unroll *unroll, const struct statement *hold);
enum status unroll_rest(struct unroll *unroll, const struct statement *rest);
enum status unroll_during(struct unroll *unroll,
                          const struct statement *during);
enum status unroll_within(struct unroll *unroll,
                          const struct statement *within);
enum status unroll_count(struct unroll *unroll, const struct statement *count);
enum status unroll_reps(struct unroll *unroll, const struct statement *reps);
enum status unroll_breathe(struct unroll *unroll,
                           const struct statement *breathe);

#endif
