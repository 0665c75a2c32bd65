/* A routine unrolled: every pass through every statement in the order of time,
   before anything has a time and then with it. */

#ifndef SUPINE_TIMING_ITEM_H
#define SUPINE_TIMING_ITEM_H

#include "base/arena.h"
#include "plan/plan.h"
#include "wording/narrator.h"

/* A sound at a fixed moment of a count or of reps. */
struct beat {
  double at;            /* seconds from the start of the block */
  int64_t after_frames; /* and then these */
  enum event_kind kind;
  enum side side;
  struct sound sound;
  uint32_t line;
};

/* A cue inside `during`. */
struct timed_cue {
  enum span_cue_time when;
  double at; /* seconds */
  enum event_kind kind;
  struct sounds sounds;
  const struct statement *statement;
};

/* What sounds inside a hold, a rest or during. */
struct span {
  bool by_default; /* cues come only with more than DEFAULT_CUES_SECONDS */
  bool halfway;
  int countdown;
  double chime_every, time_left_every; /* seconds; 0: none */
  bool is_rest;
  const char *next;   /* of a rest: what comes next; NULL: nothing to say */
  bool next_is_named; /* more than "Get ready." */
  const struct timed_cue *cues;
  size_t cue_count;
  const struct statement *breathe; /* breath runs along; else NULL */
  struct breathing breathing;
};

enum item_kind {
  ITEM_SPEECH,    /* one sentence */
  ITEM_STRIKE,    /* a chime: rings on under what follows */
  ITEM_SOUND,     /* plays to its end */
  ITEM_BED,       /* the background changes */
  ITEM_SILENCE,   /* a pause or a wait */
  ITEM_SPAN,      /* a hold, a rest or during */
  ITEM_BEATS,     /* a count or reps */
  ITEM_BREATHE,   /* paced breathing of its own */
  ITEM_SLOT,      /* `within` begins */
  ITEM_SLOT_END,  /* and ends */
  ITEM_STEP,      /* a step begins */
  ITEM_SKIPPED,   /* a sentence that `explain` left out */
  ITEM_DESCRIBED, /* what `describe` says to whoever asks */
};

struct item {
  enum item_kind kind;
  enum event_kind event;
  enum side side;
  uint32_t step;
  const struct speech_settings *speech;
  struct location where;
  struct place place;
  struct sound sound;
  struct stretch stretch;
  union {
    const struct span *span;
    struct {
      const struct beat *items;
      size_t count;
    } beats;
    struct breathing breathing;
    struct sounds described;
    struct {
      float gain;
    } bed;
    struct {
      bool has_limit;
    } wait;
    struct {
      bool announced; /* its announcement is the next item */
    } step_start;
    struct {
      size_t partner; /* index of the other end */
    } slot;
  };
  double seconds;      /* the stretch as it was scaled */
  int64_t start_frame; /* set by schedule_run() */
  int64_t frames;
  int64_t sound_frame; /* of a span: where its first word may sound */
};

/* A whole routine unrolled. Details live in the arena. */
struct items {
  struct item *items;
  size_t count, capacity;
  struct step *steps; /* names in the arena; times set at the very end */
  size_t step_count, step_capacity;
  struct arena arena;
};

void items_init(struct items *items);
void items_finish(struct items *items);

/* Adds a copy; NULL when memory is short. Valid until the next one. */
struct item *items_add(struct items *items, const struct item *item);

/* How many cues come again and again in a span of `seconds`: those that one
   line asks for thousands of. Known before any is laid out. */
size_t span_repeated_cues(const struct span *span, double seconds);

#endif
