/* Places in the plan, and how they are called. */

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
  const size_t step = where_step(player);
  size_t i = where_first_event(plan, player->frame + 1);
  while (i-- > 0 && plan->events[i].step >= step) {
    const struct event *event = &plan->events[i];
    if ((mask >> event->kind & 1u) != 0 &&
        player->frame < event->start_frame + event->frames) {
      return event;
    }
  }
  return NULL;
}

const struct event *where_wait(const struct player *player)
{
  return where_span(player, 1u << EVENT_WAIT);
}

enum player_state where_state(const struct player *player)
{
  return player->state == PLAYER_PLAYING && where_wait(player) ? PLAYER_WAITING
                                                               : player->state;
}

size_t where_step(const struct player *player)
{
  return plan_step_at(player->plan, player->frame);
}

void where_append_step(const struct player *player, size_t index,
                       struct text *out)
{
  plan_append_step(player->plan, index, player_phrases(player), out);
}

void where_append_numbered(const struct player *player, const char *format,
                           size_t index, struct text *out)
{
  text_append_format(out, phrase(player_phrases(player), format),
                     (int)index + 1, (int)player->plan->step_count);
  text_append(out, " ");
  where_append_step(player, index, out);
  text_append(out, ".");
}
