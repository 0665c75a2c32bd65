/* The closing words tell how long the session really was: with what was added,
   skipped and waited for, in every sitting, as the history does. */

#include "player/inside.h"

#include <stdlib.h>
#include <string.h>

/* So long before the plan's words others take their place: in the silence that
   parts sentences, with time to speak them. */
#define AHEAD (SECOND / 2)

/* A listener who only followed hears what the plan says. */
#define DIFFERENCE (2 * SECOND)

static void append_length(const struct player *player, int64_t frames,
                          struct text *out)
{
  phrases_append_duration(player_phrases(player), frames, out);
  text_append(out, ".");
}

static const struct event *last_spoken(const struct plan *plan)
{
  size_t i = plan->event_count;
  while (i > 0 && !plan->events[i - 1].spoken) {
    i--;
  }
  return i > 0 ? &plan->events[i - 1] : NULL;
}

static int64_t played_at_the_end(const struct player *player)
{
  return player->options.earlier_frames + player->played_frames +
         player->plan->frames - player->frame;
}

/* Whether the length comes next, in the plan's words. */
static bool is_next(const struct player *player, const struct event *words)
{
  if (player->frame < words->start_frame - AHEAD ||
      player->frame >= words->start_frame) {
    return false;
  }
  struct text length = {0};
  append_length(player, player->plan->frames, &length);
  const bool tells = strcmp(words->text, text_string(&length)) == 0;
  text_finish(&length);
  return tells;
}

void closing_poll(struct player *player, struct effects *effects)
{
  const struct event *words = last_spoken(player->plan);
  const int64_t played = played_at_the_end(player);
  if (effects->clock != CLOCK_RUNNING ||
      llabs(played - player->plan->frames) < DIFFERENCE || !words ||
      !is_next(player, words)) {
    return;
  }
  struct text length = {0};
  append_length(player, played, &length);
  if (strcmp(words->text, text_string(&length)) != 0) {
    effects_hold(effects);
    say_text(player, effects, RANK_KEY, text_string(&length));
    motion_go_to(player, effects, words->start_frame + words->frames);
  }
  text_finish(&length);
}
