/* What is printed while a session plays: each sentence as it is spoken, each
   step as it begins. */

#include "player/inside.h"

void lines_say(struct player *player, enum player_line kind, const char *text)
{
  const struct player_lines *lines = &player->services.lines;
  if (lines->line) {
    lines->line(lines->context, kind, text);
  }
}

void lines_moved(struct player *player)
{
  player->line_event = where_first_event(player->plan, motion_position(player));
}

static void say_step(struct player *player, size_t step)
{
  struct text text = {0};
  where_append_numbered(player, PHRASE("Step %d of %d."), step, &text);
  lines_say(player, PLAYER_LINE_STEP, text_string(&text));
  text_finish(&text);
}

void lines_poll(struct player *player)
{
  const struct plan *plan = player->plan;
  if (player->clock != CLOCK_RUNNING ||
      !player_applied(player, player->seek_message)) {
    return;
  }
  const int64_t frame = player->mix.session_frame;
  const size_t step = plan_step_at(plan, frame);
  if (step != player->line_step) {
    player->line_step = step;
    say_step(player, step);
  }
  for (; player->line_event < plan->event_count &&
         plan->events[player->line_event].start_frame <= frame;
       player->line_event++) {
    const struct event *event = &plan->events[player->line_event];
    if (event->spoken) {
      lines_say(player, PLAYER_LINE_SPOKEN, event->text);
    }
  }
}
