/* A place in a session: noted, and found again. */

#include "memory/place.h"

#include <stdlib.h>
#include <string.h>

void place_record_finish(struct place_record *record)
{
  for (size_t i = 0; i < record->option_count; i++) {
    free(record->options[i]);
  }
  free(record->options);
  free(record->routine);
  free(record->title);
  free(record->noted);
  free(record->step_name);
  free(record->text);
  free(record->file);
  *record = (struct place_record){0};
}

static bool set(char **field, const char *value)
{
  char *copy = strdup(value);
  if (!copy) {
    return false;
  }
  free(*field);
  *field = copy;
  return true;
}

static bool note_event(struct place_record *record, const struct plan *plan,
                       size_t index, int64_t frame)
{
  const struct event *event = &plan->events[index];
  record->kind = event->kind;
  record->spoken = event->spoken;
  record->line = event->place.line;
  record->pass = event->place.pass;
  record->sentence = event->place.sentence;
  record->before = (uint32_t)plan_places_before(plan, index);
  record->event_frames = event->frames;
  record->offset_frames = frame - event->start_frame;
  return set(&record->text, event->text) &&
         set(&record->file, plan->files[event->place.file]);
}

enum status place_capture(struct place_record *record, const struct plan *plan,
                          int64_t frame)
{
  const size_t index = plan_place_at(plan, frame);
  const size_t number = plan_step_at(plan, frame);
  const struct step *step = &plan->steps[number];
  record->step = (int)number + 1;
  record->step_count = (int)plan->step_count;
  record->side = step->side;
  record->round = step->round;
  record->left_frames = plan->frames - frame;
  record->line = 0;
  if (!set(&record->title, plan->title) ||
      !set(&record->step_name, step->name) ||
      (index != SIZE_MAX && !note_event(record, plan, index, frame))) {
    return STATUS_NO_MEMORY;
  }
  return STATUS_OK;
}

/* A plan with nothing in it but the place and the events like it before, from
   which plan_same_place() can go on. */
int64_t place_find(const struct place_record *record, const struct plan *plan,
                   bool *exact)
{
  *exact = true;
  /* No plan has more of anything than it has events. */
  if (record->line == 0 || record->before >= plan->event_count) {
    *exact = record->line == 0;
    return 0;
  }
  const size_t count = (size_t)record->before + 1;
  struct event *events = calloc(count, sizeof(*events));
  if (!events) {
    *exact = false;
    return 0;
  }
  const char *files[] = {record->file};
  const struct step step = {.name = record->step_name,
                            .side = record->side,
                            .round = record->round,
                            .frames = record->event_frames};
  for (size_t i = 0; i < count; i++) {
    events[i] = (struct event){.frames = record->event_frames,
                               .kind = record->kind,
                               .text = record->text,
                               .spoken = record->spoken,
                               .place = {.line = record->line,
                                         .pass = record->pass,
                                         .sentence = record->sentence}};
  }
  const struct plan small = {.frames = record->event_frames,
                             .events = events,
                             .event_count = count,
                             .steps = &step,
                             .step_count = 1,
                             .files = files,
                             .file_count = 1};
  const int64_t frame =
      plan_same_place(&small, record->offset_frames, plan, exact);
  free(events);
  return frame;
}
