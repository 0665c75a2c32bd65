/* One session from its first frame to its last. */

#include "player/player.h"

#include "player/inside.h"

#include <stdlib.h>

#define DEVICE_LOST PHRASE("The sound device went away. I have paused.")

/* Two keys that mean nothing within this time, and the listener is lost. */
#define LOST_LISTENER (3 * SECOND)

void player_send(struct player *player, const struct mix_message *message)
{
  mixer_send(player->services.mixer, message);
}

bool player_applied(const struct player *player, uint32_t message)
{
  return (int32_t)(player->mix.messages_applied - message) >= 0;
}

static void send_start(struct player *player)
{
  const struct mix_message score = {.kind = MIX_SCORE,
                                    .score = player->score,
                                    .frame = player->options.from_frame};
  const struct mix_message waits = {.kind = MIX_ARM_WAITS,
                                    .flag = player->options.has_input};
  player_send(player, &score);
  player->seek_message = mixer_messages_sent(player->services.mixer);
  player->seek_frame = player->options.from_frame;
  player_send(player, &waits);
  levels_send(player);
}

enum status player_create(const struct player_services *services,
                          const struct player_options *options,
                          const struct plan *plan, const struct score *score,
                          struct player **player)
{
  struct player *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  made->services = *services;
  made->options = *options;
  made->plan = plan;
  made->score = score;
  made->phrases = phrases_for(plan->language);
  made->clock = CLOCK_PAUSED;
  made->volume = options->volume;
  made->speed = options->chosen_speed;
  made->background = 100;
  made->line_step = SIZE_MAX;
  made->unknown_key_at = -LOST_LISTENER;
  mixer_read_status(services->mixer, &made->mix);
  made->polled_at = made->mix.rendered_frames;
  answer_prepare(made);
  send_start(made);
  lines_moved(made);
  *player = made;
  return STATUS_OK;
}

void player_destroy(struct player *player)
{
  free(player);
}

static void unknown_key(struct player *player)
{
  const int64_t now = player->mix.rendered_frames;
  if (now - player->unknown_key_at < LOST_LISTENER) {
    prompt_say_help(player);
  }
  player->unknown_key_at = now;
}

static void quit(struct player *player, bool menu)
{
  player->menu_wanted = player->menu_wanted || menu;
  sleep_cancel(player);
  if (player->leaving || player->ended || player->device_lost) {
    player->finished = true;
    return;
  }
  player->leaving = true;
  motion_stop(player);
  if (player->answer.count == 0) {
    /* Stopped already; leaving is answered all the same. */
    motion_say_stopped(player);
  }
}

static void describe(struct player *player, const struct request *request)
{
  if (request->kind == REQUEST_DESCRIBE || request->kind == REQUEST_QUIT) {
    player->describing = false;
    answer_say(player, ANSWER_KEY, "%s",
               phrase(player->phrases, "The keys work again."));
  } else {
    answer_say(player, ANSWER_KEY, "%s",
               phrase(player->phrases, request_help(request->kind)));
  }
}

static void start_describing(struct player *player)
{
  player->describing = true;
  prompt_say(player, ANSWER_KEY, PHRASE("Keys say what they do."),
             PHRASE("Press %s again to use them."), REQUEST_DESCRIBE);
}

static void carry_out(struct player *player, const struct request *request)
{
  switch (request->kind) {
  case REQUEST_TOGGLE:
    motion_toggle(player);
    break;
  case REQUEST_PLAY:
    motion_play(player);
    break;
  case REQUEST_PAUSE:
    motion_pause(player);
    break;
  case REQUEST_NEXT:
    steps_next(player);
    break;
  case REQUEST_BACK:
    steps_back(player);
    break;
  case REQUEST_REPEAT:
    repeat_say(player);
    break;
  case REQUEST_EXTEND:
    levels_extend(player);
    break;
  case REQUEST_WHERE:
    where_say(player);
    break;
  case REQUEST_LOUDER:
    levels_guidance(player, 1);
    break;
  case REQUEST_SOFTER:
    levels_guidance(player, -1);
    break;
  case REQUEST_BACKGROUND_LOUDER:
    levels_background(player, 1);
    break;
  case REQUEST_BACKGROUND_SOFTER:
    levels_background(player, -1);
    break;
  case REQUEST_FASTER:
    levels_speed(player, 1);
    break;
  case REQUEST_SLOWER:
    levels_speed(player, -1);
    break;
  case REQUEST_SLEEP:
    sleep_choose(player);
    break;
  case REQUEST_DESCRIBE:
    start_describing(player);
    break;
  case REQUEST_MENU:
    quit(player, true);
    break;
  case REQUEST_QUIT:
    quit(player, false);
    break;
  case REQUEST_STOP:
    motion_stop(player);
    break;
  case REQUEST_UNKNOWN_KEY:
    unknown_key(player);
    break;
  case REQUEST_SEEK_BY:
    motion_seek_by(player, request->value);
    break;
  case REQUEST_SEEK_TO:
    motion_seek_to(player, request->value);
    break;
  case REQUEST_VOLUME:
    levels_set_guidance(player, request->value);
    break;
  }
}

static bool is_step_key(enum request_kind kind)
{
  return kind == REQUEST_NEXT || kind == REQUEST_BACK;
}

void player_do(struct player *player, const struct request *request)
{
  mixer_read_status(player->services.mixer, &player->mix);
  const bool leave =
      request->kind == REQUEST_QUIT || request->kind == REQUEST_MENU;
  if (player->finished || ((player->leaving || player->ended) && !leave)) {
    return;
  }
  if (!is_step_key(request->kind)) {
    player->forward_count = 0;
  }
  if (leave || !sleep_put_off(player)) {
    player->describing ? describe(player, request) : carry_out(player, request);
  }
  motion_settle(player);
}

void player_device_lost(struct player *player)
{
  if (player->device_lost) {
    return;
  }
  player->device_lost = true;
  player->answer.count = 0;
  player->queued.count = 0;
  if (!player->stopped && !player->paused) {
    player->paused = true;
    player->paused_at = player->mix.rendered_frames;
    player->reminded_at = player->paused_at;
  }
  player->finished = player->finished || player->leaving;
  motion_settle(player);
  lines_say(player, PLAYER_LINE_TROUBLE, phrase(player->phrases, DEVICE_LOST));
}

/* Where there is no input nobody could ask for it. */
static bool go_on_unasked(struct player *player, const char *happened)
{
  if (player->options.has_input || !player->paused) {
    return false;
  }
  player->paused = false;
  answer_say(player, ANSWER_TROUBLE, "%s %s", phrase(player->phrases, happened),
             phrase(player->phrases, "Going on."));
  motion_settle(player);
  return true;
}

void player_device_back(struct player *player)
{
  if (!player->device_lost) {
    return;
  }
  player->device_lost = false;
  if (go_on_unasked(player, DEVICE_LOST)) {
    return;
  }
  prompt_say(player, ANSWER_TROUBLE, DEVICE_LOST, PHRASE("Press %s to go on."),
             REQUEST_TOGGLE);
}

void player_fall_silent(struct player *player)
{
  answer_drop(player);
  player->stopped = true;
  motion_settle(player);
}

void player_suspend(struct player *player)
{
  mixer_read_status(player->services.mixer, &player->mix);
  player->describing = false;
  motion_pause(player);
  motion_settle(player);
}

void player_wake(struct player *player)
{
  mixer_read_status(player->services.mixer, &player->mix);
  if (!player->leaving && !player->ended && !player->device_lost &&
      !go_on_unasked(player, PHRASE("Paused."))) {
    where_say(player);
    motion_settle(player);
  }
}

void player_say_trouble(struct player *player, const char *text)
{
  answer_text(player, ANSWER_TROUBLE, 1.0f, text);
}

void player_view(const struct player *player, struct player_view *view)
{
  const int64_t frame = motion_position(player);
  *view = (struct player_view){
      .speaking = player->answer.count > 0,
      .describing = player->describing,
      .finished = player->finished,
      .menu_wanted = player->menu_wanted,
      .plan = player->plan,
      .frame = frame,
      .step = plan_step_at(player->plan, frame),
      .volume = player->volume,
      .speed = player->speed,
      .jumps = player->jumps,
      .paused_frames = player->paused
                           ? player->mix.rendered_frames - player->paused_at + 1
                           : 0,
      .played_frames = player->played_frames,
  };
  if (player->ended) {
    view->state = PLAYER_ENDED;
  } else if (player->stopped) {
    view->state = PLAYER_STOPPED;
  } else if (player->paused) {
    view->state = PLAYER_PAUSED;
  } else if (motion_wait(player)) {
    view->state = PLAYER_WAITING;
  }
}
