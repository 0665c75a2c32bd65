/* Carries out what the player wants done, and tells it what has happened. */

#include "listen/player_context.h"

#include "base/frames.h"

#include <stdlib.h>

/* So long a pause still keeps the computer awake. */
#define AWAKE_IN_PAUSE (600 * (int64_t)FRAME_RATE)

/* After an answer, before the session goes on: the two must not run together.
 */
#define RELEASE_GAP (3 * (int64_t)FRAME_RATE / 10)

struct player_context {
  struct player_context_parts parts;
  struct player *player;
  struct announcer *announcer;
  struct happening outcome; /* of the effects that were carried out last */
  bool has_outcome;
  const struct score *score; /* that the mixer was told to play last */
  bool scores_left;          /* and others before it */
  bool over;
  enum loop_end end; /* how, once it is over */
};

/* --- What is to be done --- */

static void send(struct player_context *context,
                 const struct mix_message *message)
{
  /* What is sent while 256 messages wait is lost; no listener is that fast. */
  mixer_send(context->parts.services.mixer, message);
  if (message->kind == MIX_SCORE) {
    context->score = message->score;
    context->scores_left = true;
  }
}

static void plan_anew(struct player_context *context, int speed)
{
  const struct player_planner *planner = &context->parts.planner;
  struct happening planned = {.kind = HAPPENED_PLANNED};
  if (planner->plan(planner->context, speed, &planned.plan, &planned.score) !=
      STATUS_OK) {
    planned.kind = HAPPENED_NOT_PLANNED;
  }
  context->outcome = planned;
  context->has_outcome = true;
}

static void print(const struct player_context *context,
                  const struct effect *effect)
{
  const struct player_lines *lines = &context->parts.services.lines;
  if (lines->line) {
    lines->line(lines->context, effect->line, effect->text);
  }
}

/* Where not even a tick can be heard, it is over at once. */
static void announce(struct player_context *context,
                     const struct announcement *announcement)
{
  announcer_say(context->announcer, announcement);
  context->outcome = (struct happening){.kind = HAPPENED_ANNOUNCED};
  context->has_outcome = !announcer_is_busy(context->announcer);
}

static void carry_out(struct player_context *context,
                      const struct effect *effect)
{
  switch (effect->kind) {
  case EFFECT_MIX:
    send(context, &effect->message);
    break;
  case EFFECT_ANNOUNCE:
    announce(context, &effect->announcement);
    break;
  case EFFECT_CANCEL:
    announcer_cancel(context->announcer);
    break;
  case EFFECT_DROP:
    announcer_drop(context->announcer);
    break;
  case EFFECT_PRINT:
    print(context, effect);
    break;
  case EFFECT_PLAN:
    plan_anew(context, effect->speed);
    break;
  case EFFECT_LEAVE:
    context->over = true;
    context->end = effect->menu ? LOOP_MENU : LOOP_DONE;
    break;
  }
}

/* --- What has happened --- */

static struct mixer_view view_mixer(const struct player_context *context)
{
  const struct mixer *mixer = context->parts.services.mixer;
  struct mix_status status;
  mixer_read_status(mixer, &status);
  return (struct mixer_view){
      .clock = status.clock,
      .session_frame = status.session_frame,
      .rendered_frames = status.rendered_frames,
      .inserted_frames = status.inserted_frames,
      .settled = status.messages_applied == mixer_messages_sent(mixer),
  };
}

void player_context_tell(struct player_context *context,
                         const struct happening *happening)
{
  struct happening now = *happening;
  do {
    struct effects effects;
    now.mixer = view_mixer(context);
    player_step(context->player, &now, &effects);
    context->has_outcome = false;
    for (size_t i = 0; i < effects.count; i++) {
      carry_out(context, &effects.list[i]);
    }
    now = context->outcome;
  } while (context->has_outcome);
}

static void tell(struct player_context *context, enum happening_kind kind)
{
  player_context_tell(context, &(struct happening){.kind = kind});
}

static void ask(void *context, const struct request *request)
{
  player_context_tell(context, &(struct happening){.kind = HAPPENED_REQUEST,
                                                   .request = *request});
}

void player_context_say_trouble(struct player_context *context,
                                const char *text)
{
  player_context_tell(
      context, &(struct happening){.kind = HAPPENED_TROUBLE, .text = text});
}

static void listen_to_announcer(struct player_context *context,
                                const struct mix_status *status)
{
  switch (announcer_poll(context->announcer, status)) {
  case ANNOUNCER_NO_NEWS:
    break;
  case ANNOUNCER_SAID:
    tell(context, HAPPENED_SAID);
    break;
  case ANNOUNCER_DONE:
    tell(context, HAPPENED_ANNOUNCED);
    break;
  }
}

static void release_scores(struct player_context *context,
                           const struct mix_status *status)
{
  if (context->scores_left && status->score == context->score) {
    context->scores_left = false;
    context->parts.planner.release(context->parts.planner.context,
                                   context->score);
  }
}

/* --- For the loop --- */

static void press(void *context, uint32_t key)
{
  const struct player_context *own = context;
  ask(context, &(struct request){.kind = keymap_find(own->parts.keymap, key)});
}

static void look(void *context)
{
  const struct player_context *own = context;
  struct mix_status status;
  mixer_read_status(own->parts.services.mixer, &status);
  listen_to_announcer(context, &status);
  tell(context, HAPPENED_TIME);
  release_scores(context, &status);
}

static bool is_over(void *context, enum loop_end *end)
{
  const struct player_context *own = context;
  *end = own->end;
  return own->over;
}

static void lose_device(void *context)
{
  tell(context, HAPPENED_DEVICE_LOST);
}

static void bring_device_back(void *context)
{
  tell(context, HAPPENED_DEVICE_BACK);
}

static void suspend(void *context)
{
  tell(context, HAPPENED_SUSPEND);
}

static void wake(void *context)
{
  tell(context, HAPPENED_WAKE);
}

static void fall_silent(void *context)
{
  tell(context, HAPPENED_QUIETING);
}

struct loop_host player_context_host(struct player_context *context)
{
  return (struct loop_host){
      .context = context,
      .press = press,
      .poll = look,
      .is_over = is_over,
      .device_lost = lose_device,
      .device_back = bring_device_back,
      .suspend = suspend,
      .wake = wake,
      .fall_silent = fall_silent,
  };
}

/* --- For media players and the inhibitor --- */

void player_context_view(const struct player_context *context,
                         struct player_view *view)
{
  player_view(context->player, view);
}

static enum media_state media_state(const struct player_view *view)
{
  switch (view->state) {
  case PLAYER_READY:
  case PLAYER_PLAYING:
    return view->describing ? MEDIA_PAUSED : MEDIA_PLAYING;
  case PLAYER_PAUSED:
  case PLAYER_WAITING:
    return MEDIA_PAUSED;
  case PLAYER_STOPPED:
  case PLAYER_ENDED:
    break;
  }
  return MEDIA_STOPPED;
}

static void show(void *context, struct media_view *media)
{
  const struct player_context *own = context;
  struct player_view view;
  player_view(own->player, &view);
  const struct step *step = &view.plan->steps[view.step];
  const int64_t into = view.frame - step->start_frame;
  *media = (struct media_view){
      .state = media_state(&view),
      .title = step->name,
      .album = own->parts.album,
      .artist = own->parts.artist,
      .number = (int)view.step + 1,
      .length_frames = step->frames,
      .position_frames = into < step->frames ? into : step->frames,
      .volume = view.volume,
      .jumps = view.jumps,
  };
}

struct media_owner player_context_media(struct player_context *context)
{
  return (struct media_owner){.context = context, .ask = ask, .view = show};
}

bool player_context_keeps_awake(void *context)
{
  const struct player_context *own = context;
  struct player_view view;
  player_view(own->player, &view);
  switch (view.state) {
  case PLAYER_READY:
  case PLAYER_PLAYING:
  case PLAYER_WAITING:
    return true;
  case PLAYER_PAUSED:
    return view.paused_frames < AWAKE_IN_PAUSE;
  case PLAYER_STOPPED:
  case PLAYER_ENDED:
    break;
  }
  return false;
}

/* --- Beginning and end --- */

enum status player_context_create(const struct player_context_parts *parts,
                                  const struct player_options *options,
                                  const struct plan *plan,
                                  const struct score *score,
                                  struct player_context **context)
{
  const struct announcer_options announcing = {
      .voice = parts->voice,
      .pitch = parts->pitch,
      .release_frames = RELEASE_GAP,
  };
  struct player_context *made = calloc(1, sizeof(*made));
  if (!made ||
      announcer_create(&parts->services, &announcing, &made->announcer) !=
          STATUS_OK ||
      player_create(options, plan, &made->player) != STATUS_OK) {
    player_context_destroy(made);
    return STATUS_NO_MEMORY;
  }
  made->parts = *parts;
  player_context_tell(
      made, &(struct happening){.kind = HAPPENED_OPENING, .score = score});
  *context = made;
  return STATUS_OK;
}

void player_context_destroy(struct player_context *context)
{
  if (context) {
    player_destroy(context->player);
    announcer_destroy(context->announcer);
    free(context);
  }
}
