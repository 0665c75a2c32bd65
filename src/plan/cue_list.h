/* The cues of one span on their way from wishes to events. Private to plan/. */

#ifndef SUPINE_PLAN_CUE_LIST_H
#define SUPINE_PLAN_CUE_LIST_H

#include "plan/collide.h"
#include "plan/events.h"

/* What a cue sounds. */
struct voice_cue {
  enum event_kind kind;
  struct sounds sounds;
  struct location where;
};

/* Every cue of one span. */
struct cue_list {
  struct unroll *unroll;
  const struct item *item;
  struct cue *cues;
  size_t count, capacity;
  struct voice_cue *voices; /* of cues[i], at its order */
  size_t voice_count, voice_capacity;
};

void cue_list_finish(struct cue_list *list);

/* Adds a cue that wants to sound `offset` frames into the span; one without
   sounds adds none. */
enum status cue_list_add(struct cue_list *list, enum rank rank, int64_t offset,
                         const struct voice_cue *voice);
/* A cue of one sound; a clip of NULL adds none. */
enum status cue_list_add_sound(struct cue_list *list, enum rank rank,
                               int64_t offset, enum event_kind kind,
                               const struct sound *sound);
/* A cue of Supine's own words. */
enum status cue_list_add_phrase(struct cue_list *list, enum rank rank,
                                int64_t offset, enum event_kind kind,
                                const char *text);

/* Resolves collisions, warns of what they cost, and adds what is left to the
   events. */
enum status cue_list_sound(struct cue_list *list, struct events *events);

#endif
