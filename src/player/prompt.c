/* Sentences that name keys, as the listener has them. */

#include "player/inside.h"

void prompt_say(struct player *player, enum answer_rank rank,
                const char *happened, const char *format,
                enum request_kind request)
{
  const struct phrases *phrases = player->phrases;
  struct text key = {0};
  struct text prompt = {0};
  keymap_append_key(player->options.keymap, request, phrases, &key);
  text_append_format(&prompt, phrase(phrases, format), text_string(&key));
  answer_say(player, rank, "%s %s", phrase(phrases, happened),
             text_string(&prompt));
  text_finish(&prompt);
  text_finish(&key);
}

void prompt_say_help(struct player *player)
{
  struct text pause = {0};
  struct text describe = {0};
  struct text stop = {0};
  const struct keymap *keymap = player->options.keymap;
  keymap_append_key(keymap, REQUEST_TOGGLE, player->phrases, &pause);
  keymap_append_key(keymap, REQUEST_DESCRIBE, player->phrases, &describe);
  keymap_append_key(keymap, REQUEST_QUIT, player->phrases, &stop);
  answer_say(player, ANSWER_KEY,
             phrase(player->phrases,
                    "Press %s to pause, %s for the keys, %s to stop."),
             text_string(&pause), text_string(&describe), text_string(&stop));
  text_finish(&pause);
  text_finish(&describe);
  text_finish(&stop);
}
