/* What follows from the player's state. */

#include "player/inside.h"

const struct phrases *player_phrases(const struct player *player)
{
  return phrases_for(player->plan->language);
}

void player_enter(struct player *player, enum player_state state)
{
  if (player->state != state) {
    player->state = state;
    player->since = player->now;
  }
}

bool player_is_speaking(const struct player *player)
{
  return player->activity == ACTIVITY_ANNOUNCING ||
         player->activity == ACTIVITY_TELLING ||
         player->activity == ACTIVITY_TICKING;
}

bool player_is_leaving(const struct player *player)
{
  return player->mode >= MODE_LEAVING;
}

enum session_clock player_clock(const struct player *player)
{
  if (player->state != PLAYER_PLAYING) {
    return CLOCK_PAUSED;
  }
  return player->mode == MODE_DESCRIBING ||
                 player->activity == ACTIVITY_ANNOUNCING ||
                 player->activity == ACTIVITY_TELLING ||
                 player->activity == ACTIVITY_PLANNING
             ? CLOCK_STANDING
             : CLOCK_RUNNING;
}

void player_forget_departures(struct player *player)
{
  player->departures[0].frame = -1;
}
