/* In which language an announcement is spoken. */

#include "unit.h"

#include "base/frames.h"
#include "base/pool.h"
#include "listen/announcer.h"

#include <stdio.h>
#include <string.h>

/* What was asked of the voice, "el: Ένα. " one after the other. */
struct asked {
  struct clip clip;
  float samples[480];
  char log[256];
};

static enum status speak(void *context, const struct utterance *utterance,
                         const struct clip **clip)
{
  struct asked *asked = context;
  const size_t length = strlen(asked->log);
  snprintf(asked->log + length, sizeof(asked->log) - length, "%s: %s ",
           utterance->language, utterance->text);
  *clip = &asked->clip;
  return STATUS_OK;
}

static enum status find_no_sound(void *context, const char *name,
                                 const char *beside, const struct clip **clip)
{
  (void)context, (void)name, (void)beside, (void)clip;
  return STATUS_NOT_FOUND;
}

static void announce(struct announcer *announcer, const char *language,
                     const char *routine, const char *own)
{
  const struct announcement_part parts[] = {
      {.text = routine, .gain = 1, .whole = true},
      {.text = own, .gain = 1},
  };
  announcer_say(announcer, &(struct announcement){.rank = RANK_KEY,
                                                  .language = language,
                                                  .parts = parts,
                                                  .count = 2});
  /* Time enough for every clip to sound and every gap to pass. */
  for (int64_t frame = 0; announcer_is_busy(announcer); frame += FRAME_RATE) {
    announcer_poll(announcer,
                   &(struct mix_status){.rendered_frames = frame,
                                        .messages_applied = UINT32_MAX / 4});
  }
}

static void own_words_without_a_catalogue_are_english(void **state)
{
  (void)state;
  struct asked asked = {0};
  struct pool *pool;
  struct mixer *mixer;
  struct announcer *announcer;
  asked.clip =
      (struct clip){.frames = 480, .channels = 1, .samples = asked.samples};
  assert_int_equal(pool_create(&pool), STATUS_OK);
  assert_int_equal(mixer_create(pool, &(struct mixer_options){0}, &mixer),
                   STATUS_OK);
  const struct announcer_services services = {
      .mixer = mixer,
      .clips = {.context = &asked, .speak = speak, .sound = find_no_sound}};
  assert_int_equal(announcer_create(&services,
                                    &(struct announcer_options){.pitch = -1},
                                    &announcer),
                   STATUS_OK);
  announce(announcer, "el", "Ξάπλωσε.", "Paused.");
  announce(announcer, "de-at", "Leg dich hin.", "Angehalten.");
  assert_string_equal(asked.log, "el: Ξάπλωσε. en-gb: Paused. "
                                 "de-at: Leg dich hin. de-at: Angehalten. ");
  announcer_destroy(announcer);
  mixer_destroy(pool, mixer);
  pool_destroy(pool);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(own_words_without_a_catalogue_are_english),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
