/* A player in the loop: keys become requests. */

#include "player/host.h"

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
