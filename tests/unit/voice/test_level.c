/* Every style and every language at one level and one pace, measured on
   sentences that the levels were not made with. */

#include "unit.h"

#include "base/frames.h"
#include "support/voice_room.h"
#include "voice/style.h"

#include <ebur128.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

/* Three sentences in each language. */
static const struct page {
  const char *language;
  const char *sentences[3];
} pages[] = {
    {"en-gb",
     {"Draw your left knee toward your chest, and hold it with both hands.",
      "Keep the other leg long and heavy on the floor.",
      "Now slowly let it go, and place your foot flat on the ground."}},
    {"en-us",
     {"Draw your left knee toward your chest, and hold it with both hands.",
      "Keep the other leg long and heavy on the floor.",
      "Now slowly let it go, and place your foot flat on the ground."}},
    {"de",
     {"Ziehe dein linkes Knie zur Brust und halte es mit beiden Händen.",
      "Das andere Bein bleibt lang und schwer auf dem Boden.",
      "Lass es jetzt langsam los und stelle den Fuß flach auf."}},
    {"es",
     {"Lleva la rodilla izquierda hacia el pecho y sujétala con las manos.",
      "La otra pierna queda larga y pesada sobre el suelo.",
      "Ahora suéltala despacio y apoya la planta del pie."}},
    {"fr",
     {"Ramène le genou gauche vers la poitrine et tiens-le des deux mains.",
      "L'autre jambe reste longue et lourde sur le sol.",
      "Maintenant, lâche-le doucement et pose le pied à plat."}},
    {"hi",
     {"बायाँ घुटना छाती की ओर लाइए और दोनों हाथों से पकड़िए।",
      "दूसरा पैर ज़मीन पर लंबा और भारी रहने दीजिए।",
      "अब धीरे से छोड़ दीजिए और पैर का तलवा ज़मीन पर रखिए।"}},
    {"it",
     {"Porta il ginocchio sinistro verso il petto e tienilo con le mani.",
      "L'altra gamba resta lunga e pesante sul pavimento.",
      "Ora lascialo andare piano e appoggia il piede a terra."}},
    {"nl",
     {"Trek je linkerknie naar je borst en houd hem met beide handen vast.",
      "Het andere been blijft lang en zwaar op de vloer.",
      "Laat nu langzaam los en zet je voet plat neer."}},
    {"pl",
     {"Przyciągnij lewe kolano do klatki piersiowej i trzymaj je rękami.",
      "Druga noga pozostaje długa i ciężka na podłodze.",
      "Teraz powoli puść i postaw stopę płasko."}},
    {"ru",
     {"Подтяните левое колено к груди и держите его обеими руками.",
      "Другая нога остаётся длинной и тяжёлой на полу.",
      "Теперь медленно отпустите и поставьте стопу на пол."}},
    {"pt-br",
     {"Traga o joelho esquerdo para o peito e segure com as duas mãos.",
      "A outra perna fica longa e pesada no chão.",
      "Agora solte devagar e apoie o pé no chão."}},
    {"sv",
     {"Dra vänster knä mot bröstet och håll det med båda händerna.",
      "Det andra benet förblir långt och tungt på golvet.",
      "Släpp nu långsamt och ställ foten platt."}},
};

struct measure {
  double lufs;
  double true_peak_db;
  double seconds;
};

/* True peaks take time to work out, and are infinitely low unless asked for. */
static struct measure measure(struct voice *voice, const struct page *page,
                              const char *style, bool peaks)
{
  const int modes = EBUR128_MODE_I | (peaks ? EBUR128_MODE_TRUE_PEAK : 0);
  ebur128_state *meter = ebur128_init(1, FRAME_RATE, modes);
  struct measure measure = {0};
  for (int i = 0; i < 3; i++) {
    const struct utterance request = {.text = page->sentences[i],
                                      .language = page->language,
                                      .voice = style,
                                      .pitch = -1,
                                      .volume = 100};
    const struct clip *clip;
    assert_int_equal(voice_speak(voice, &request, &clip), STATUS_OK);
    ebur128_add_frames_float(meter, clip->samples, (size_t)clip->frames);
    measure.seconds += seconds_from_frames(clip->frames);
  }
  assert_int_equal(ebur128_loudness_global(meter, &measure.lufs), 0);
  assert_int_equal(ebur128_true_peak(meter, 0, &measure.true_peak_db),
                   peaks ? 0 : EBUR128_ERROR_INVALID_MODE);
  measure.true_peak_db = 20 * log10(measure.true_peak_db);
  ebur128_destroy(&meter);
  return measure;
}

static void assert_level(const struct measure *measure, const char *what,
                         const char *style)
{
  print_message("%s, %s: %.2f LUFS, %.2f dBTP\n", what, style, measure->lufs,
                measure->true_peak_db);
  assert_true(fabs(measure->lufs + 18) <= 1);
  assert_true(measure->true_peak_db <= -1);
}

static void every_style_is_equally_loud(void **state)
{
  struct voice_room *room = *state;
  for (size_t i = 0; i < voice_style_count; i++) {
    const char *style = voice_styles[i].name;
    const struct measure level = measure(room->voice, &pages[0], style, true);
    assert_level(&level, "English", style);
  }
}

static void every_language_is_equally_loud(void **state)
{
  struct voice_room *room = *state;
  for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++) {
    const struct measure level = measure(room->voice, &pages[i], NULL, false);
    assert_level(&level, pages[i].language, "calm");
  }
}

/* Variants of the engine differ by 19 LU before they are levelled. */
static void voices_of_the_engine_are_equally_loud(void **state)
{
  struct voice_room *room = *state;
  static const char *const voices[] = {"en+iven", "en+m8",    "en+f3",
                                       "en+Hugo", "en+steph", "en-us+klatt4"};
  for (size_t i = 0; i < sizeof(voices) / sizeof(*voices); i++) {
    const struct measure level =
        measure(room->voice, &pages[0], voices[i], true);
    assert_level(&level, "English", voices[i]);
  }
}

/* People who guide say 140 to 160 words a minute. */
static const struct page fixed_text = {
    "en-gb",
    {"Lie on your back with both legs long, and let the floor carry you. Bring "
     "your attention to your breath, and notice how it moves without any help.",
     "Draw your left knee toward your chest, and hold it with both hands. Keep "
     "the other leg long and heavy on the floor.",
     "With every breath out, let your shoulders soften a little more. Stay "
     "here, and do nothing at all for a while."}};

#define FIXED_TEXT_WORDS 72

static void guidance_is_unhurried(void **state)
{
  struct voice_room *room = *state;
  for (size_t i = 0; i < voice_style_count; i++) {
    const struct measure pace =
        measure(room->voice, &fixed_text, voice_styles[i].name, false);
    const double words_a_minute = FIXED_TEXT_WORDS / pace.seconds * 60;
    print_message("%s: %.1f words a minute\n", voice_styles[i].name,
                  words_a_minute);
    assert_true(words_a_minute >= 140 && words_a_minute <= 160);
  }
}

/* How much of the energy lies above 3 kHz, in decibels: two passes of a high
   pass of second order (Bristow-Johnson). */
static double fizz_db(const struct clip *clip)
{
  const double w = 2 * 3.141592653589793 * 3000 / FRAME_RATE;
  const double alpha = sin(w) / sqrt(2);
  const double b = (1 + cos(w)) / 2 / (1 + alpha);
  const double a1 = -2 * cos(w) / (1 + alpha);
  const double a2 = (1 - alpha) / (1 + alpha);
  double held[2][2] = {{0}};
  double whole = 0;
  double high = 0;
  for (int64_t i = 0; i < clip->frames; i++) {
    double sample = clip->samples[i];
    whole += sample * sample;
    for (int pass = 0; pass < 2; pass++) {
      const double out = b * sample + held[pass][0];
      held[pass][0] = -2 * b * sample - a1 * out + held[pass][1];
      held[pass][1] = b * sample - a2 * out;
      sample = out;
    }
    high += sample * sample;
  }
  return 10 * log10(high / whole);
}

static double fizz_of(struct voice *voice, const char *style)
{
  const struct utterance request = {.text = fixed_text.sentences[0],
                                    .language = "en-gb",
                                    .voice = style,
                                    .pitch = -1,
                                    .volume = 50};
  const struct clip *clip;
  assert_int_equal(voice_speak(voice, &request, &clip), STATUS_OK);
  return fizz_db(clip);
}

static void calm_has_less_fizz(void **state)
{
  struct voice_room *room = *state;
  const double calm = fizz_of(room->voice, "calm");
  const double clear = fizz_of(room->voice, "clear");
  const double plain = fizz_of(room->voice, "plain");
  print_message("Above 3 kHz: calm %.1f dB, clear %.1f dB, plain %.1f dB\n",
                calm, clear, plain);
  assert_true(calm < plain - 5);
  assert_true(clear < plain && clear > calm + 3);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_style_is_equally_loud),
      cmocka_unit_test(every_language_is_equally_loud),
      cmocka_unit_test(voices_of_the_engine_are_equally_loud),
      cmocka_unit_test(guidance_is_unhurried),
      cmocka_unit_test(calm_has_less_fizz),
  };
  return cmocka_run_group_tests(tests, voice_room_set_up, voice_room_tear_down);
}
