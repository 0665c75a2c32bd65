/* What comes from outside the session: the device, the shell, the end of the
   program. */

#include "player/inside.h"

#define DEVICE_LOST PHRASE("The sound device went away. I have paused.")

void interruption_lose_device(struct player *player, struct effects *effects)
{
  if (player->device_lost) {
    return;
  }
  player->device_lost = true;
  player->activity = ACTIVITY_NONE;
  effects_add(effects, EFFECT_DROP);
  if (player->state == PLAYER_PLAYING) {
    player_enter(player, PLAYER_PAUSED);
    player->remind_at = player->now + MINUTE;
  }
  lines_trouble(effects, phrase(player_phrases(player), DEVICE_LOST));
  if (player_is_leaving(player)) {
    leave_now(player, effects);
  }
}

/* Where there is no input nobody could ask for it. */
static bool go_on_unasked(struct player *player, struct effects *effects,
                          const char *happened)
{
  if (player->options.has_input || player->state != PLAYER_PAUSED) {
    return false;
  }
  player_enter(player, PLAYER_PLAYING);
  say_phrase(player, effects, RANK_TROUBLE, "%s %s",
             phrase(player_phrases(player), happened),
             phrase(player_phrases(player), "Going on."));
  return true;
}

void interruption_bring_device_back(struct player *player,
                                    struct effects *effects)
{
  if (!player->device_lost) {
    return;
  }
  player->device_lost = false;
  if (!go_on_unasked(player, effects, DEVICE_LOST)) {
    say_prompt(player, effects, RANK_TROUBLE, DEVICE_LOST,
               PHRASE("Press %s to go on."), REQUEST_TOGGLE);
  }
}

void interruption_suspend(struct player *player, struct effects *effects)
{
  if (player->mode == MODE_DESCRIBING) {
    player->mode = MODE_OBEYING;
  }
  if (player->state == PLAYER_PLAYING) {
    pause_begin(player, effects);
  }
}

void interruption_wake(struct player *player, struct effects *effects)
{
  if (!player_is_leaving(player) && player->state != PLAYER_ENDED &&
      !player->device_lost &&
      !go_on_unasked(player, effects, PHRASE("Paused."))) {
    say_where(player, effects);
  }
}

void interruption_fall_silent(struct player *player, struct effects *effects)
{
  say_no_more(player, effects);
  player_enter(player, PLAYER_STOPPED);
}
