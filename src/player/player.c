/* The player's step: what has happened, and what is to be done. */

#include "player/player.h"

#include "player/inside.h"

#include <assert.h>
#include <stdlib.h>

enum status player_create(const struct player_options *options,
                          const struct plan *plan, struct player **player)
{
  assert(plan->step_count > 0);
  assert(options->base_speed > 0);
  struct player *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  *made = (struct player){
      .options = *options,
      .plan = plan,
      .remind_at = NEVER,
      .unknown_key_at = -MINUTE,
      .volume = options->volume,
      .background = 100,
      .speed = options->chosen_speed,
      .plan_speed = options->chosen_speed,
      .line_step = SIZE_MAX,
  };
  player_forget_departures(made);
  *player = made;
  return STATUS_OK;
}

void player_destroy(struct player *player)
{
  free(player);
}

static void open_session(struct player *player, struct effects *effects,
                         const struct score *score)
{
  player->frame = player->options.from_frame;
  player->line_event = where_first_event(player->plan, player->frame);
  effects_mix(effects, &(struct mix_message){.kind = MIX_SCORE,
                                             .score = score,
                                             .frame = player->frame});
  effects_mix(effects,
              &(struct mix_message){.kind = MIX_ARM_WAITS,
                                    .flag = player->options.has_input});
  levels_send(player, effects);
}

static void take_end_of_announcement(struct player *player)
{
  if (player_is_speaking(player)) {
    player->activity = ACTIVITY_NONE;
  }
}

static void meet(struct player *player, struct effects *effects,
                 const struct happening *happening)
{
  switch (happening->kind) {
  case HAPPENED_OPENING:
    open_session(player, effects, happening->score);
    break;
  case HAPPENED_TIME:
    timed_poll(player, effects, &happening->mixer);
    break;
  case HAPPENED_REQUEST:
    requests_meet(player, effects, &happening->request);
    break;
  case HAPPENED_DEVICE_LOST:
    interruption_lose_device(player, effects);
    break;
  case HAPPENED_DEVICE_BACK:
    interruption_bring_device_back(player, effects);
    break;
  case HAPPENED_SUSPEND:
    interruption_suspend(player, effects);
    break;
  case HAPPENED_WAKE:
    interruption_wake(player, effects);
    break;
  case HAPPENED_QUIETING:
    interruption_fall_silent(player, effects);
    break;
  case HAPPENED_SAID:
    /* Planning takes a second where there is much to say: better in this
       silence than between the listener's next key and its answer. */
    replan_ask(player, effects);
    break;
  case HAPPENED_ANNOUNCED:
    take_end_of_announcement(player);
    break;
  case HAPPENED_PLANNED:
    replan_take(player, effects, happening);
    break;
  case HAPPENED_NOT_PLANNED:
    replan_fail(player, effects);
    break;
  case HAPPENED_EDIT:
    replan_follow_edit(player, effects, happening);
    break;
  case HAPPENED_TROUBLE:
    say_text(player, effects, RANK_TROUBLE, happening->text);
    break;
  }
}

/* Everything but what precedes the beginning. */
static bool begins(enum happening_kind kind)
{
  return kind != HAPPENED_OPENING && kind != HAPPENED_TROUBLE;
}

void player_step(struct player *player, const struct happening *happening,
                 struct effects *effects)
{
  effects_init(effects, player_clock(player));
  if (player->mode == MODE_LEFT) {
    return;
  }
  timed_take_in(player, &happening->mixer);
  if (player->state == PLAYER_READY && begins(happening->kind)) {
    timed_begin(player, effects);
  }
  meet(player, effects, happening);
  motion_settle(player, effects);
}

void player_view(const struct player *player, struct player_view *view)
{
  const enum player_state state = where_state(player);
  *view = (struct player_view){
      .state = state == PLAYER_READY ? PLAYER_PLAYING : state,
      .speaking = player_is_speaking(player),
      .describing = player->mode == MODE_DESCRIBING,
      .menu_wanted = player->mode == MODE_LEAVING_FOR_MENU,
      .finished = player->mode == MODE_LEFT,
      .plan = player->plan,
      .frame = player->frame,
      .step = where_step(player),
      .volume = player->volume,
      .speed = player->speed,
      .jumps = player->jumps,
      .paused_frames =
          state == PLAYER_PAUSED ? player->now - player->since + 1 : 0,
      .played_frames = player->played_frames,
  };
}
