/* Next and back, by steps. */

#include "player/inside.h"

#include <string.h>

/* From here on Back means the start of this step. */
#define STEP_BEGUN (3 * SECOND)

/* For so long after Next, Back takes it back. */
#define ACCIDENT (10 * SECOND)

static void say_step(struct player *player, size_t step, bool back)
{
  const struct phrases *phrases = player->phrases;
  struct text text = {0};
  if (player->paused || player->stopped) {
    text_append(&text, phrase(phrases, player->paused ? PHRASE("Paused.")
                                                      : PHRASE("Stopped.")));
    text_append(&text, " ");
  }
  where_append_numbered(player,
                        back ? PHRASE("Back in step %d of %d.")
                             : PHRASE("Step %d of %d."),
                        step, &text);
  answer_text(player, ANSWER_KEY, 1.0f, text_string(&text));
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

static void enter(struct player *player, size_t step)
{
  const int64_t frame = after_announcement(player->plan, step);
  motion_hush(player);
  motion_go_to(player, frame);
  player->entered_frame = frame;
  say_step(player, step, false);
}

/* Since it began, or since Next or Back came to it past its name, which may
   take longer than the listener to go further back. */
static int64_t time_in_step(const struct player *player, size_t step,
                            int64_t position)
{
  const int64_t start = player->plan->steps[step].start_frame;
  const int64_t entered = player->entered_frame;
  return position - (entered > start && entered <= position ? entered : start);
}

static void remember_forward(struct player *player, int64_t position)
{
  if (player->forward_count == JUMPS_REMEMBERED) {
    memmove(player->departures, player->departures + 1,
            (JUMPS_REMEMBERED - 1) * sizeof(player->departures[0]));
    player->forward_count--;
  }
  player->departures[player->forward_count++] = (struct departure){
      .frame = position,
      .added_frames = player_applied(player, player->seek_message)
                          ? player->mix.inserted_frames
                          : 0};
  player->forward_at = player->mix.rendered_frames;
}

void steps_next(struct player *player)
{
  const int64_t position = motion_position(player);
  const size_t step = plan_step_at(player->plan, position);
  if (step + 1 == player->plan->step_count) {
    player->stopped = true;
    player->paused = false;
    motion_settle(player);
    prompt_say(player, ANSWER_KEY, PHRASE("That was the last step. Stopped."),
               PHRASE("Press %s to play it again."), REQUEST_TOGGLE);
    return;
  }
  remember_forward(player, position);
  enter(player, step + 1);
}

void steps_back(struct player *player)
{
  const struct plan *plan = player->plan;
  const int64_t position = motion_position(player);
  const size_t step = plan_step_at(plan, position);
  if (player->forward_count > 0 &&
      player->mix.rendered_frames - player->forward_at <= ACCIDENT) {
    const struct departure *place =
        &player->departures[--player->forward_count];
    motion_hush(player);
    motion_return_to(player, place);
    say_step(player, plan_step_at(plan, place->frame), true);
    return;
  }
  const bool begun = time_in_step(player, step, position) > STEP_BEGUN;
  enter(player, step > 0 && !begun ? step - 1 : step);
}
