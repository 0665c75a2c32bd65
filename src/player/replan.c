/* Another plan in the middle of a session: at another speed, or edited. */

#include "player/inside.h"

static void retire(struct player *player)
{
  player->retired[player->retired_count++] =
      (struct retired){.plan = player->plan, .score = player->score};
}

static void play_instead(struct player *player, const struct plan *plan,
                         const struct score *score, int64_t frame)
{
  retire(player);
  player->plan = plan;
  player->score = score;
  player->phrases = phrases_for(plan->language);
  player->forward_count = 0;
  const struct mix_message message = {
      .kind = MIX_SCORE, .score = score, .frame = frame};
  player_send(player, &message);
  player->seek_message = mixer_messages_sent(player->services.mixer);
  player->seek_frame = frame;
  player->jumps++;
  player->line_step = plan_step_at(plan, frame);
  lines_moved(player);
}

bool player_can_replace(const struct player *player)
{
  return player->retired_count < PLANS_RETIRED;
}

void player_replace(struct player *player, const struct plan *plan,
                    const struct score *score, int64_t frame)
{
  bool exact = true;
  if (frame < 0) {
    frame =
        plan_same_place(player->plan, motion_position(player), plan, &exact);
  }
  player->ended = false;
  play_instead(player, plan, score, frame);
  if (!exact) {
    answer_say(
        player, ANSWER_KEY, "%s",
        phrase(player->phrases, "Your place is gone. This step starts again."));
  }
  motion_settle(player);
}

void replace_settle(struct player *player)
{
  if (!player->plan_anew || !player_can_replace(player)) {
    return;
  }
  player->plan_anew = false;
  const struct player_planner *planner = &player->services.planner;
  const struct plan *plan = NULL;
  const struct score *score = NULL;
  if (planner->plan(planner->context, player->speed, &plan, &score) !=
      STATUS_OK) {
    lines_say(player, PLAYER_LINE_TROUBLE,
              phrase(player->phrases, "The speed could not be changed."));
    return;
  }
  bool exact;
  const int64_t frame =
      plan_same_place(player->plan, motion_position(player), plan, &exact);
  play_instead(player, plan, score, frame);
}

void replace_poll(struct player *player)
{
  if (player->retired_count == 0 || player->mix.score != player->score) {
    return;
  }
  const struct player_planner *planner = &player->services.planner;
  for (size_t i = 0; i < player->retired_count; i++) {
    planner->release(planner->context, player->retired[i].plan,
                     player->retired[i].score);
  }
  player->retired_count = 0;
}
