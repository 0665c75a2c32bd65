/* The sleep timer: a soft warning, a long fade, and the place is kept. */

#include "player/inside.h"

#define WARNING (20 * SECOND)
#define FADE MINUTE
#define MORE 10

/* The answer to a key in the fade must be heard from its first word. */
#define BACK_AGAIN (SECOND / 20)

static const int minutes[] = {0, 10, 20, 30, 45};

static void set_timer(struct player *player, int after_minutes)
{
  player->sleep.at = player->now + after_minutes * MINUTE;
  player->sleep.phase = after_minutes == 0 ? SLEEP_OFF : SLEEP_SET;
}

void sleep_choose(struct player *player, struct effects *effects)
{
  const int count = (int)(sizeof(minutes) / sizeof(minutes[0]));
  player->sleep.choice = (player->sleep.choice + 1) % count;
  const int chosen = minutes[player->sleep.choice];
  set_timer(player, chosen);
  if (chosen == 0) {
    say_phrase(player, effects, RANK_KEY, "%s",
               phrase(player_phrases(player), "Sleep timer off."));
  } else {
    say_phrase(player, effects, RANK_KEY,
               phrase(player_phrases(player), "%d minutes, then sleep."),
               chosen);
  }
}

static void send_fade(struct effects *effects, float gain, int64_t frames)
{
  effects_mix(effects, &(struct mix_message){
                           .kind = MIX_FADE, .gain = gain, .frames = frames});
}

bool sleep_put_off(struct player *player, struct effects *effects)
{
  if (player->sleep.phase < SLEEP_WARNED) {
    return false;
  }
  set_timer(player, MORE);
  send_fade(effects, 1.0f, BACK_AGAIN);
  say_phrase(player, effects, RANK_KEY, "%s",
             phrase(player_phrases(player), "Ten more minutes."));
  return true;
}

void sleep_cancel(struct player *player, struct effects *effects)
{
  if (player->sleep.phase == SLEEP_FADING) {
    send_fade(effects, 1.0f, BACK_AGAIN);
  }
  player->sleep = (struct sleep_timer){0};
}

void sleep_poll(struct player *player, struct effects *effects)
{
  struct sleep_timer *sleep = &player->sleep;
  const int64_t left = sleep->at - player->now;
  if (sleep->phase == SLEEP_OFF || player->state >= PLAYER_STOPPED) {
    return;
  }
  if (sleep->phase == SLEEP_SET && left <= WARNING &&
      player->activity == ACTIVITY_NONE) {
    sleep->phase = SLEEP_WARNED;
    say_phrase(player, effects, RANK_SOFT, "%s",
               phrase(player_phrases(player),
                      "The sound fades in 20 seconds. Any key keeps it."));
  }
  if (sleep->phase != SLEEP_FADING && left <= 0) {
    sleep->phase = SLEEP_FADING;
    send_fade(effects, 0.0f, FADE);
  }
  if (left <= -FADE) {
    player_enter(player, PLAYER_STOPPED);
    player->mode = MODE_LEAVING;
  }
}
