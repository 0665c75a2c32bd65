/* Questions to a finished timetable. */

#include "plan/plan.h"

#include <assert.h>
#include <stdlib.h>

void plan_destroy(struct plan *plan)
{
  if (!plan) {
    return;
  }
  struct arena arena = plan->arena;
  arena_finish(&arena);
  free(plan);
}

bool event_is_tone(const struct event *event)
{
  return event->words && !event->words[0];
}

const char *event_kind_name(enum event_kind kind)
{
  switch (kind) {
  case EVENT_SAY:
    return "say";
  case EVENT_EXPLAIN:
    return "explain";
  case EVENT_ANNOUNCE:
    return "announce";
  case EVENT_CUE:
    return "cue";
  case EVENT_COUNT:
    return "count";
  case EVENT_MOVE:
    return "move";
  case EVENT_CHIME:
    return "chime";
  case EVENT_SOUND:
    return "sound";
  case EVENT_BREATH_IN:
    return "breath_in";
  case EVENT_BREATH_HOLD:
    return "breath_hold";
  case EVENT_BREATH_OUT:
    return "breath_out";
  case EVENT_BACKGROUND:
    return "background";
  case EVENT_HOLD:
    return "hold";
  case EVENT_REST:
    return "rest";
  case EVENT_PAUSE:
    return "pause";
  case EVENT_WAIT:
    return "wait";
  }
  return "event";
}

size_t plan_step_at(const struct plan *plan, int64_t frame)
{
  assert(plan->step_count > 0);
  size_t low = 0;
  size_t high = plan->step_count;
  while (high - low > 1) {
    const size_t middle = low + (high - low) / 2;
    if (plan->steps[middle].start_frame <= frame) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

/* How many events start at `frame` or before. */
static size_t count_started(const struct plan *plan, int64_t frame)
{
  size_t low = 0;
  size_t high = plan->event_count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (plan->events[middle].start_frame <= frame) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

size_t plan_speech_at(const struct plan *plan, int64_t frame)
{
  for (size_t i = count_started(plan, frame); i > 0; i--) {
    const struct event *event = &plan->events[i - 1];
    if (event->spoken) {
      return frame < event->start_frame + event->frames ? i - 1 : SIZE_MAX;
    }
  }
  return SIZE_MAX;
}
