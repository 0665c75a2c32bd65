/* Where am I: the step, what is left of it, what comes next. */

#include "plan/print.h"
#include "player/inside.h"

size_t where_first_event(const struct plan *plan, int64_t frame)
{
  size_t low = 0;
  size_t high = plan->event_count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (plan->events[middle].start_frame < frame) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

const struct event *where_span(const struct player *player, unsigned mask)
{
  const struct plan *plan = player->plan;
  const int64_t position = motion_position(player);
  const size_t step = plan_step_at(plan, position);
  size_t i = where_first_event(plan, position + 1);
  while (i-- > 0 && plan->events[i].step >= step) {
    const struct event *event = &plan->events[i];
    if ((mask >> event->kind & 1u) != 0 &&
        position < event->start_frame + event->frames) {
      return event;
    }
  }
  return NULL;
}

void where_append_step(const struct player *player, size_t index,
                       struct text *out)
{
  plan_append_step(player->plan, index, player->phrases, out);
}

void where_append_numbered(const struct player *player, const char *format,
                           size_t index, struct text *out)
{
  text_append_format(out, phrase(player->phrases, format), (int)index + 1,
                     (int)player->plan->step_count);
  text_append(out, " ");
  where_append_step(player, index, out);
  text_append(out, ".");
}

static void append_time(const struct player *player, const char *format,
                        int64_t frames, struct text *out)
{
  struct text time = {0};
  phrases_append_duration(player->phrases, frames, &time);
  text_append(out, " ");
  text_append_format(out, phrase(player->phrases, format), text_string(&time));
  text_finish(&time);
}

static void append_left(const struct player *player, const struct step *step,
                        int64_t position, struct text *out)
{
  const int64_t added = player->mix.inserted_frames;
  append_time(player, PHRASE("%s left in this step."),
              step->start_frame + step->frames - position + added, out);
  append_time(player, PHRASE("%s left in the session."),
              player->plan->frames - position + added, out);
}

static void append_next(const struct player *player, size_t step,
                        struct text *out)
{
  const struct phrases *phrases = player->phrases;
  text_append(out, " ");
  if (step + 1 == player->plan->step_count) {
    text_append(out, phrase(phrases, "This is the last step."));
    return;
  }
  struct text name = {0};
  where_append_step(player, step + 1, &name);
  text_append_format(out, phrase(phrases, "Next: %s."), text_string(&name));
  text_finish(&name);
}

void where_say(struct player *player)
{
  motion_hush(player);
  const int64_t position = motion_position(player);
  const size_t step = plan_step_at(player->plan, position);
  struct text text = {0};
  if (player->paused) {
    text_append(&text, phrase(player->phrases, "Paused."));
    text_append(&text, " ");
  }
  where_append_numbered(player, PHRASE("Step %d of %d."), step, &text);
  append_left(player, &player->plan->steps[step], position, &text);
  append_next(player, step, &text);
  answer_text(player, ANSWER_KEY, 1.0f, text_string(&text));
  text_finish(&text);
}
