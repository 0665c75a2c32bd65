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
void levels_send(struct player *player)
{
  volume_send(player->services.mixer, player->volume);
  const struct mix_message background = {
      .kind = MIX_BACKGROUND_GAIN,
      .gain = volume_gain(player->volume, VOLUME_FULL) *
              volume_gain(player->background, 100)};
  player_send(player, &background);
}

void levels_set_guidance(struct player *player, int64_t thousandths)
{
  player->volume = within(thousandths, 0, VOLUME_FULL);
  levels_send(player);
}

void levels_guidance(struct player *player, int change)
{
  player->volume = volume_changed(player->volume, change);
  levels_send(player);
  answer_say(player, ANSWER_KEY, phrase(player->phrases, "%d per cent volume."),
             player->volume * 100 / VOLUME_FULL);
}

void levels_background(struct player *player, int change)
{
  player->background = within(player->background + change * BACKGROUND_STEP, 0,
                              LOUDEST_BACKGROUND);
  levels_send(player);
  answer_say(player, ANSWER_KEY,
             phrase(player->phrases, "%d per cent background."),
             player->background);
}

void levels_speed(struct player *player, int change)
{
  const struct phrases *phrases = player->phrases;
  if (!player->services.planner.plan) {
    answer_say(player, ANSWER_KEY, "%s",
               phrase(phrases, "The speed cannot be changed here."));
    return;
  }
  const int base = player->options.base_speed;
  const int now = player->speed ? player->speed : base;
  player->speed =
      within(now + change * ((base + 9) / 10), SPEED_LEAST, SPEED_MOST);
  player->plan_anew = player->plan_anew || player->speed != now;
  answer_say(player, ANSWER_KEY,
             phrase(phrases, change > 0 ? PHRASE("Faster, %d per cent.")
                                        : PHRASE("Slower, %d per cent.")),
             (player->speed * 100 + base / 2) / base);
}

void levels_extend(struct player *player)
{
  const unsigned spans = 1u << EVENT_HOLD | 1u << EVENT_REST |
                         1u << EVENT_PAUSE | 1u << EVENT_BREATH_IN |
                         1u << EVENT_BREATH_HOLD | 1u << EVENT_BREATH_OUT;
  const struct event *span = where_span(player, spans);
  if (!span) {
    answer_say(
        player, ANSWER_KEY, "%s",
        phrase(player->phrases, "There is no hold here that could be longer."));
    return;
  }
  const struct mix_message insert = {.kind = MIX_INSERT, .frames = EXTENSION};
  player_send(player, &insert);
  struct text left = {0};
  phrases_append_duration(player->phrases,
                          span->start_frame + span->frames -
                              motion_position(player) +
                              player->mix.inserted_frames + EXTENSION,
                          &left);
  answer_say(player, ANSWER_KEY,
             phrase(player->phrases, "30 seconds more, %s left."),
             text_string(&left));
  text_finish(&left);
}
