/* Louder, softer, faster, slower, and time added to a hold. */

#include "player/inside.h"

#define FULL_VOLUME 1000
#define VOLUME_STEP 100
#define LOUDEST_BACKGROUND 200
#define BACKGROUND_STEP 20
#define SLOWEST 80
#define FASTEST 450
#define EXTENSION (30 * SECOND)

static int within(int64_t value, int least, int most)
{
  return value < least ? least : value > most ? most : (int)value;
}

/* Steps of equal size on the scale sound about equal: gain is its square. */
static float gain_of(int part, int whole)
{
  const float ratio = (float)part / (float)whole;
  return ratio * ratio;
}

/* The background goes with the guidance, so that it stays as far below it as
   the routine asks. */
void levels_send(struct player *player)
{
  const float volume = gain_of(player->volume, FULL_VOLUME);
  const struct mix_message guidance = {.kind = MIX_GUIDANCE_GAIN,
                                       .gain = volume};
  const struct mix_message background = {
      .kind = MIX_BACKGROUND_GAIN,
      .gain = volume * gain_of(player->background, 100)};
  player_send(player, &guidance);
  player_send(player, &background);
}

void levels_set_guidance(struct player *player, int64_t thousandths)
{
  player->volume = within(thousandths, 0, FULL_VOLUME);
  levels_send(player);
}

void levels_guidance(struct player *player, int change)
{
  /* A listener who cannot hear cannot find the way back, so keys never go
     down to nothing. */
  player->volume =
      within(player->volume + change * VOLUME_STEP, VOLUME_STEP, FULL_VOLUME);
  levels_send(player);
  answer_say(player, ANSWER_KEY, phrase(player->phrases, "Volume %d per cent."),
             player->volume * 100 / FULL_VOLUME);
}

void levels_background(struct player *player, int change)
{
  player->background = within(player->background + change * BACKGROUND_STEP, 0,
                              LOUDEST_BACKGROUND);
  levels_send(player);
  answer_say(player, ANSWER_KEY,
             phrase(player->phrases, "Background %d per cent."),
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
  player->speed = within(now + change * ((base + 9) / 10), SLOWEST, FASTEST);
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
