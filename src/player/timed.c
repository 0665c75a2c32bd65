/* Timed behaviour: the opening, reminders, the heartbeat and the end. */

#include "player/inside.h"

#define WAIT_HINT (10 * SECOND)
#define LONG_SILENCE MINUTE
#define REACHABLE (10 * MINUTE)
#define HEARTBEAT_MARGIN (5 * SECOND)
#define HEARTBEAT_GAIN 0.3f

void timed_begin(struct player *player, struct effects *effects)
{
  player_enter(player, PLAYER_PLAYING);
  player->silent_since = player->now;
  if (player->options.inexact) {
    say_phrase(player, effects, RANK_KEY, "%s",
               phrase(player_phrases(player),
                      "Your place is gone. This step starts again."));
  } else if (player->options.from_frame > 0) {
    struct text text = {0};
    where_append_numbered(player, PHRASE("Step %d of %d."), where_step(player),
                          &text);
    say_text(player, effects, RANK_KEY, text_string(&text));
    text_finish(&text);
  }
}

static bool is_heard(const struct event *event)
{
  return event->clip && event->kind != EVENT_BACKGROUND;
}

/* Whether something of the session has sounded within the `passed` frames
   before now. */
static bool has_sounded(const struct player *player, int64_t passed)
{
  const struct plan *plan = player->plan;
  bool sounds = plan_speech_at(plan, player->frame) != SIZE_MAX;
  for (size_t i = where_first_event(plan, player->frame - passed);
       i < plan->event_count && plan->events[i].start_frame <= player->frame;
       i++) {
    sounds = sounds || is_heard(&plan->events[i]);
  }
  return sounds;
}

void timed_take_in(struct player *player, const struct mixer_view *mixer)
{
  const int64_t passed = mixer->rendered_frames - player->now;
  const bool runs = player_clock(player) == CLOCK_RUNNING;
  player->now = mixer->rendered_frames;
  if (mixer->settled) {
    player->frame = mixer->session_frame;
    player->inserted_frames = mixer->inserted_frames;
  }
  if (runs) {
    player->played_frames += passed;
  }
  if (!runs || player->activity != ACTIVITY_NONE ||
      has_sounded(player, passed)) {
    player->silent_since = player->now;
  }
}

/* True once a minute, when nothing is said. */
static bool is_due(struct player *player)
{
  if (player->activity != ACTIVITY_NONE || player->now < player->remind_at) {
    return false;
  }
  player->remind_at = player->now + MINUTE;
  return true;
}

static void remind_of_wait(struct player *player, struct effects *effects)
{
  if (player->remind_at == NEVER) {
    player->remind_at = player->now + WAIT_HINT;
  } else if (is_due(player)) {
    say_prompt(player, effects, RANK_SOFT, PHRASE("Waiting for you."),
               PHRASE("Press %s to go on."), REQUEST_TOGGLE);
  }
}

static void remind(struct player *player, struct effects *effects,
                   const struct mixer_view *mixer)
{
  if (player->state == PLAYER_PAUSED) {
    if (is_due(player)) {
      say_phrase(player, effects, RANK_SOFT, "%s",
                 phrase(player_phrases(player), "Still paused."));
    }
  } else if (mixer->clock == MIX_CLOCK_WAITING) {
    remind_of_wait(player, effects);
  } else {
    player->remind_at = NEVER;
  }
}

/* Whether it has been silent for long, and will be for a while. */
static bool is_long_silence(const struct player *player)
{
  const struct plan *plan = player->plan;
  for (size_t i = where_first_event(plan, player->frame);
       i < plan->event_count &&
       plan->events[i].start_frame <= player->frame + HEARTBEAT_MARGIN;
       i++) {
    if (is_heard(&plan->events[i])) {
      return false;
    }
  }
  return player->now - player->silent_since >= LONG_SILENCE;
}

static void beat(struct player *player, struct effects *effects)
{
  if (player->options.heartbeat && player->activity == ACTIVITY_NONE &&
      is_long_silence(player)) {
    say_tick(player, effects, HEARTBEAT_GAIN);
    player->silent_since = player->now;
  }
}

static void see_the_end(struct player *player, const struct mixer_view *mixer)
{
  if (mixer->clock == MIX_CLOCK_ENDED && mixer->settled &&
      player->state == PLAYER_PLAYING) {
    player_enter(player, PLAYER_ENDED);
  }
}

static void leave_when_over(struct player *player, struct effects *effects)
{
  const bool leaving =
      player->state == PLAYER_ENDED || player_is_leaving(player);
  /* A stopped session stays reachable by media buttons, but not for ever. */
  const bool forgotten = player->state == PLAYER_STOPPED &&
                         player->now - player->since >= REACHABLE;
  if ((leaving && player->activity == ACTIVITY_NONE) || forgotten) {
    leave_now(player, effects);
  }
}

void timed_poll(struct player *player, struct effects *effects,
                const struct mixer_view *mixer)
{
  if (mixer->settled) {
    closing_poll(player, effects);
    lines_poll(player, effects);
  }
  see_the_end(player, mixer);
  remind(player, effects, mixer);
  beat(player, effects);
  leave_when_over(player, effects);
  sleep_poll(player, effects);
}
