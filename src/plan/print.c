/* The timetable as JSON. */

#include "plan/print.h"

#include "base/frames.h"

#include <jansson.h>
#include <math.h>

/* Significant digits that show six decimals of a day's seconds. */
#define DIGITS 12

static json_t *seconds(int64_t frames)
{
  return json_real(round(seconds_from_frames(frames) * 1e6) / 1e6);
}

static json_t *side_name(enum side side)
{
  switch (side) {
  case SIDE_LEFT:
    return json_string("left");
  case SIDE_RIGHT:
    return json_string("right");
  case SIDE_NONE:
    break;
  }
  return json_null();
}

/* What no line asked for has neither line nor file. */
static json_t *line_number(uint32_t line)
{
  return line > 0 ? json_integer(line) : json_null();
}

static json_t *file_name(const struct plan *plan, uint32_t file, uint32_t line)
{
  return line > 0 && file < plan->file_count ? json_string(plan->files[file])
                                             : json_null();
}

static json_t *step_object(const struct step *step, size_t number)
{
  return json_pack("{s:I,s:s,s:o,s:o,s:o,s:o}", "number", (json_int_t)number,
                   "name", step->name, "side", side_name(step->side), "round",
                   step->round > 0 ? json_integer(step->round) : json_null(),
                   "start_s", seconds(step->start_frame), "duration_s",
                   seconds(step->frames));
}

static json_t *event_object(const struct plan *plan, const struct event *event)
{
  json_t *object = json_pack(
      "{s:o,s:o,s:s,s:s,s:o,s:o,s:o}", "at_s", seconds(event->start_frame),
      "duration_s", seconds(event->frames), "kind",
      event_kind_name(event->kind), "text", event->text, "side",
      side_name(event->side), "line", line_number(event->place.line), "file",
      file_name(plan, event->place.file, event->place.line));
  if (event->words) {
    json_object_set_new(object, "spoken", json_string(event->words));
  }
  return object;
}

static json_t *warning_object(const struct plan *plan,
                              const struct plan_warning *warning)
{
  return json_pack("{s:o,s:o,s:s}", "file",
                   file_name(plan, warning->file, warning->line), "line",
                   line_number(warning->line), "message", warning->message);
}

static json_t *step_array(const struct plan *plan)
{
  json_t *array = json_array();
  for (size_t i = 0; i < plan->step_count; i++) {
    json_array_append_new(array, step_object(&plan->steps[i], i + 1));
  }
  return array;
}

static json_t *event_array(const struct plan *plan)
{
  json_t *array = json_array();
  for (size_t i = 0; i < plan->event_count; i++) {
    json_array_append_new(array, event_object(plan, &plan->events[i]));
  }
  return array;
}

static json_t *description_object(const struct plan *plan,
                                  const struct description *described)
{
  const struct place *place = &described->place;
  return json_pack("{s:I,s:s,s:o,s:o}", "step", (json_int_t)described->step + 1,
                   "text", described->text, "line", line_number(place->line),
                   "file", file_name(plan, place->file, place->line));
}

static json_t *description_array(const struct plan *plan)
{
  json_t *array = json_array();
  for (size_t i = 0; i < plan->description_count; i++) {
    json_array_append_new(array,
                          description_object(plan, &plan->descriptions[i]));
  }
  return array;
}

static json_t *warning_array(const struct plan *plan)
{
  json_t *array = json_array();
  for (size_t i = 0; i < plan->warning_count; i++) {
    json_array_append_new(array, warning_object(plan, &plan->warnings[i]));
  }
  return array;
}

static json_t *plan_object(const struct plan *plan)
{
  return json_pack("{s:s,s:s,s:i,s:o,s:I,s:o,s:o,s:o,s:o,s:o}", "title",
                   plan->title, "language", plan->language, "rate_hz",
                   FRAME_RATE, "duration_s", seconds(plan->frames), "waits",
                   (json_int_t)plan->waits, "waits_s",
                   seconds(plan->wait_frames), "steps", step_array(plan),
                   "events", event_array(plan), "warnings", warning_array(plan),
                   "descriptions", description_array(plan));
}

static int append(const char *bytes, size_t length, void *context)
{
  struct text *out = context;
  text_append_bytes(out, bytes, length);
  return out->status == STATUS_OK ? 0 : -1;
}

enum status plan_print_json(const struct plan *plan, struct text *out)
{
  json_t *object = plan_object(plan);
  if (!object) {
    return STATUS_NO_MEMORY;
  }
  const int failed = json_dump_callback(
      object, append, out, JSON_INDENT(2) | JSON_REAL_PRECISION(DIGITS));
  json_decref(object);
  text_append(out, "\n");
  return failed ? STATUS_NO_MEMORY : out->status;
}

void plan_append_step(const struct plan *plan, size_t step,
                      const struct phrases *phrases, struct text *out)
{
  const struct step *named = &plan->steps[step];
  text_append(out, named->name);
  if (named->side != SIDE_NONE) {
    text_append(out, ", ");
    text_append(out, phrase(phrases, named->side == SIDE_LEFT
                                         ? PHRASE("left side")
                                         : PHRASE("right side")));
  }
  if (named->round > 0) {
    text_append(out, ", ");
    text_append_format(out, phrase(phrases, "round %d"), named->round);
  }
}
