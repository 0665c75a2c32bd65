/* Louder, softer, faster, slower, and time added to a hold. */

#include "base/utterance.h"
#include "player/inside.h"
#include "player/volume.h"

#define LOUDEST_BACKGROUND 200
#define BACKGROUND_STEP 20
#define EXTENSION (30 * SECOND)

static int within(int64_t value, int least, int most)
{
  return value < least ? least : value > most ? most : (int)value;
}

/* The background goes with the guidance, so that it stays as far below it as
   the routine asks. */
void levels_send(const struct player *player, struct effects *effects)
{
  const struct mix_message guidance = volume_message(player->volume);
  const struct mix_message background = {
      .kind = MIX_BACKGROUND_GAIN,
      .gain = volume_gain(player->volume, VOLUME_FULL) *
              volume_gain(player->background, 100)};
  effects_mix(effects, &guidance);
  effects_mix(effects, &background);
}

void levels_set_guidance(struct player *player, struct effects *effects,
                         int64_t thousandths)
{
  player->volume = within(thousandths, 0, VOLUME_FULL);
  levels_send(player, effects);
}

static void change_guidance(struct player *player, struct effects *effects,
                            int change)
{
  player->volume = volume_changed(player->volume, change);
  levels_send(player, effects);
  say_phrase(player, effects, RANK_KEY,
             phrase(player_phrases(player), "%d per cent volume."),
             player->volume * 100 / VOLUME_FULL);
}

static void change_background(struct player *player, struct effects *effects,
                              int change)
{
  player->background = within(player->background + change * BACKGROUND_STEP, 0,
                              LOUDEST_BACKGROUND);
  levels_send(player, effects);
  say_phrase(player, effects, RANK_KEY,
             phrase(player_phrases(player), "%d per cent background."),
             player->background);
}

static void change_speed(struct player *player, struct effects *effects,
                         int change)
{
  const int base = player->options.base_speed;
  const int before = player->speed ? player->speed : base;
  const int now =
      within(before + change * ((base + 9) / 10), SPEED_LEAST, SPEED_MOST);
  player->speed = now == before ? player->speed : now;
  say_phrase(player, effects, RANK_KEY,
             phrase(player_phrases(player),
                    change > 0 ? PHRASE("Faster, %d per cent.")
                               : PHRASE("Slower, %d per cent.")),
             (now * 100 + base / 2) / base);
}

void levels_louder(struct player *player, struct effects *effects)
{
  change_guidance(player, effects, 1);
}

void levels_softer(struct player *player, struct effects *effects)
{
  change_guidance(player, effects, -1);
}

void levels_background_louder(struct player *player, struct effects *effects)
{
  change_background(player, effects, 1);
}

void levels_background_softer(struct player *player, struct effects *effects)
{
  change_background(player, effects, -1);
}

void levels_faster(struct player *player, struct effects *effects)
{
  change_speed(player, effects, 1);
}

void levels_slower(struct player *player, struct effects *effects)
{
  change_speed(player, effects, -1);
}

void levels_extend(struct player *player, struct effects *effects)
{
  const unsigned spans = 1u << EVENT_HOLD | 1u << EVENT_REST |
                         1u << EVENT_PAUSE | 1u << EVENT_BREATH_IN |
                         1u << EVENT_BREATH_HOLD | 1u << EVENT_BREATH_OUT;
  const struct phrases *phrases = player_phrases(player);
  const struct event *span = where_span(player, spans);
  if (!span) {
    say_phrase(player, effects, RANK_KEY, "%s",
               phrase(phrases, "There is no hold here that could be longer."));
    return;
  }
  motion_add(player, effects, EXTENSION);
  struct text left = {0};
  phrases_append_duration(phrases,
                          span->start_frame + span->frames - player->frame +
                              player->inserted_frames,
                          &left);
  say_phrase(player, effects, RANK_KEY,
             phrase(phrases, "30 seconds more, %s left."), text_string(&left));
  text_finish(&left);
}
