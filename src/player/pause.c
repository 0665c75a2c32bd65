/* Pausing, stopping, and going on from either and from a wait. */

#include "player/inside.h"

/* Silence that nobody takes for a key that was not understood. */
#define SOON (2 * SECOND)

void pause_begin(struct player *player, struct effects *effects)
{
  const struct event *wait = where_wait(player);
  if (wait && !wait->has_limit) {
    return;
  }
  player_enter(player, PLAYER_PAUSED);
  player->remind_at = player->now + MINUTE;
  struct text text = {0};
  text_append(&text, phrase(player_phrases(player), "Paused."));
  text_append(&text, " ");
  where_append_step(player, where_step(player), &text);
  text_append(&text, ".");
  say_text(player, effects, RANK_KEY, text_string(&text));
  text_finish(&text);
}

void pause_end_wait(struct player *player, struct effects *effects)
{
  const struct event *wait = where_wait(player);
  if (wait) {
    motion_go_to(player, effects, wait->start_frame + wait->frames);
  }
}

static void say_after_long_pause(struct player *player, struct effects *effects)
{
  const struct phrases *phrases = player_phrases(player);
  const size_t index = where_step(player);
  const struct step *step = &player->plan->steps[index];
  struct text text = {0};
  struct text left = {0};
  where_append_step(player, index, &text);
  phrases_append_duration(
      phrases, step->start_frame + step->frames - player->frame, &left);
  text_append(&text, ". ");
  text_append_format(&text, phrase(phrases, "%s left in this step."),
                     text_string(&left));
  say_text(player, effects, RANK_KEY, text_string(&text));
  text_finish(&left);
  text_finish(&text);
}

/* Whether going on can be heard soon: a sentence begins, or begins again. */
static bool is_heard_soon(const struct player *player)
{
  const struct plan *plan = player->plan;
  if (plan_speech_at(plan, player->frame) != SIZE_MAX) {
    return true;
  }
  for (size_t i = where_first_event(plan, player->frame);
       i < plan->event_count &&
       plan->events[i].start_frame <= player->frame + SOON;
       i++) {
    if (plan->events[i].spoken) {
      return true;
    }
  }
  return false;
}

static bool has_device(const struct player *player, struct effects *effects)
{
  if (player->device_lost) {
    lines_trouble(effects, phrase(player_phrases(player),
                                  "There is no sound device yet."));
  }
  return !player->device_lost;
}

void pause_end(struct player *player, struct effects *effects)
{
  if (!has_device(player, effects)) {
    return;
  }
  const int64_t paused = player->now - player->since;
  say_no_more(player, effects);
  player_enter(player, PLAYER_PLAYING);
  pause_end_wait(player, effects);
  if (paused > MINUTE) {
    say_after_long_pause(player, effects);
  } else if (!is_heard_soon(player)) {
    /* Into a silence nobody would know that the key was understood. */
    say_phrase(player, effects, RANK_KEY, "%s",
               phrase(player_phrases(player), "Going on."));
  }
}

void pause_stop(struct player *player, struct effects *effects)
{
  player_enter(player, PLAYER_STOPPED);
  say_phrase(player, effects, RANK_KEY, "%s",
             phrase(player_phrases(player), "Stopped. Your place is kept."));
}

void pause_start_again(struct player *player, struct effects *effects)
{
  if (has_device(player, effects)) {
    say_no_more(player, effects);
    player_enter(player, PLAYER_PLAYING);
    motion_go_to(player, effects,
                 player->plan->steps[where_step(player)].start_frame);
  }
}
