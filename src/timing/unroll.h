/* The walk through the tree that makes the items. */

#ifndef SUPINE_TIMING_UNROLL_H
#define SUPINE_TIMING_UNROLL_H

#include "timing/item.h"

#define NO_STEP UINT32_MAX

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

/* What one walk gathers, whoever of its copies comes by. */
struct unroll_log {
  struct pending pending;
  enum side last_side;     /* that was worked on; SIDE_NONE: none yet */
  struct hash_counts seen; /* by unroll_key(); and uses, by their pass */
  size_t statements;       /* how many were run through */
  size_t cues;             /* and what they sound, as far as it is known */
};

/* Where the walk is. Copied at `do`, so that everything an exercise changes
   returns at its end. */
struct unroll {
  /* The same in every copy; borrowed. */
  const struct plan_options *options;
  struct diagnostics *diagnostics;
  struct items *items;
  struct unroll_log *log;
  struct hash_counts *rounds; /* of each `repeat for`, once it was measured */

  struct narrator narrator;
  uint64_t pass; /* as in struct place */
  unsigned depth;
  uint32_t named_step; /* what the author called this stretch; or NO_STEP */
};

/* What the walk has seen of a statement. */
enum seen { SEEN_EXPLAIN, SEEN_FAILURE };

static inline uint64_t unroll_key(enum seen seen,
                                  const struct statement *statement)
{
  return hash_mix(seen, (uintptr_t)statement);
}

/* --- walk.c --- */

/* Walks through a block's statements. Everything wrong on the way is reported.
   Possible errors: STATUS_BAD_ROUTINE, STATUS_NO_VOICE, STATUS_NO_LANGUAGE,
   STATUS_NO_MEMORY. */
enum status unroll_block(struct unroll *unroll, const struct block *block);

/* --- unroll_items.c --- */

/* Index of the file that a source is; 0 for "nowhere". */
uint32_t unroll_file_index(const struct script *script,
                           const struct source *source);

/* The item for a statement, with everything filled in that all have; NULL
   stands for what no line asked for. */
struct item unroll_make_item(const struct unroll *unroll, enum item_kind kind,
                             enum event_kind event,
                             const struct statement *statement);

/* Adds a copy of the item.
   Possible errors: STATUS_BAD_ROUTINE, STATUS_NO_MEMORY. */
enum status unroll_add_item(struct unroll *unroll, const struct item *item);

/* Reports an error once there are more cues and sentences than a session
   holds: STATUS_BAD_ROUTINE. */
enum status unroll_count_cues(struct unroll *unroll, size_t count,
                              struct location where);

/* --- announce.c --- */

/* Adds one spoken sentence of the player's own.
   Possible errors: those of narrator_speak() and unroll_add_item(). */
enum status unroll_announce(struct unroll *unroll, const char *text,
                            const struct statement *statement);

/* The same for a title or a name that the author gave. */
enum status unroll_announce_authored(struct unroll *unroll, const char *text,
                                     const struct statement *statement);

/* Announces what is pending. Called before anything that takes time or sounds.
   Possible errors: those of unroll_announce(). */
enum status unroll_announce_pending(struct unroll *unroll,
                                    const struct statement *statement);

/* Begins a step and announces it; `name` is kept.
   Possible errors: those of unroll_announce(). */
enum status unroll_begin_step(struct unroll *unroll, const char *name,
                              const struct statement *statement);

/* Begins the step of a `do`, named after the exercise.
   Possible errors: those of unroll_announce(). */
enum status unroll_begin_use(struct unroll *use,
                             const struct statement *statement);

/* --- Statements that hold no others: moments.c, spans.c, during.c, rhythm.c
   and reps.c. Possible errors: those of unroll_block(). --- */

enum status unroll_say(struct unroll *unroll, const struct statement *say);
enum status unroll_explain(struct unroll *unroll,
                           const struct statement *explain);
enum status unroll_describe(struct unroll *unroll,
                            const struct statement *describe);
/* The sound of a `chime`. */
enum status unroll_find_chime(struct unroll *unroll,
                              const struct statement *chime,
                              struct sound *sound);
enum status unroll_chime(struct unroll *unroll, const struct statement *chime);
enum status unroll_sound(struct unroll *unroll, const struct statement *sound);
enum status unroll_background(struct unroll *unroll,
                              const struct statement *background);
enum status unroll_pause(struct unroll *unroll, const struct statement *pause);
enum status unroll_wait(struct unroll *unroll, const struct statement *wait);

enum status unroll_hold(struct unroll *unroll, const struct statement *hold);
enum status unroll_rest(struct unroll *unroll, const struct statement *rest);
enum status unroll_during(struct unroll *unroll,
                          const struct statement *during);

enum status unroll_count(struct unroll *unroll, const struct statement *count);
enum status unroll_reps(struct unroll *unroll, const struct statement *reps);
/* Reads what a `breathe` goes from and to. A breath is their mean from here
   on: the length that follows may be in breaths. */
enum status unroll_read_breathing(struct unroll *unroll,
                                  const struct statement *breathe,
                                  struct breathing *breathing);
enum status unroll_breathe(struct unroll *unroll,
                           const struct statement *breathe);

/* An error unless a sound of `frames` can come every `every` seconds in
   `length` seconds. */
enum status unroll_check_every(struct unroll *unroll, double every,
                               double length, int64_t frames,
                               struct location where);

/* Memory for so many beats, which count among the cues of the session. */
enum status unroll_take_beats(struct unroll *unroll,
                              const struct statement *statement, int64_t count,
                              struct beat **beats);

/* Adds the block of `seconds` in which the beats sound. */
enum status unroll_add_beats(struct unroll *unroll,
                             const struct statement *statement,
                             const struct beat *beats, size_t count,
                             double seconds);

/* Adds the item with a copy of its span. */
enum status unroll_add_span(struct unroll *unroll, struct item *item,
                            const struct span *span);

#endif
