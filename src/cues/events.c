/* The events so far. */

#include "cues/events.h"

#include "base/vector.h"

/* A soft chime sounds half as loud as another: 10 dB under it. */
#define SOFT_GAIN 0.31622777F

struct event event_from_item(const struct item *item, enum event_kind kind,
                             int64_t frame, int64_t frames,
                             const struct sound *sound)
{
  return (struct event){
      .start_frame = frame,
      .frames = frames,
      .kind = kind,
      .side = item->side,
      .step = item->step,
      .text = sound->text ? sound->text : "",
      .words = sound->words,
      .clip = sound->clip,
      .gain = sound->soft ? SOFT_GAIN : 1.0F,
      .spoken = sound->spoken,
      .place = item->place,
  };
}

enum status events_add(struct events *events, const struct event *event)
{
  if (!vector_reserve(&events->items, events->count, &events->capacity,
                      sizeof(*events->items))) {
    return STATUS_NO_MEMORY;
  }
  events->items[events->count++] = *event;
  return STATUS_OK;
}
