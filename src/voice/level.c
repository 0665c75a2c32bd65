/* The one gain that makes a voice as loud as every other. */

#include "voice/level.h"

#include "base/frames.h"

#include <ebur128.h>
#include <math.h>
#include <string.h>
#include <strings.h>

/* Gains beyond these come from what is hardly speech. */
#define LARGEST_GAIN 16.0
#define SMALLEST_GAIN 0.05

static const struct {
  const char *language;
  const char *text;
} standards[] = {
    {"en", "Lie on your back with both legs long, and let the floor carry you. "
           "Bring your attention to your breath, and notice how it moves "
           "without any help. With every breath out, your shoulders may soften "
           "a little more. Stay here for a while, and do nothing at all."},
    {"de",
     "Lege dich auf den Rücken, beide Beine lang, und lass dich vom Boden "
     "tragen. Richte deine Aufmerksamkeit auf den Atem, und spüre, wie er "
     "sich ganz von selbst bewegt. Mit jedem Ausatmen dürfen die "
     "Schultern ein wenig weicher werden. Bleib eine Weile so, und tu "
     "gar nichts."},
    {"es", "Túmbate boca arriba con las piernas largas y deja que el suelo te "
           "sostenga. Lleva la atención a la respiración y nota cómo se mueve "
           "sin ninguna ayuda. Con cada espiración los hombros pueden "
           "ablandarse un poco más. Quédate aquí un rato, sin hacer nada."},
    {"fr", "Allonge-toi sur le dos, les deux jambes longues, et laisse le sol "
           "te porter. Porte ton attention sur ta respiration, et remarque "
           "comme elle va et vient sans aucune aide. À chaque expiration, les "
           "épaules peuvent se relâcher un peu plus. Reste ainsi un moment, "
           "sans rien faire."},
    {"ru", "Лягте на спину, вытяните ноги и позвольте полу держать вас. "
           "Обратите внимание на дыхание и заметьте, как оно движется само. "
           "С каждым выдохом плечи могут становиться немного мягче. "
           "Побудьте так немного и ничего не делайте."},
    {"hi", "पीठ के बल लेट जाइए, दोनों पैर सीधे रखिए, और अपना पूरा भार ज़मीन को "
           "दे दीजिए। अपना ध्यान साँस पर लाइए, और देखिए कि वह अपने आप कैसे "
           "चलती है। हर साँस छोड़ते हुए कंधों को थोड़ा और ढीला होने दीजिए। "
           "कुछ देर ऐसे ही रहिए, कुछ मत कीजिए।"},
};

static const char figures[] = "1 2 3 4 5 6 7 8 9 10, 11 12 13 14 15 16 17 18 "
                              "19 20, 30 40 50 60 70 80 90.";

const char *level_standard_text(const char *language)
{
  const size_t length = strcspn(language, "-");
  for (size_t i = 0; i < sizeof(standards) / sizeof(*standards); i++) {
    if (strlen(standards[i].language) == length &&
        strncasecmp(standards[i].language, language, length) == 0) {
      return standards[i].text;
    }
  }
  return figures;
}

enum status level_gain(const struct shaped *standard, float *gain)
{
  ebur128_state *state = ebur128_init(1, FRAME_RATE, EBUR128_MODE_I);
  if (!state) {
    return STATUS_NO_MEMORY;
  }
  double loudness = -HUGE_VAL;
  const int failed =
      ebur128_add_frames_float(state, standard->samples,
                               (size_t)standard->frames) != EBUR128_SUCCESS ||
      ebur128_loudness_global(state, &loudness) != EBUR128_SUCCESS;
  ebur128_destroy(&state);
  if (failed) {
    return STATUS_NO_MEMORY;
  }
  const double wanted =
      isfinite(loudness) ? pow(10, (SPEECH_LUFS - loudness) / 20) : 1;
  *gain = (float)fmin(fmax(wanted, SMALLEST_GAIN), LARGEST_GAIN);
  return STATUS_OK;
}
