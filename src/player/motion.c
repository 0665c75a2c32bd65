/* Jumps, and running, standing and pausing: the one place that moves the
   session clock. */

#include "player/inside.h"

/* A step that begins where it should is a change of step and no jump. */
static bool is_jump(const struct player *player, int64_t frame)
{
  const struct plan *plan = player->plan;
  const size_t step = plan_step_at(plan, frame);
  return step == where_step(player) || frame != plan->steps[step].start_frame;
}

void motion_go_to(struct player *player, struct effects *effects, int64_t frame)
{
  player->jumps += is_jump(player, frame);
  player->frame = frame;
  player->inserted_frames = 0;
  player->line_event = where_first_event(player->plan, frame);
  effects_mix(effects, &(struct mix_message){.kind = MIX_SEEK, .frame = frame});
}

void motion_return_to(struct player *player, struct effects *effects,
                      const struct departure *place)
{
  motion_go_to(player, effects, place->frame);
  motion_add(player, effects, place->added_frames);
}

void motion_add(struct player *player, struct effects *effects, int64_t frames)
{
  if (frames > 0) {
    player->inserted_frames += frames;
    effects_mix(effects,
                &(struct mix_message){.kind = MIX_INSERT, .frames = frames});
  }
}

/* A sentence that was cut starts again. */
static void start_sentence_again(struct player *player, struct effects *effects)
{
  const struct plan *plan = player->plan;
  const size_t speech = plan_speech_at(plan, player->frame);
  if (speech != SIZE_MAX && plan->events[speech].start_frame < player->frame) {
    motion_return_to(
        player, effects,
        &(struct departure){.frame = plan->events[speech].start_frame,
                            .added_frames = player->inserted_frames});
  }
}

void motion_settle(struct player *player, struct effects *effects)
{
  if (player_clock(player) == CLOCK_RUNNING &&
      effects->clock != CLOCK_RUNNING) {
    if (replan_ask(player, effects)) {
      player->activity = ACTIVITY_PLANNING;
    } else {
      start_sentence_again(player, effects);
    }
  }
  effects_set_clock(effects, player_clock(player));
}
