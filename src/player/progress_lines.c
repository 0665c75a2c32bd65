/* What is printed while a session plays: each sentence as it is spoken, or
   as a tone stands for it, each step as it begins. */

#include "player/inside.h"

/* So many effects may have been added when the next line waits for the next
   step. */
#define LEAVE_ROOM (EFFECTS_MOST / 2)

void lines_trouble(struct effects *effects, const char *text)
{
  effects_print(effects, PLAYER_LINE_TROUBLE, text);
}

static void print_step(const struct player *player, struct effects *effects)
{
  struct text text = {0};
  where_append_numbered(player, PHRASE("Step %d of %d."), player->line_step,
                        &text);
  effects_print(effects, PLAYER_LINE_STEP,
                effects_keep(effects, text_string(&text)));
  text_finish(&text);
}

void lines_poll(struct player *player, struct effects *effects)
{
  const struct plan *plan = player->plan;
  if (effects->clock != CLOCK_RUNNING) {
    return;
  }
  if (player->line_step != where_step(player)) {
    player->line_step = where_step(player);
    print_step(player, effects);
  }
  for (; player->line_event < plan->event_count &&
         plan->events[player->line_event].start_frame <= player->frame &&
         effects->count < LEAVE_ROOM;
       player->line_event++) {
    const struct event *event = &plan->events[player->line_event];
    if (event->spoken || event_is_tone(event)) {
      effects_print(effects, PLAYER_LINE_SPOKEN, event->text);
    }
  }
}
