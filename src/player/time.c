/* What time brings by itself: the beginning, reminders, signs of life, the
   end. */

#include "player/inside.h"

#define WAIT_HINT (10 * SECOND)
#define LONG_SILENCE MINUTE
#define REACHABLE (10 * MINUTE)
#define HEARTBEAT_MARGIN (5 * SECOND)
#define HEARTBEAT_GAIN 0.3f

static void begin(struct player *player)
{
  player->begun = true;
  player->silent_since = player->mix.rendered_frames;
  if (player->options.inexact) {
    answer_say(
        player, ANSWER_KEY, "%s",
        phrase(player->phrases, "Your place is gone. This step starts again."));
  } else if (player->options.from_frame > 0) {
    const size_t step = plan_step_at(player->plan, player->options.from_frame);
    struct text text = {0};
    where_append_numbered(player, PHRASE("Step %d of %d."), step, &text);
    answer_text(player, ANSWER_KEY, 1.0f, text_string(&text));
    text_finish(&text);
  }
  motion_settle(player);
}

static void remind_of_pause(struct player *player)
{
  const int64_t now = player->mix.rendered_frames;
  if (player->paused && player->answer.count == 0 &&
      now - player->reminded_at >= MINUTE) {
    player->reminded_at = now;
    answer_say(player, ANSWER_SOFT, "%s",
               phrase(player->phrases, "Still paused."));
  }
}

static void remind_of_wait(struct player *player)
{
  const int64_t now = player->mix.rendered_frames;
  if (player->mix.clock != MIX_CLOCK_WAITING || player->paused) {
    player->waiting_since = 0;
  } else if (player->waiting_since == 0) {
    player->waiting_since = now;
    player->reminded_at = now - MINUTE + WAIT_HINT;
  } else if (player->answer.count == 0 && now - player->reminded_at >= MINUTE) {
    player->reminded_at = now;
    prompt_say(player, ANSWER_SOFT, PHRASE("Waiting for you."),
               PHRASE("Press %s to go on."), REQUEST_TOGGLE);
  }
}

/* The last frame at which something that is heard sounds before `frame`, and
   the first at which something begins after it. */
static bool is_long_silence(const struct player *player)
{
  const struct plan *plan = player->plan;
  const int64_t frame = player->mix.session_frame;
  for (size_t i = where_first_event(plan, frame); i < plan->event_count; i++) {
    const struct event *event = &plan->events[i];
    if (event->start_frame > frame + HEARTBEAT_MARGIN) {
      break;
    }
    if (event->clip && event->kind != EVENT_BACKGROUND) {
      return false;
    }
  }
  return player->mix.rendered_frames - player->silent_since >= LONG_SILENCE;
}

static void note_sound(struct player *player, int64_t since)
{
  const struct plan *plan = player->plan;
  bool sounds = player->answer.count > 0 || player->clock != CLOCK_RUNNING;
  const int64_t frame = player->mix.session_frame;
  for (size_t i = where_first_event(plan, frame - since);
       i < plan->event_count && plan->events[i].start_frame <= frame; i++) {
    const struct event *event = &plan->events[i];
    sounds = sounds || (event->clip && event->kind != EVENT_BACKGROUND);
  }
  if (sounds || plan_speech_at(plan, frame) != SIZE_MAX) {
    player->silent_since = player->mix.rendered_frames;
  }
}

static void beat(struct player *player, int64_t since)
{
  note_sound(player, since);
  if (!player->options.heartbeat || player->answer.count > 0 ||
      !is_long_silence(player)) {
    return;
  }
  const struct clip_source *clips = &player->services.clips;
  struct answer answer = {.over_session = true, .count = 1};
  answer.parts[0].gain = HEARTBEAT_GAIN;
  if (clips->sound(clips->context, "tick", NULL, &answer.parts[0].clip) ==
      STATUS_OK) {
    answer_begin(player, &answer);
  }
  player->silent_since = player->mix.rendered_frames;
}

/* A stopped session stays reachable by media buttons, but not for ever. */
static void leave_when_forgotten(struct player *player)
{
  const int64_t now = player->mix.rendered_frames;
  if (!player->stopped) {
    player->stopped_since = 0;
  } else if (player->stopped_since == 0) {
    player->stopped_since = now;
  } else if (now - player->stopped_since >= REACHABLE) {
    player->finished = true;
  }
}

static void see_the_end(struct player *player)
{
  if (player->mix.clock == MIX_CLOCK_ENDED && !player->ended &&
      player_applied(player, mixer_messages_sent(player->services.mixer))) {
    player->ended = true;
    motion_settle(player);
  }
  if ((player->ended || player->leaving) && player->answer.count == 0) {
    player->finished = true;
  }
}

void player_poll(struct player *player)
{
  mixer_read_status(player->services.mixer, &player->mix);
  const int64_t since = player->mix.rendered_frames - player->polled_at;
  player->polled_at = player->mix.rendered_frames;
  if (player->finished) {
    return;
  }
  if (!player->begun) {
    begin(player);
  }
  if (player->clock == CLOCK_RUNNING) {
    player->played_frames += since;
  }
  answer_poll(player);
  closing_poll(player);
  see_the_end(player);
  remind_of_pause(player);
  remind_of_wait(player);
  sleep_poll(player);
  leave_when_forgotten(player);
  beat(player, since);
  replace_poll(player);
  lines_poll(player);
}
