/* The timetable in plain lines, readable aloud. */

#include "base/frames.h"
#include "plan/amount.h"
#include "plan/print.h"

#include <math.h>

/* "1:05.25", with hours only where there are any. */
static void append_clock(int64_t frames, struct text *out)
{
  const int64_t hundredths = llround(seconds_from_frames(frames) * 100);
  const int64_t minutes = hundredths / 6000;
  if (minutes >= 60) {
    text_append_format(out, "%lld:%02lld", (long long)(minutes / 60),
                       (long long)(minutes % 60));
  } else {
    text_append_format(out, "%lld", (long long)minutes);
  }
  text_append_format(out, ":%02lld.%02lld",
                     (long long)(hundredths % 6000 / 100),
                     (long long)(hundredths % 100));
}

static void append_side(enum side side, struct text *out)
{
  if (side != SIDE_NONE) {
    text_append(out, side == SIDE_LEFT ? ", left side" : ", right side");
  }
}

static void append_seconds(int64_t frames, struct text *out)
{
  const double seconds = round(seconds_from_frames(frames) * 100) / 100;
  text_append(out, amount_of(seconds).text);
}

static const char *kind_words(enum event_kind kind)
{
  switch (kind) {
  case EVENT_BREATH_IN:
    return "breath in";
  case EVENT_BREATH_HOLD:
    return "breath held";
  case EVENT_BREATH_OUT:
    return "breath out";
  default:
    return event_kind_name(kind);
  }
}

static void append_event(const struct event *event, struct text *out)
{
  append_clock(event->start_frame, out);
  text_append_format(out, " %s%s", kind_words(event->kind),
                     event_is_tone(event) ? " as a tone" : "");
  append_side(event->side, out);
  if (event->text[0]) {
    text_append_format(out, ": %s", event->text);
  } else {
    text_append(out, ", ");
    append_seconds(event->frames, out);
  }
  text_append(out, "\n");
}

static void append_step(const struct plan *plan, size_t index, struct text *out)
{
  const struct step *step = &plan->steps[index];
  append_clock(step->start_frame, out);
  text_append_format(out, " step %zu of %zu: %s", index + 1, plan->step_count,
                     step->name);
  append_side(step->side, out);
  if (step->round > 0) {
    text_append_format(out, ", round %d", step->round);
  }
  text_append(out, ", ");
  append_seconds(step->frames, out);
  text_append(out, "\n");
}

static void append_summary(const struct plan *plan, struct text *out)
{
  if (plan->title[0]) {
    text_append_format(out, "%s\n", plan->title);
  }
  append_clock(plan->frames, out);
  text_append_format(out, " in all, %zu %s, %zu %s\n", plan->step_count,
                     plan->step_count == 1 ? "step" : "steps",
                     plan->event_count,
                     plan->event_count == 1 ? "event" : "events");
  if (plan->waits > 0) {
    append_clock(plan->wait_frames, out);
    text_append_format(out, " of it in %zu %s\n", plan->waits,
                       plan->waits == 1 ? "wait" : "waits");
  }
}

/* Apart from the timetable, which they are no part of. */
static void append_descriptions(const struct plan *plan, struct text *out)
{
  if (plan->description_count > 0) {
    text_append(out, "Told only to a listener who asks for more:\n");
  }
  for (size_t i = 0; i < plan->description_count; i++) {
    const struct description *described = &plan->descriptions[i];
    text_append_format(out, "step %u of %zu: %s\n",
                       (unsigned)described->step + 1, plan->step_count,
                       described->text);
  }
}

enum status plan_print_lines(const struct plan *plan, struct text *out)
{
  size_t step = 0;
  append_summary(plan, out);
  for (size_t i = 0; i < plan->event_count; i++) {
    const struct event *event = &plan->events[i];
    while (step < plan->step_count &&
           plan->steps[step].start_frame <= event->start_frame) {
      append_step(plan, step++, out);
    }
    append_event(event, out);
  }
  append_descriptions(plan, out);
  return out->status;
}
