/* The ways out of a session. */

#include "player/inside.h"

void leave_now(struct player *player, struct effects *effects)
{
  effects_leave(effects, player->mode == MODE_LEAVING_FOR_MENU);
  player->mode = MODE_LEFT;
}

/* At once the second time, and where nothing can be said or is left to say. */
static void ask(struct player *player, struct effects *effects,
                enum player_mode mode)
{
  const bool at_once = player_is_leaving(player) || player->device_lost ||
                       player->state == PLAYER_ENDED;
  if (player->mode != MODE_LEAVING_FOR_MENU) {
    player->mode = mode;
  }
  sleep_cancel(player, effects);
  if (at_once) {
    leave_now(player, effects);
  } else if (player->state != PLAYER_STOPPED ||
             player->activity == ACTIVITY_NONE) {
    /* Stopped already or not, leaving is answered. */
    pause_stop(player, effects);
  }
}

void leave_session(struct player *player, struct effects *effects)
{
  ask(player, effects, MODE_LEAVING);
}

void leave_for_menu(struct player *player, struct effects *effects)
{
  ask(player, effects, MODE_LEAVING_FOR_MENU);
}
