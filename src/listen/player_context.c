/* A player in the loop: keys and media buttons become requests. */

#include "listen/player_context.h"

#include "base/frames.h"

/* So long a pause still keeps the computer awake. */
#define AWAKE_IN_PAUSE (600 * (int64_t)FRAME_RATE)

static void press(void *context, uint32_t key)
{
  const struct player_seat *seat = context;
  const struct request request = {.kind = keymap_find(seat->keymap, key)};
  player_do(seat->player, &request);
}

static void poll_player(void *context)
{
  const struct player_seat *seat = context;
  player_poll(seat->player);
}

static bool is_over(void *context, enum loop_end *end)
{
  const struct player_seat *seat = context;
  struct player_view view;
  player_view(seat->player, &view);
  *end = view.menu_wanted ? LOOP_MENU : LOOP_DONE;
  return view.finished;
}

static void device_lost(void *context)
{
  const struct player_seat *seat = context;
  player_device_lost(seat->player);
}

static void device_back(void *context)
{
  const struct player_seat *seat = context;
  player_device_back(seat->player);
}

static void suspend(void *context)
{
  const struct player_seat *seat = context;
  player_suspend(seat->player);
}

static void wake(void *context)
{
  const struct player_seat *seat = context;
  player_wake(seat->player);
}

static void fall_silent(void *context)
{
  const struct player_seat *seat = context;
  player_fall_silent(seat->player);
}

struct loop_host player_host(struct player_seat *seat)
{
  return (struct loop_host){
      .context = seat,
      .press = press,
      .poll = poll_player,
      .is_over = is_over,
      .device_lost = device_lost,
      .device_back = device_back,
      .suspend = suspend,
      .wake = wake,
      .fall_silent = fall_silent,
  };
}

static void ask(void *context, const struct request *request)
{
  const struct player_seat *seat = context;
  player_do(seat->player, request);
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
  const struct player_seat *seat = context;
  struct player_view view;
  player_view(seat->player, &view);
  const struct step *step = &view.plan->steps[view.step];
  const int64_t into = view.frame - step->start_frame;
  *media = (struct media_view){
      .state = state_of(&view),
      .title = step->name,
      .album = seat->album,
      .artist = seat->artist,
      .number = (int)view.step + 1,
      .length_frames = step->frames,
      .position_frames = into < step->frames ? into : step->frames,
      .volume = view.volume,
      .jumps = view.jumps,
  };
}

struct media_owner player_media(struct player_seat *seat)
{
  return (struct media_owner){.context = seat, .ask = ask, .view = show};
}

bool player_keeps_awake(void *seat)
{
  const struct player_seat *sitting = seat;
  struct player_view view;
  player_view(sitting->player, &view);
  switch (view.state) {
  case PLAYER_PLAYING:
  case PLAYER_WAITING:
    return true;
  case PLAYER_PAUSED:
    return view.paused_frames < AWAKE_IN_PAUSE;
  case PLAYER_ENDED:
  case PLAYER_STOPPED:
    break;
  }
  return false;
}
