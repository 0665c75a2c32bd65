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
  player->sleep.at = player->mix.rendered_frames + after_minutes * MINUTE;
  player->sleep.warned = false;
  player->sleep.fading = false;
}

void sleep_choose(struct player *player)
{
  const int count = (int)(sizeof(minutes) / sizeof(minutes[0]));
  player->sleep.choice = (player->sleep.choice + 1) % count;
  const int chosen = minutes[player->sleep.choice];
  set_timer(player, chosen);
  if (chosen == 0) {
    answer_say(player, ANSWER_KEY, "%s",
               phrase(player->phrases, "Sleep timer off."));
  } else {
    answer_say(player, ANSWER_KEY,
               phrase(player->phrases, "%d minutes, then sleep."), chosen);
  }
}

static void send_fade(struct player *player, float gain, int64_t frames)
{
  const struct mix_message fade = {
      .kind = MIX_FADE, .gain = gain, .frames = frames};
  player_send(player, &fade);
}

bool sleep_put_off(struct player *player)
{
  const struct sleep_timer *sleep = &player->sleep;
  if (sleep->choice == 0 || (!sleep->warned && !sleep->fading)) {
    return false;
  }
  set_timer(player, MORE);
  send_fade(player, 1.0f, BACK_AGAIN);
  answer_say(player, ANSWER_KEY, "%s",
             phrase(player->phrases, "Ten more minutes."));
  return true;
}

void sleep_cancel(struct player *player)
{
  if (player->sleep.fading) {
    send_fade(player, 1.0f, BACK_AGAIN);
  }
  player->sleep = (struct sleep_timer){0};
}

void sleep_poll(struct player *player)
{
  struct sleep_timer *sleep = &player->sleep;
  const int64_t left = sleep->at - player->mix.rendered_frames;
  if (sleep->choice == 0 || player->stopped) {
    return;
  }
  if (!sleep->warned && left <= WARNING && player->answer.count == 0) {
    sleep->warned = true;
    answer_say(player, ANSWER_SOFT, "%s",
               phrase(player->phrases,
                      "The sound fades in 20 seconds. Any key keeps it."));
  }
  if (!sleep->fading && left <= 0) {
    sleep->fading = true;
    send_fade(player, 0.0f, FADE);
  }
  if (left <= -FADE) {
    player->stopped = true;
    player->leaving = true;
    motion_settle(player);
  }
}
