/* More about the movement in hand, for whoever asks: the session stands for it,
   and any key ends it. */

#include "player/inside.h"

/* Of several in a step the one that was come by last, or else the first. */
static const struct description *find(const struct player *player)
{
  const struct plan *plan = player->plan;
  const size_t step = where_step(player);
  const struct description *found = NULL;
  for (size_t i = 0; i < plan->description_count; i++) {
    const struct description *described = &plan->descriptions[i];
    if (described->step == step &&
        (!found || described->frame <= player->frame)) {
      found = described;
    }
  }
  return found;
}

static void tell(struct player *player, struct effects *effects,
                 const struct description *described)
{
  struct announcement_part parts[ANNOUNCEMENT_PARTS];
  size_t count = 0;
  for (; count < described->count && count < ANNOUNCEMENT_PARTS; count++) {
    const struct description_sentence *sentence = &described->sentences[count];
    parts[count] = (struct announcement_part){.clip = sentence->clip,
                                              .text = sentence->text,
                                              .gain = 1.0f,
                                              .whole = true};
  }
  say_parts(player, effects, parts, count);
  player->activity = ACTIVITY_TELLING;
}

void describe_say(struct player *player, struct effects *effects)
{
  const struct description *described = find(player);
  if (described) {
    tell(player, effects, described);
  } else {
    say_phrase(player, effects, RANK_KEY, "%s",
               phrase(player_phrases(player),
                      "There is nothing more about this step."));
  }
}

bool describe_end(struct player *player, struct effects *effects)
{
  if (player->activity != ACTIVITY_TELLING) {
    return false;
  }
  say_no_more(player, effects);
  return true;
}
