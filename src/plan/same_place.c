/* The same place in two timetables of one routine, edited or re-paced. */

#include "plan/plan.h"

#include <assert.h>
#include <string.h>

/* Markers and what merely accompanies are no places to go on from. */
static bool is_place(const struct event *event)
{
  switch (event->kind) {
  case EVENT_SAY:
  case EVENT_EXPLAIN:
  case EVENT_ANNOUNCE:
  case EVENT_SOUND:
  case EVENT_BREATH_IN:
  case EVENT_BREATH_HOLD:
  case EVENT_BREATH_OUT:
  case EVENT_HOLD:
  case EVENT_REST:
  case EVENT_PAUSE:
  case EVENT_WAIT:
  case EVENT_COUNT:
  case EVENT_MOVE:
    return event->place.line > 0;
  case EVENT_CUE:
  case EVENT_CHIME:
  case EVENT_BACKGROUND:
    break;
  }
  return false;
}

/* A span that the frame lies in comes before what sounds inside it. */
static bool is_span(const struct event *event)
{
  return event->kind == EVENT_HOLD || event->kind == EVENT_REST;
}

size_t plan_place_at(const struct plan *plan, int64_t frame)
{
  size_t last = SIZE_MAX;
  size_t span = SIZE_MAX;
  for (size_t i = 0; i < plan->event_count; i++) {
    const struct event *event = &plan->events[i];
    if (event->start_frame > frame) {
      break;
    }
    if (!is_place(event)) {
      continue;
    }
    last = i;
    if (is_span(event) && frame < event->start_frame + event->frames) {
      span = i;
    }
  }
  return span != SIZE_MAX ? span : last;
}

static bool same_step(const struct plan *plan, uint32_t step,
                      const struct plan *other, uint32_t other_step)
{
  const struct step *a = &plan->steps[step];
  const struct step *b = &other->steps[other_step];
  return a->side == b->side && a->round == b->round &&
         strcmp(a->name, b->name) == 0;
}

/* The file that is played is the same under any name. */
static bool same_file(const struct plan *plan, uint32_t file,
                      const struct plan *other, uint32_t other_file)
{
  return file == 0 || other_file == 0
             ? file == other_file
             : strcmp(plan->files[file], other->files[other_file]) == 0;
}

static bool same_statement(const struct plan *plan, const struct event *event,
                           const struct plan *other,
                           const struct event *candidate)
{
  return candidate->kind == event->kind &&
         candidate->place.pass == event->place.pass &&
         strcmp(candidate->text, event->text) == 0 &&
         same_file(plan, event->place.file, other, candidate->place.file) &&
         same_step(plan, event->step, other, candidate->step);
}

size_t plan_places_before(const struct plan *plan, size_t index)
{
  assert(index < plan->event_count);
  const struct event *event = &plan->events[index];
  size_t count = 0;
  for (size_t i = 0; i < index; i++) {
    count += is_place(&plan->events[i]) &&
             same_statement(plan, event, plan, &plan->events[i]);
  }
  return count;
}

static const struct event *find_statement(const struct plan *plan, size_t index,
                                          const struct plan *other)
{
  const struct event *event = &plan->events[index];
  size_t before = plan_places_before(plan, index);
  for (size_t i = 0; i < other->event_count; i++) {
    const struct event *candidate = &other->events[i];
    if (is_place(candidate) && same_statement(plan, event, other, candidate) &&
        before-- == 0) {
      return candidate;
    }
  }
  return NULL;
}

/* A sentence that was edited still stands at its line. */
static const struct event *find_line(const struct plan *plan,
                                     const struct event *event,
                                     const struct plan *other)
{
  for (size_t i = 0; i < other->event_count; i++) {
    const struct event *candidate = &other->events[i];
    if (candidate->kind == event->kind &&
        candidate->place.line == event->place.line &&
        candidate->place.pass == event->place.pass &&
        candidate->place.sentence == event->place.sentence &&
        same_file(plan, event->place.file, other, candidate->place.file) &&
        same_step(plan, event->step, other, candidate->step)) {
      return candidate;
    }
  }
  return NULL;
}

/* As far into the new event as into the old one: speech in proportion, since
   its pace may have changed, everything else in frames. */
static int64_t move_frame(const struct event *from, int64_t frame,
                          const struct event *to)
{
  int64_t offset = frame - from->start_frame;
  if (from->spoken && from->frames > 0 && offset < from->frames) {
    offset =
        (int64_t)((double)offset * (double)to->frames / (double)from->frames);
  } else if (from->spoken) {
    offset += to->frames - from->frames;
  } else if (offset > to->frames) {
    offset = to->frames;
  }
  return to->start_frame + (offset > 0 ? offset : 0);
}

static int64_t find_step(const struct plan *plan, int64_t frame,
                         const struct plan *other)
{
  const uint32_t step = (uint32_t)plan_step_at(plan, frame);
  for (size_t i = 0; i < other->step_count; i++) {
    if (same_step(plan, step, other, (uint32_t)i)) {
      return other->steps[i].start_frame;
    }
  }
  return 0;
}

static bool is_beat(const struct event *event)
{
  return event->kind == EVENT_COUNT || event->kind == EVENT_MOVE;
}

/* The event of `other` that is the one at `*index`; for a beat that is not
   spoken there, because another pace leaves it no time, the beat before it. */
static const struct event *find_event(const struct plan *plan, size_t *index,
                                      const struct plan *other)
{
  const struct event *event = &plan->events[*index];
  const struct event *found = find_statement(plan, *index, other);
  found = found ? found : find_line(plan, event, other);
  for (size_t i = *index; !found && is_beat(event) && i > 0; i--) {
    const struct event *before = &plan->events[i - 1];
    if (is_beat(before) && before->place.pass == event->place.pass) {
      found = find_statement(plan, i - 1, other);
      *index = i - 1;
    }
  }
  return found;
}

int64_t plan_same_place(const struct plan *plan, int64_t frame,
                        const struct plan *other, bool *exact)
{
  size_t index = plan_place_at(plan, frame);
  const struct event *found =
      index != SIZE_MAX ? find_event(plan, &index, other) : NULL;
  *exact = found != NULL || index == SIZE_MAX;
  const int64_t same = found    ? move_frame(&plan->events[index], frame, found)
                       : *exact ? frame
                                : find_step(plan, frame, other);
  return same < other->frames ? same : other->frames;
}
