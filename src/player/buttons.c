/* A session on the message buses. */

#include "player/buttons.h"

#include "base/frames.h"

/* So long a pause still keeps the computer awake. */
#define AWAKE_IN_PAUSE (600 * (int64_t)FRAME_RATE)

static void ask(void *context, const struct request *request)
{
  const struct buttons *buttons = context;
  player_do(buttons->player, request);
}

static enum media_state state_of(const struct player_view *view)
{
  switch (view->state) {
  case PLAYER_PLAYING:
    return view->describing ? MEDIA_PAUSED : MEDIA_PLAYING;
  case PLAYER_PAUSED:
  case PLAYER_WAITING:
    return MEDIA_PAUSED;
  case PLAYER_ENDED:
  case PLAYER_STOPPED:
    break;
  }
  return MEDIA_STOPPED;
}

static void show(void *context, struct media_view *media)
{
  const struct buttons *buttons = context;
  struct player_view view;
  player_view(buttons->player, &view);
  const struct step *step = &view.plan->steps[view.step];
  const int64_t into = view.frame - step->start_frame;
  *media = (struct media_view){
      .state = state_of(&view),
      .title = step->name,
      .album = buttons->album,
      .artist = buttons->artist,
      .number = (int)view.step + 1,
      .length_frames = step->frames,
      .position_frames = into < step->frames ? into : step->frames,
      .volume = view.volume,
      .jumps = view.jumps,
  };
}

void buttons_init(struct buttons *buttons, struct bus *bus,
                  struct player *player, const char *artist, const char *album)
{
  *buttons = (struct buttons){
      .bus = bus, .player = player, .artist = artist, .album = album};
  if (!bus) {
    return;
  }
  const struct media_owner owner = {
      .context = buttons, .ask = ask, .view = show};
  /* Without either the session plays on all the same. */
  if (media_create(bus, &owner, &buttons->media) != STATUS_OK) {
    buttons->media = NULL;
  }
  if (inhibitor_create(bus, &buttons->inhibitor) != STATUS_OK) {
    buttons->inhibitor = NULL;
  }
}

void buttons_finish(struct buttons *buttons)
{
  media_destroy(buttons->media);
  inhibitor_destroy(buttons->inhibitor);
}

static int prepare_session(void *context, short *events, int *timeout_ms)
{
  struct buttons *buttons = context;
  bus_prepare(buttons->bus, &buttons->wait, timeout_ms);
  *events = buttons->wait.events[0];
  return buttons->wait.descriptors[0];
}

static int prepare_system(void *context, short *events, int *timeout_ms)
{
  (void)timeout_ms;
  const struct buttons *buttons = context;
  *events = buttons->wait.events[1];
  return buttons->wait.descriptors[1];
}

static bool keeps_awake(const struct player_view *view)
{
  switch (view->state) {
  case PLAYER_PLAYING:
  case PLAYER_WAITING:
    return true;
  case PLAYER_PAUSED:
    return view->paused_frames < AWAKE_IN_PAUSE;
  case PLAYER_ENDED:
  case PLAYER_STOPPED:
    break;
  }
  return false;
}

static void look(void *context)
{
  struct buttons *buttons = context;
  struct player_view view;
  player_view(buttons->player, &view);
  bus_process(buttons->bus);
  media_update(buttons->media);
  if (buttons->inhibitor) {
    inhibitor_set(buttons->inhibitor, keeps_awake(&view));
  }
}

void buttons_join(struct buttons *buttons, struct loop *loop)
{
  if (buttons->bus) {
    loop_invite(loop, (struct loop_guest){.context = buttons,
                                          .prepare = prepare_session,
                                          .look = look});
    loop_invite(loop, (struct loop_guest){.context = buttons,
                                          .prepare = prepare_system});
  }
}
