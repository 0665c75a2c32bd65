/* What the player announces, in words. */

#include "player/inside.h"

#include <stdarg.h>
#include <stdio.h>

/* Reminders that nobody asked for are said at half the level. */
#define SOFT_GAIN 0.5f

static void announce(struct player *player, struct effects *effects,
                     enum announcement_rank rank,
                     const struct announcement_part *parts, size_t count)
{
  const struct announcement announcement = {
      .rank = rank,
      .language = player->plan->language,
      .speed = player->speed ? player->speed : player->options.speed,
      .parts = parts,
      .count = count,
  };
  effects_set_clock(effects, player_clock(player));
  effects_announce(effects, &announcement);
}

void say_text(struct player *player, struct effects *effects,
              enum announcement_rank rank, const char *text)
{
  const struct announcement_part part = {.text = effects_keep(effects, text),
                                         .gain = rank == RANK_SOFT ? SOFT_GAIN
                                                                   : 1.0f};
  player->activity = ACTIVITY_ANNOUNCING;
  announce(player, effects, rank, &part, 1);
}

void say_phrase(struct player *player, struct effects *effects,
                enum announcement_rank rank, const char *format, ...)
{
  char text[512];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof(text), format, arguments);
  va_end(arguments);
  say_text(player, effects, rank, text);
}

void say_parts(struct player *player, struct effects *effects,
               const struct announcement_part *parts, size_t count)
{
  player->activity = ACTIVITY_ANNOUNCING;
  announce(player, effects, RANK_KEY, parts, count);
}

void say_tick(struct player *player, struct effects *effects, float gain)
{
  player->activity = ACTIVITY_TICKING;
  announce(player, effects, RANK_SOFT,
           &(struct announcement_part){.gain = gain}, 1);
}

void say_no_more(const struct player *player, struct effects *effects)
{
  if (player_is_speaking(player)) {
    effects_add(effects, EFFECT_CANCEL);
  }
}

void say_prompt(struct player *player, struct effects *effects,
                enum announcement_rank rank, const char *happened,
                const char *format, enum request_kind request)
{
  const struct phrases *phrases = player_phrases(player);
  struct text key = {0};
  struct text prompt = {0};
  keymap_append_key(player->options.keymap, request, phrases, &key);
  text_append_format(&prompt, phrase(phrases, format), text_string(&key));
  say_phrase(player, effects, rank, "%s %s", phrase(phrases, happened),
             text_string(&prompt));
  text_finish(&prompt);
  text_finish(&key);
}

void say_help(struct player *player, struct effects *effects)
{
  struct text pause = {0};
  struct text describe = {0};
  struct text stop = {0};
  const struct phrases *phrases = player_phrases(player);
  const struct keymap *keymap = player->options.keymap;
  keymap_append_key(keymap, REQUEST_TOGGLE, phrases, &pause);
  keymap_append_key(keymap, REQUEST_DESCRIBE, phrases, &describe);
  keymap_append_key(keymap, REQUEST_QUIT, phrases, &stop);
  say_phrase(player, effects, RANK_KEY,
             phrase(phrases, "Press %s to pause, %s for the keys, %s to stop."),
             text_string(&pause), text_string(&describe), text_string(&stop));
  text_finish(&pause);
  text_finish(&describe);
  text_finish(&stop);
}

static void append_time(const struct player *player, const char *format,
                        int64_t frames, struct text *out)
{
  const struct phrases *phrases = player_phrases(player);
  struct text time = {0};
  phrases_append_duration(phrases, frames, &time);
  text_append(out, " ");
  text_append_format(out, phrase(phrases, format), text_string(&time));
  text_finish(&time);
}

static void append_left(const struct player *player, const struct step *step,
                        struct text *out)
{
  const int64_t from = player->frame - player->inserted_frames;
  append_time(player, PHRASE("%s left in this step."),
              step->start_frame + step->frames - from, out);
  append_time(player, PHRASE("%s left in the session."),
              player->plan->frames - from, out);
}

static void append_next(const struct player *player, size_t step,
                        struct text *out)
{
  const struct phrases *phrases = player_phrases(player);
  text_append(out, " ");
  if (step + 1 == player->plan->step_count) {
    text_append(out, phrase(phrases, "This is the last step."));
    return;
  }
  struct text name = {0};
  where_append_step(player, step + 1, &name);
  text_append_format(out, phrase(phrases, "Next: %s."), text_string(&name));
  text_finish(&name);
}

void say_where(struct player *player, struct effects *effects)
{
  const size_t step = where_step(player);
  struct text text = {0};
  if (player->state == PLAYER_PAUSED) {
    text_append(&text, phrase(player_phrases(player), "Paused."));
    text_append(&text, " ");
  }
  where_append_numbered(player, PHRASE("Step %d of %d."), step, &text);
  append_left(player, &player->plan->steps[step], &text);
  append_next(player, step, &text);
  say_text(player, effects, RANK_KEY, text_string(&text));
  text_finish(&text);
}
