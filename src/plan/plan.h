/* The timetable of a session: what sounds when, to the frame. Made once,
   immutable while it plays. */

#ifndef SUPINE_PLAN_PLAN_H
#define SUPINE_PLAN_PLAN_H

#include "base/arena.h"
#include "base/clip.h"
#include "base/side.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The kinds of `supine plan --json`, in its words: "say", "breath_in" … */
enum event_kind {
  EVENT_SAY,
  EVENT_EXPLAIN,
  EVENT_ANNOUNCE, /* spoken by the player itself: titles, steps, sides, rest */
  EVENT_CUE,      /* halfway, time left, the author's */
  EVENT_COUNT,    /* numbers and countdowns */
  EVENT_MOVE,
  EVENT_CHIME, /* the end mark of a hold among them */
  EVENT_SOUND,
  EVENT_BREATH_IN,
  EVENT_BREATH_HOLD,
  EVENT_BREATH_OUT,
  EVENT_BACKGROUND, /* a bed begins, changes or goes off */
  EVENT_HOLD,       /* the span of a hold, during or within */
  EVENT_REST,
  EVENT_PAUSE,
  EVENT_WAIT,
};

/* Where in the routine an event comes from, so that a new plan of the edited
   or re-paced routine can be entered at the same place. */
struct place {
  uint32_t file; /* index into the plan's files */
  uint32_t line; /* from 1; 0 for what no line asked for */
  /* Hash of the path that led here: uses, rounds and sides; equal in two plans
     for the same pass through the same statements. */
  uint64_t pass;
  uint32_t sentence; /* of this statement in this pass, from 0 */
};

struct event {
  int64_t start_frame;
  int64_t frames; /* of a chime: until it has rung out */
  enum event_kind kind;
  enum side side;
  uint32_t step;           /* index into the plan's steps */
  const char *text;        /* the spoken sentence, or the sound's name; "" for
                              spans; owned by the plan */
  const char *words;       /* given to the voice where they differ from the
                              text; "": a tone stands for it; else NULL; owned
                              by the plan */
  const struct clip *clip; /* what sounds; NULL for spans and breath tones;
                              borrowed from the stores the plan was made with */
  float gain;              /* linear, upon the clip */
  bool spoken;             /* the clip is speech: beds are ducked under it */
  bool has_limit;          /* of a wait: it goes on by itself at its end */
  float bed_gain;          /* of a background: linear; 0 when it goes off */
  struct place place;
};

struct step {
  const char *name; /* owned by the plan */
  enum side side;
  int round; /* 0: in no repeat */
  int64_t start_frame;
  int64_t frames;
  struct place place;
};

/* A sentence that `explain` left out because it had been said, for the
   listener who asks for it. */
struct explanation {
  uint32_t step;
  int64_t frame; /* where it would have been spoken */
  const char *text;
};

/* What `describe` says of a step to the listener who asks: no part of the
   session and of its length. */
struct description {
  uint32_t step;
  int64_t frame;    /* where the session comes by it */
  const char *text; /* all its sentences, with a space between */
  const struct description_sentence *sentences;
  size_t count; /* at least one */
  struct place place;
};

struct description_sentence {
  const char *text;
  const struct clip *clip; /* borrowed, as in struct event */
};

struct plan_warning {
  uint32_t file;
  uint32_t line;
  const char *message;
};

struct plan {
  const char *title; /* "" when the routine has none */
  const char *author;
  const char *about;
  const char *language;       /* "en-gb" */
  int64_t frames;             /* the whole session */
  const struct event *events; /* by start frame */
  size_t event_count;
  const struct step *steps; /* by start frame; at least one */
  size_t step_count;
  const struct explanation *explanations; /* by frame */
  size_t explanation_count;
  const struct description *descriptions; /* by frame */
  size_t description_count;
  const struct plan_warning *warnings;
  size_t warning_count;
  const char *const *files; /* names without folders */
  size_t file_count;
  size_t waits;
  int64_t wait_frames; /* what the waits take in a file */
  struct arena arena;  /* owns all of the above */
};

/* Releases the plan; NULL is fine. Clips stay with their stores. */
void plan_destroy(struct plan *plan);

/* Whether a tone stands for the words of the event. */
bool event_is_tone(const struct event *event);

/* The word of a kind as the JSON timetable writes it. */
const char *event_kind_name(enum event_kind kind);

/* Index of the step that `frame` belongs to. */
size_t plan_step_at(const struct plan *plan, int64_t frame);

/* Index of the spoken event that sounds at `frame`, or SIZE_MAX. */
size_t plan_speech_at(const struct plan *plan, int64_t frame);

/* Index of the event that `frame` counts as a place in, or SIZE_MAX before the
   first. */
size_t plan_place_at(const struct plan *plan, int64_t frame);

/* How many events like this one come before it: the third hold of a step stays
   the third when lines are added above it. */
size_t plan_places_before(const struct plan *plan, size_t index);

/* The frame of `other` that is the same place as `frame` of `plan`: the same
   statement in the same pass; failing that the start of the step of the same
   name, side and round, with `*exact` false; failing that 0. */
int64_t plan_same_place(const struct plan *plan, int64_t frame,
                        const struct plan *other, bool *exact);

#endif
