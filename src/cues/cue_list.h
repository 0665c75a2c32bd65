/* The cues of one span on their way from wishes to events. */

#ifndef SUPINE_CUES_CUE_LIST_H
#define SUPINE_CUES_CUE_LIST_H

#include "cues/collide.h"
#include "cues/events.h"

/* What a cue sounds. */
struct cue_content {
  enum event_kind kind;
  struct sounds sounds;
  struct location where;
};

/* Every cue of one span. */
struct cue_list {
  const struct narrator *narrator;
  const struct item *item;
  struct cue *cues;
  size_t count, capacity;
  struct cue_content *contents; /* of cues[i], at its order */
  size_t content_count, content_capacity;
};

void cue_list_finish(struct cue_list *list);

/* Adds a cue that wants to sound `offset` frames into the span; one without
   sounds adds none. */
enum status cue_list_add(struct cue_list *list, enum rank rank, int64_t offset,
                         const struct cue_content *content);
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
