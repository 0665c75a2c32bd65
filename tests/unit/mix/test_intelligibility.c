/* What is said can be understood over every bed at every level: short-time
   objective intelligibility of the mix against the same mix without the bed.
   Here the words that have least of it and a sentence;
   tests/intelligibility/long.sh measures everything that routines say. */

#include "unit.h"

#include "sound/store.h"
#include "support/mixing.h"
#include "support/stoi.h"
#include "voice/voice.h"

#include <math.h>
#include <stdlib.h>

#define LEAST 0.95

static const struct {
  const char *text, *language, *voice;
} sentences[] = {
    {"1", "en-gb", "calm"},
    {"4", "en-gb", "calm"},
    {"Release.", "en-gb", "calm"},
    {"With every breath out, let your shoulders soften.", "en-gb", "calm"},
    {"11", "en-gb", "whisper"},
    {"Lass ihn, wie er ist.", "de", "calm"},
    {"चरण 3। वापसी.", "hi", "calm"},
};

#define SENTENCES (sizeof(sentences) / sizeof(*sentences))
#define FIRST_FRAME (2 * FRAME_RATE)

static const char *const beds[] = {"brown noise", "pink noise", "low drone",
                                   "rain",        "sea",        "stream"};

/* Full, soft and quiet, as src/plan/unroll.c has them. */
static const float levels[] = {1.0f, 0.5f, 0.25f};

struct room {
  struct mixing mixing;
  struct voice *voice;
  struct sound_store *store;
  const struct clip *clips[SENTENCES];
};

static int set_up(void **state)
{
  struct room *room = calloc(1, sizeof(*room));
  mixing_init(&room->mixing);
  assert_int_equal(
      voice_create(room->mixing.pool, VOICE_ENGINE_ESPEAK, &room->voice),
      STATUS_OK);
  assert_int_equal(sound_store_create(room->mixing.pool, &room->store),
                   STATUS_OK);
  for (size_t i = 0; i < SENTENCES; i++) {
    const struct utterance request = {.text = sentences[i].text,
                                      .language = sentences[i].language,
                                      .voice = sentences[i].voice,
                                      .pitch = -1,
                                      .volume = 100};
    assert_int_equal(voice_speak(room->voice, &request, &room->clips[i]),
                     STATUS_OK);
  }
  *state = room;
  return 0;
}

static int tear_down(void **state)
{
  struct room *room = *state;
  sound_store_destroy(room->store);
  voice_destroy(room->voice);
  mixing_finish(&room->mixing);
  free(room);
  return 0;
}

/* The left ear of a session of all sentences over `bed` (NULL: none). */
static float *mix(struct room *room, const struct clip *bed, float level,
                  int64_t *frames)
{
  struct mixing *mixing = &room->mixing;
  mixing->plan.event_count = 0;
  mixing->plan.frames = 0;
  if (bed) {
    mixing_add(mixing, EVENT_BACKGROUND, 0, bed)->bed_gain = level;
  }
  int64_t next = FIRST_FRAME;
  for (size_t i = 0; i < SENTENCES; i++) {
    mixing_add(mixing, EVENT_SAY, next, room->clips[i]);
    next += room->clips[i]->frames + FRAME_RATE;
  }
  mixing_add_span(mixing, EVENT_PAUSE, next, 10 * FRAME_RATE);
  mixing_begin(mixing, false);
  float *samples = mixing_render(mixing, next);
  mixer_destroy(mixing->pool, mixing->mixer);
  score_destroy(mixing->pool, mixing->score);
  for (int64_t i = 0; i < next; i++) {
    samples[i] = samples[2 * i];
  }
  *frames = next;
  return samples;
}

static double least_of(const struct room *room, const float *clear,
                       const float *heard)
{
  double least = 1;
  int64_t start = FIRST_FRAME;
  for (size_t i = 0; i < SENTENCES; i++) {
    const int64_t frames = room->clips[i]->frames;
    const double score = stoi(clear + start, heard + start, frames);
    assert_true(!isnan(score));
    least = fmin(least, score);
    start += frames + FRAME_RATE;
  }
  return least;
}

static void speech_is_understood_over_every_bed(void **state)
{
  struct room *room = *state;
  int64_t frames;
  double worst = 1;
  float *clear = mix(room, NULL, 0, &frames);
  for (size_t bed = 0; bed < sizeof(beds) / sizeof(*beds); bed++) {
    const struct clip *clip;
    assert_int_equal(sound_store_find(room->store, beds[bed], NULL, &clip),
                     STATUS_OK);
    for (size_t level = 0; level < sizeof(levels) / sizeof(*levels); level++) {
      float *heard = mix(room, clip, levels[level], &frames);
      const double least = least_of(room, clear, heard);
      print_message("%s at %.2f: %.3f\n", beds[bed], (double)levels[level],
                    least);
      worst = fmin(worst, least);
      free(heard);
    }
  }
  free(clear);
  assert_true(worst >= LEAST && worst < 1);
}

/* --- The measure itself --- */

static float *with_noise(const float *clear, int64_t frames, double snr_db)
{
  double energy = 0;
  for (int64_t i = 0; i < frames; i++) {
    energy += (double)clear[i] * (double)clear[i];
  }
  const double level =
      sqrt(3 * energy / (double)frames) * pow(10, -snr_db / 20);
  float *heard = malloc((size_t)frames * sizeof(*heard));
  uint32_t seed = 7;
  for (int64_t i = 0; i < frames; i++) {
    const double noise = (double)mixing_random(&seed) / 2147483648.0 - 1;
    heard[i] = clear[i] + (float)(level * noise);
  }
  return heard;
}

/* The same speech is understood wholly, however loud; with noise ever less,
   and least of noise alone, whose clipping to what was meant leaves some
   likeness. */
static void the_measure_falls_with_noise(void **state)
{
  struct room *room = *state;
  const float *clear = room->clips[3]->samples;
  const int64_t frames = room->clips[3]->frames;
  assert_float_equal(stoi(clear, clear, frames), 1, 1e-6);
  float *louder = malloc((size_t)frames * sizeof(*louder));
  for (int64_t i = 0; i < frames; i++) {
    louder[i] = 3 * clear[i];
  }
  assert_float_equal(stoi(clear, louder, frames), 1, 1e-6);
  free(louder);
  static const double snrs[] = {30, 20, 10, 0, -10, -60};
  double last = 1;
  double scores[6];
  for (int i = 0; i < 6; i++) {
    float *heard = with_noise(clear, frames, snrs[i]);
    scores[i] = stoi(clear, heard, frames);
    print_message("White noise at %.0f dB: %.3f\n", snrs[i], scores[i]);
    assert_true(scores[i] < last);
    last = scores[i];
    free(heard);
  }
  assert_true(scores[0] > 0.95);
  assert_true(scores[5] < 0.45);
}

/* By hand: tones whose strength rises where that of the others falls have a
   correlation of -1 in every band and at every moment. */
static void opposite_courses_are_worth_minus_one(void **state)
{
  (void)state;
  const int64_t frames = 2 * FRAME_RATE;
  float *clear = malloc((size_t)frames * sizeof(*clear));
  float *heard = malloc((size_t)frames * sizeof(*heard));
  for (int64_t i = 0; i < frames; i++) {
    const double t = (double)i / FRAME_RATE;
    const double course = 0.4 * sin(2 * 3.141592653589793 * 5.2 * t);
    double tone = 0;
    for (int octave = 0; octave < 5; octave++) {
      const double hz = 150 * pow(2, octave);
      tone += 0.05 * sin(2 * 3.141592653589793 * hz * t);
    }
    clear[i] = (float)((1 + course) * tone);
    heard[i] = (float)((1 - course) * tone);
  }
  const double score = stoi(clear, heard, frames);
  print_message("Opposite courses: %.3f\n", score);
  assert_true(score < -0.9);
  assert_true(isnan(stoi(clear, heard, FRAME_RATE / 4)) != 0);
  free(clear);
  free(heard);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_measure_falls_with_noise),
      cmocka_unit_test(opposite_courses_are_worth_minus_one),
      cmocka_unit_test(speech_is_understood_over_every_bed),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
