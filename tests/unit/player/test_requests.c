/* Every request in every state, by the player alone. */

#include "unit.h"

#include "support/solo.h"

#include <string.h>

enum situation {
  IN_HOLD,
  IN_WAIT,
  IN_PAUSE,
  WHEN_STOPPED,
  WHEN_DESCRIBING,
  WHEN_LEAVING,
  WHEN_ENDED,
  SITUATIONS,
};

/* What comes of it, a letter for the state and one for what is done:

     p playing, w waiting, h paused, s stopped, e ended
     . nothing, " says something, > jumps without a word,
     v sets a gain without a word, x leaves

   in a hold, a wait, a pause of the hold, stopped in it, describing in it,
   leaving, ended. */
static const char *const outcomes[][SITUATIONS] = {
    [REQUEST_TOGGLE] = {"h\"", "p>", "p\"", "p>", "p\"", "s.", "e."},
    [REQUEST_PLAY] = {"p.", "p>", "p\"", "p>", "p\"", "s.", "e."},
    [REQUEST_PAUSE] = {"h\"", "w.", "h.", "s.", "p\"", "s.", "e."},
    [REQUEST_NEXT] = {"p\"", "p\"", "h\"", "s\"", "p\"", "s.", "e."},
    [REQUEST_BACK] = {"p\"", "p\"", "h\"", "s\"", "p\"", "s.", "e."},
    [REQUEST_REPEAT] = {"p\"", "w\"", "h\"", "s\"", "p\"", "s.", "e."},
    [REQUEST_EXTEND] = {"p\"", "w\"", "h\"", "s\"", "p\"", "s.", "e."},
    [REQUEST_WHERE] = {"p\"", "w\"", "h\"", "s\"", "p\"", "s.", "e."},
    [REQUEST_LOUDER] = {"p\"", "w\"", "h\"", "s\"", "p\"", "s.", "e."},
    [REQUEST_SOFTER] = {"p\"", "w\"", "h\"", "s\"", "p\"", "s.", "e."},
    [REQUEST_BACKGROUND_LOUDER] = {"p\"", "w\"", "h\"", "s\"", "p\"", "s.",
                                   "e."},
    [REQUEST_BACKGROUND_SOFTER] = {"p\"", "w\"", "h\"", "s\"", "p\"", "s.",
                                   "e."},
    [REQUEST_FASTER] = {"p\"", "w\"", "h\"", "s\"", "p\"", "s.", "e."},
    [REQUEST_SLOWER] = {"p\"", "w\"", "h\"", "s\"", "p\"", "s.", "e."},
    [REQUEST_SLEEP] = {"p\"", "w\"", "h\"", "s\"", "p\"", "s.", "e."},
    [REQUEST_MORE] = {"p\"", "w\"", "h\"", "s\"", "p\"", "s.", "e."},
    [REQUEST_DESCRIBE] = {"p\"", "w\"", "h\"", "s\"", "p\"", "s.", "e."},
    [REQUEST_MENU] = {"s\"", "s\"", "s\"", "s\"", "p\"", "sx", "ex"},
    [REQUEST_QUIT] = {"s\"", "s\"", "s\"", "s\"", "p\"", "sx", "ex"},
    [REQUEST_STOP] = {"s\"", "s\"", "s\"", "s.", "p\"", "s.", "e."},
    [REQUEST_UNKNOWN_KEY] = {"p.", "w.", "h.", "s.", "p\"", "s.", "e."},
    [REQUEST_SEEK_BY] = {"p>", "w>", "h>", "s>", "p\"", "s.", "e."},
    [REQUEST_SEEK_TO] = {"p>", "p>", "h>", "s>", "p\"", "s.", "e."},
    [REQUEST_VOLUME] = {"pv", "wv", "hv", "sv", "p\"", "s.", "e."},
};

static void go_to(struct solo *solo, enum situation situation)
{
  static const enum request_kind ways[SITUATIONS] = {
      [IN_PAUSE] = REQUEST_PAUSE,
      [WHEN_STOPPED] = REQUEST_STOP,
      [WHEN_DESCRIBING] = REQUEST_DESCRIBE,
      [WHEN_LEAVING] = REQUEST_QUIT,
  };
  solo_play_at(solo, situation == IN_WAIT ? 40 : 10);
  if (situation == IN_HOLD || situation == IN_WAIT) {
    return;
  }
  if (situation == WHEN_ENDED) {
    /* What is said then is still to be heard. */
    solo_ask(solo, REQUEST_WHERE);
    solo->mixer.clock = MIX_CLOCK_ENDED;
    solo_tell(solo, HAPPENED_TIME);
    return;
  }
  solo_ask(solo, ways[situation]);
  solo_tell(solo, HAPPENED_ANNOUNCED);
}

static char state_letter(const struct solo *solo)
{
  switch (solo_view(solo).state) {
  case PLAYER_PLAYING:
    return 'p';
  case PLAYER_WAITING:
    return 'w';
  case PLAYER_PAUSED:
    return 'h';
  case PLAYER_STOPPED:
    return 's';
  case PLAYER_ENDED:
    return 'e';
  case PLAYER_READY:
    break;
  }
  return '?';
}

static char effect_letter(const struct solo *solo)
{
  const char *list = solo->list;
  return strstr(list, "leave")      ? 'x'
         : strstr(list, "say ")     ? '"'
         : strstr(list, "seek ")    ? '>'
         : strstr(list, "guidance") ? 'v'
         : *list                    ? '?'
                                    : '.';
}

static void press(enum request_kind kind, enum situation situation)
{
  struct solo *solo = solo_create();
  go_to(solo, situation);
  solo_ask_value(solo, kind, SECOND);
  const char found[] = {state_letter(solo), effect_letter(solo), '\0'};
  if (strcmp(found, outcomes[kind][situation]) != 0) {
    print_message("Request %d in situation %d: %s", (int)kind, (int)situation,
                  solo->list);
  }
  assert_string_equal(found, outcomes[kind][situation]);
  solo_destroy(solo);
}

static void every_request_in_every_state(void **state)
{
  (void)state;
  const int count = (int)(sizeof(outcomes) / sizeof(outcomes[0]));
  assert_int_equal(count, REQUEST_VOLUME + 1);
  for (int kind = 0; kind < count; kind++) {
    for (int situation = 0; situation < SITUATIONS; situation++) {
      press((enum request_kind)kind, (enum situation)situation);
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_request_in_every_state),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
