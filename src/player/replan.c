/* Another plan in the middle of a session: at another speed, or edited. */

#include "player/inside.h"

bool replan_ask(struct player *player, struct effects *effects)
{
  if (player->speed == player->plan_speed) {
    return false;
  }
  player->plan_speed = player->speed;
  effects_plan(effects, player->speed);
  return true;
}

/* `frame` below 0: where the session stands. Returns false when that place is
   gone, so that its step starts again. */
static bool play_instead(struct player *player, struct effects *effects,
                         const struct happening *happening, int64_t frame)
{
  bool exact = true;
  if (frame < 0) {
    frame =
        plan_same_place(player->plan, player->frame, happening->plan, &exact);
  }
  player->plan = happening->plan;
  player->frame = frame;
  player->inserted_frames = 0;
  player->jumps++;
  player->line_step = where_step(player);
  player->line_event = where_first_event(player->plan, frame);
  player_forget_departures(player);
  effects_mix(effects, &(struct mix_message){.kind = MIX_SCORE,
                                             .score = happening->score,
                                             .frame = frame});
  return exact;
}

static void go_on(struct player *player)
{
  if (player->activity == ACTIVITY_PLANNING) {
    player->activity = ACTIVITY_NONE;
  }
}

void replan_take(struct player *player, struct effects *effects,
                 const struct happening *happening)
{
  play_instead(player, effects, happening, -1);
  go_on(player);
}

void replan_fail(struct player *player, struct effects *effects)
{
  lines_trouble(effects, phrase(player_phrases(player),
                                "The speed could not be changed."));
  go_on(player);
}

void replan_follow_edit(struct player *player, struct effects *effects,
                        const struct happening *happening)
{
  if (player->state == PLAYER_ENDED) {
    player_enter(player, PLAYER_PLAYING);
  }
  if (!play_instead(player, effects, happening, happening->frame)) {
    say_phrase(player, effects, RANK_KEY, "%s",
               phrase(player_phrases(player),
                      "Your place is gone. This step starts again."));
  }
}
