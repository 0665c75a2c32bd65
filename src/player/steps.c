/* Next and back, by steps, and seeking within one. */

#include "player/inside.h"

#include <string.h>

/* From here on Back means the start of this step. */
#define STEP_BEGUN (3 * SECOND)

/* For so long after Next, Back takes it back. */
#define ACCIDENT (10 * SECOND)

static void say_step(struct player *player, struct effects *effects,
                     const char *format)
{
  const struct phrases *phrases = player_phrases(player);
  struct text text = {0};
  if (player->state == PLAYER_PAUSED || player->state == PLAYER_STOPPED) {
    text_append(&text, phrase(phrases, player->state == PLAYER_PAUSED
                                           ? PHRASE("Paused.")
                                           : PHRASE("Stopped.")));
    text_append(&text, " ");
  }
  where_append_numbered(player, format, where_step(player), &text);
  say_text(player, effects, RANK_KEY, text_string(&text));
  text_finish(&text);
}

/* The step's own announcement need not follow an answer that says the same. */
static int64_t after_announcement(const struct plan *plan, size_t index)
{
  const struct step *step = &plan->steps[index];
  const size_t first = where_first_event(plan, step->start_frame);
  for (size_t i = first; i < plan->event_count; i++) {
    const struct event *event = &plan->events[i];
    if (event->start_frame != step->start_frame) {
      break;
    }
    if (event->kind == EVENT_ANNOUNCE && event->spoken &&
        strstr(event->text, step->name)) {
      return event->start_frame + event->frames;
    }
  }
  return step->start_frame;
}

static void enter(struct player *player, struct effects *effects, size_t step)
{
  const int64_t frame = after_announcement(player->plan, step);
  effects_hold(effects);
  motion_go_to(player, effects, frame);
  player->entered_frame = frame;
  say_step(player, effects, PHRASE("Step %d of %d."));
}

/* Since it began, or since Next or Back came to it past its name, which may
   take longer than the listener to go further back. */
static int64_t time_in_step(const struct player *player, size_t step)
{
  const int64_t start = player->plan->steps[step].start_frame;
  const int64_t entered = player->entered_frame;
  return player->frame -
         (entered > start && entered <= player->frame ? entered : start);
}

static void remember_departure(struct player *player)
{
  memmove(player->departures + 1, player->departures,
          (JUMPS_REMEMBERED - 1) * sizeof(player->departures[0]));
  player->departures[0] = (struct departure){
      .frame = player->frame, .added_frames = player->inserted_frames};
  player->forward_at = player->now;
}

static struct departure take_departure(struct player *player)
{
  const struct departure newest = player->departures[0];
  memmove(player->departures, player->departures + 1,
          (JUMPS_REMEMBERED - 1) * sizeof(player->departures[0]));
  player->departures[JUMPS_REMEMBERED - 1].frame = -1;
  return newest;
}

void steps_next(struct player *player, struct effects *effects)
{
  const size_t step = where_step(player);
  if (step + 1 == player->plan->step_count) {
    player_enter(player, PLAYER_STOPPED);
    say_prompt(player, effects, RANK_KEY,
               PHRASE("That was the last step. Stopped."),
               PHRASE("Press %s to play it again."), REQUEST_TOGGLE);
    return;
  }
  remember_departure(player);
  enter(player, effects, step + 1);
}

void steps_back(struct player *player, struct effects *effects)
{
  if (player->departures[0].frame >= 0 &&
      player->now - player->forward_at <= ACCIDENT) {
    const struct departure place = take_departure(player);
    effects_hold(effects);
    motion_return_to(player, effects, &place);
    say_step(player, effects, PHRASE("Back in step %d of %d."));
    return;
  }
  const size_t step = where_step(player);
  const bool begun = time_in_step(player, step) > STEP_BEGUN;
  enter(player, effects, step > 0 && !begun ? step - 1 : step);
}

void steps_seek_by(struct player *player, struct effects *effects,
                   int64_t frames)
{
  const struct step *step = &player->plan->steps[where_step(player)];
  const int64_t into = player->frame - step->start_frame;
  if (frames >= step->frames - into) {
    steps_next(player, effects);
  } else {
    motion_go_to(player, effects,
                 frames <= -into ? step->start_frame : player->frame + frames);
  }
}

void steps_seek_to(struct player *player, struct effects *effects,
                   int64_t frames)
{
  const struct step *step = &player->plan->steps[where_step(player)];
  if (frames >= 0 && frames <= step->frames) {
    motion_go_to(player, effects, step->start_frame + frames);
  }
}
