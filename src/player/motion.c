/* Running, standing and pausing: the one place that moves the session clock.
 */

#include "player/inside.h"

/* Silence that nobody takes for a key that was not understood. */
#define SOON (2 * SECOND)

/* A step that begins where it should is a change of step and no jump. */
static bool is_jump(const struct player *player, int64_t frame)
{
  const struct plan *plan = player->plan;
  const size_t step = plan_step_at(plan, frame);
  return step == plan_step_at(plan, motion_position(player)) ||
         frame != plan->steps[step].start_frame;
}

void motion_go_to(struct player *player, int64_t frame)
{
  player->jumps += is_jump(player, frame);
  const struct mix_message seek = {.kind = MIX_SEEK, .frame = frame};
  player_send(player, &seek);
  player->seek_message = mixer_messages_sent(player->services.mixer);
  player->seek_frame = frame;
  lines_moved(player);
}

int64_t motion_position(const struct player *player)
{
  return player_applied(player, player->seek_message)
             ? player->mix.session_frame
             : player->seek_frame;
}

static enum session_clock wanted_clock(const struct player *player)
{
  if (!player->begun || player->paused || player->stopped || player->ended) {
    return CLOCK_PAUSED;
  }
  if (player->describing ||
      (player->answer.count > 0 && !player->answer.over_session)) {
    return CLOCK_STANDING;
  }
  return CLOCK_RUNNING;
}

void motion_return_to(struct player *player, const struct departure *place)
{
  const struct mix_message insert = {.kind = MIX_INSERT,
                                     .frames = place->added_frames};
  motion_go_to(player, place->frame);
  if (insert.frames > 0) {
    player_send(player, &insert);
  }
}

/* A sentence that was cut starts again. */
static void start_sentence_again(struct player *player)
{
  const int64_t position = motion_position(player);
  const size_t speech = plan_speech_at(player->plan, position);
  if (speech == SIZE_MAX ||
      player->plan->events[speech].start_frame == position) {
    return;
  }
  motion_return_to(
      player,
      &(struct departure){.frame = player->plan->events[speech].start_frame,
                          .added_frames = player->mix.inserted_frames});
}

static void send_clock(struct player *player, enum session_clock clock)
{
  static const enum mix_message_kind kinds[] = {
      [CLOCK_PAUSED] = MIX_PAUSE,
      [CLOCK_STANDING] = MIX_STAND,
      [CLOCK_RUNNING] = MIX_RUN,
  };
  const struct mix_message message = {.kind = kinds[clock]};
  player_send(player, &message);
  player->clock = clock;
}

void motion_settle(struct player *player)
{
  const enum session_clock clock = wanted_clock(player);
  if (clock == player->clock) {
    return;
  }
  if (clock == CLOCK_RUNNING) {
    replace_settle(player);
    start_sentence_again(player);
  }
  send_clock(player, clock);
}

void motion_hush(struct player *player)
{
  if (player->clock == CLOCK_RUNNING) {
    send_clock(player, CLOCK_STANDING);
  }
}

const struct event *motion_wait(const struct player *player)
{
  return where_span(player, 1u << EVENT_WAIT);
}

static void end_wait(struct player *player)
{
  const struct event *wait = motion_wait(player);
  if (wait) {
    motion_go_to(player, wait->start_frame + wait->frames);
    player->waiting_since = 0;
  }
}

static void say_after_long_pause(struct player *player)
{
  struct text text = {0};
  const int64_t position = motion_position(player);
  const size_t index = plan_step_at(player->plan, position);
  const struct step *step = &player->plan->steps[index];
  where_append_step(player, index, &text);
  struct text left = {0};
  phrases_append_duration(player->phrases,
                          step->start_frame + step->frames - position, &left);
  text_append(&text, ". ");
  text_append_format(&text, phrase(player->phrases, "%s left in this step."),
                     text_string(&left));
  answer_text(player, ANSWER_KEY, 1.0f, text_string(&text));
  text_finish(&left);
  text_finish(&text);
}

/* Whether going on can be heard soon: a sentence begins, or begins again. */
static bool is_heard_soon(const struct player *player)
{
  const struct plan *plan = player->plan;
  const int64_t position = motion_position(player);
  if (plan_speech_at(plan, position) != SIZE_MAX) {
    return true;
  }
  for (size_t i = where_first_event(plan, position); i < plan->event_count;
       i++) {
    const struct event *event = &plan->events[i];
    if (event->start_frame > position + SOON) {
      break;
    }
    if (event->spoken) {
      return true;
    }
  }
  return false;
}

/* Into a silence nobody would know that the key was understood. */
static void say_going_on(struct player *player)
{
  if (player->mix.rendered_frames - player->paused_at > MINUTE) {
    say_after_long_pause(player);
  } else if (!is_heard_soon(player)) {
    answer_say(player, ANSWER_KEY, "%s", phrase(player->phrases, "Going on."));
  }
}

static void go_on(struct player *player)
{
  player->paused = false;
  end_wait(player);
  say_going_on(player);
}

static void start_step_again(struct player *player)
{
  const size_t step = plan_step_at(player->plan, motion_position(player));
  player->stopped = false;
  player->paused = false;
  motion_go_to(player, player->plan->steps[step].start_frame);
}

void motion_play(struct player *player)
{
  if (player->device_lost) {
    lines_say(player, PLAYER_LINE_TROUBLE,
              phrase(player->phrases, "There is no sound device yet."));
  } else if (player->stopped) {
    answer_drop(player);
    start_step_again(player);
  } else if (player->paused) {
    answer_drop(player);
    go_on(player);
  } else {
    end_wait(player);
  }
}

void motion_pause(struct player *player)
{
  const struct event *wait = motion_wait(player);
  if (player->paused || player->stopped || (wait && !wait->has_limit)) {
    return;
  }
  player->paused = true;
  player->paused_at = player->mix.rendered_frames;
  player->reminded_at = player->paused_at;
  motion_settle(player);
  struct text text = {0};
  text_append(&text, phrase(player->phrases, "Paused."));
  text_append(&text, " ");
  where_append_step(player, plan_step_at(player->plan, motion_position(player)),
                    &text);
  text_append(&text, ".");
  answer_text(player, ANSWER_KEY, 1.0f, text_string(&text));
  text_finish(&text);
}

void motion_toggle(struct player *player)
{
  if (player->paused || player->stopped || motion_wait(player)) {
    motion_play(player);
  } else {
    motion_pause(player);
  }
}

void motion_say_stopped(struct player *player)
{
  answer_say(player, ANSWER_KEY, "%s",
             phrase(player->phrases, "Stopped. Your place is kept."));
}

void motion_stop(struct player *player)
{
  if (player->stopped) {
    return;
  }
  player->stopped = true;
  player->paused = false;
  motion_settle(player);
  motion_say_stopped(player);
}

void motion_seek_by(struct player *player, int64_t frames)
{
  const int64_t position = motion_position(player);
  const struct step *step =
      &player->plan->steps[plan_step_at(player->plan, position)];
  const int64_t into = position - step->start_frame;
  if (frames >= step->frames - into) {
    steps_next(player);
  } else {
    motion_go_to(player,
                 frames <= -into ? step->start_frame : position + frames);
  }
}

void motion_seek_to(struct player *player, int64_t frames)
{
  const struct step *step =
      &player->plan->steps[plan_step_at(player->plan, motion_position(player))];
  if (frames >= 0 && frames <= step->frames) {
    motion_go_to(player, step->start_frame + frames);
  }
}
