/* What every request does in every state. */

#include "player/inside.h"

#include <assert.h>

/* Two keys that mean nothing within this time, and the listener is lost. */
#define LOST_LISTENER (3 * SECOND)

static void start_describing(struct player *player, struct effects *effects)
{
  player->mode = MODE_DESCRIBING;
  say_prompt(player, effects, RANK_KEY, PHRASE("Keys say what they do."),
             PHRASE("Press %s again to use them."), REQUEST_DESCRIBE);
}

static void meet_unknown_key(struct player *player, struct effects *effects)
{
  if (player->now - player->unknown_key_at < LOST_LISTENER) {
    say_help(player, effects);
  }
  player->unknown_key_at = player->now;
}

/* Wherever there is something to hear. */
#define ALIKE(reaction)                                                        \
  {                                                                            \
    [PLAYER_PLAYING] = (reaction), [PLAYER_WAITING] = (reaction),              \
    [PLAYER_PAUSED] = (reaction), [PLAYER_STOPPED] = (reaction),               \
  }

/* NULL: nothing. What carries a value does the same in every state: see
   carry_out(). */
static void (*const reactions[][PLAYER_ENDED + 1])(struct player *player,
                                                   struct effects *effects) = {
    [REQUEST_TOGGLE] = {[PLAYER_PLAYING] = pause_begin,
                        [PLAYER_WAITING] = pause_end_wait,
                        [PLAYER_PAUSED] = pause_end,
                        [PLAYER_STOPPED] = pause_start_again},
    [REQUEST_PLAY] = {[PLAYER_WAITING] = pause_end_wait,
                      [PLAYER_PAUSED] = pause_end,
                      [PLAYER_STOPPED] = pause_start_again},
    [REQUEST_PAUSE] =
        {[PLAYER_PLAYING] = pause_begin, [PLAYER_WAITING] = pause_begin},
    [REQUEST_NEXT] = ALIKE(steps_next),
    [REQUEST_BACK] = ALIKE(steps_back),
    [REQUEST_REPEAT] = ALIKE(repeat_say),
    [REQUEST_EXTEND] = ALIKE(levels_extend),
    [REQUEST_WHERE] = ALIKE(say_where),
    [REQUEST_LOUDER] = ALIKE(levels_louder),
    [REQUEST_SOFTER] = ALIKE(levels_softer),
    [REQUEST_BACKGROUND_LOUDER] = ALIKE(levels_background_louder),
    [REQUEST_BACKGROUND_SOFTER] = ALIKE(levels_background_softer),
    [REQUEST_FASTER] = ALIKE(levels_faster),
    [REQUEST_SLOWER] = ALIKE(levels_slower),
    [REQUEST_SLEEP] = ALIKE(sleep_choose),
    [REQUEST_MORE] = ALIKE(describe_say),
    [REQUEST_DESCRIBE] = ALIKE(start_describing),
    [REQUEST_MENU] = {[PLAYER_PLAYING] = leave_for_menu,
                      [PLAYER_WAITING] = leave_for_menu,
                      [PLAYER_PAUSED] = leave_for_menu,
                      [PLAYER_STOPPED] = leave_for_menu,
                      [PLAYER_ENDED] = leave_for_menu},
    [REQUEST_QUIT] = {[PLAYER_PLAYING] = leave_session,
                      [PLAYER_WAITING] = leave_session,
                      [PLAYER_PAUSED] = leave_session,
                      [PLAYER_STOPPED] = leave_session,
                      [PLAYER_ENDED] = leave_session},
    [REQUEST_STOP] = {[PLAYER_PLAYING] = pause_stop,
                      [PLAYER_WAITING] = pause_stop,
                      [PLAYER_PAUSED] = pause_stop},
    [REQUEST_UNKNOWN_KEY] = ALIKE(meet_unknown_key),
};

static_assert(sizeof(reactions) / sizeof(reactions[0]) ==
                  REQUEST_UNKNOWN_KEY + 1,
              "every request without a value has its row");

static bool leaves(enum request_kind kind)
{
  return kind == REQUEST_QUIT || kind == REQUEST_MENU;
}

static void carry_out(struct player *player, struct effects *effects,
                      const struct request *request)
{
  switch (request->kind) {
  case REQUEST_SEEK_BY:
    steps_seek_by(player, effects, request->value);
    return;
  case REQUEST_SEEK_TO:
    steps_seek_to(player, effects, request->value);
    return;
  case REQUEST_VOLUME:
    levels_set_guidance(player, effects, request->value);
    return;
  default:
    break;
  }
  assert(player->state != PLAYER_READY);
  void (*const react)(struct player *, struct effects *) =
      reactions[request->kind][where_state(player)];
  if (react) {
    react(player, effects);
  }
}

static void describe(struct player *player, struct effects *effects,
                     enum request_kind kind)
{
  const bool stops = kind == REQUEST_DESCRIBE || kind == REQUEST_QUIT;
  player->mode = stops ? MODE_OBEYING : MODE_DESCRIBING;
  say_phrase(player, effects, RANK_KEY, "%s",
             phrase(player_phrases(player), stops
                                                ? PHRASE("The keys work again.")
                                                : request_help(kind)));
}

void requests_meet(struct player *player, struct effects *effects,
                   const struct request *request)
{
  const enum request_kind kind = request->kind;
  const bool over = player_is_leaving(player) || player->state == PLAYER_ENDED;
  if (over && !leaves(kind)) {
    return;
  }
  if (kind != REQUEST_NEXT && kind != REQUEST_BACK) {
    player_forget_departures(player);
  }
  if (describe_end(player, effects) && kind == REQUEST_MORE) {
    return;
  }
  if (!leaves(kind) && sleep_put_off(player, effects)) {
    return;
  }
  if (player->mode == MODE_DESCRIBING) {
    describe(player, effects, kind);
  } else {
    carry_out(player, effects, request);
  }
}
