/* From a key to what is heard of it, read off a recording in which the session
   is a tone of 16 kHz over a bed of 12 kHz, so that both can be told from
   speech, which has nothing above 11 kHz.

     latency DEVICE NAME...

   NAME.recorded and NAME.times are the clock's; a line of NAME.keys is a time
   in microseconds and what was asked for: pause, where or resume. DEVICE is how
   long the device itself holds what it was given, in microseconds, which is
   taken off: what counts is when something is handed to it. Prints how long it
   took to silence (the session's tone; in a pause the bed's too), to the first
   sound (of going on) and to the first word, and fails beyond the limits below.
 */

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RATE 48000
#define MS (RATE / 1000)
#define ROUND 480 /* frames of one time of the clock */

#define BED_PERIOD 4
#define TONE_PERIOD 3

/* So long is looked for what a key does. */
#define SEARCH (800 * MS)

/* 40 dB below what it belongs to, something is no longer heard. */
#define AUDIBLE 0.01

/* 95th percentiles, in milliseconds. */
#define SILENCE_LIMIT 80.0
#define SOUND_LIMIT 100.0
#define WORD_LIMIT 150.0

#define MOST_KEYS 1000
#define FEWEST_KEYS 20 /* for a 95th percentile to mean something */

struct recording {
  float *mono;
  int64_t frames;
  int64_t *times; /* nanoseconds, one a round */
  int64_t rounds;
};

struct figures {
  const char *name;
  double limit;
  double ms[MOST_KEYS];
  int count;
};

static void *read_file(const char *path, size_t *bytes)
{
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END) != 0) {
    perror(path);
    exit(2);
  }
  *bytes = (size_t)ftell(file);
  rewind(file);
  void *content = malloc(*bytes + 1);
  if (!content || fread(content, 1, *bytes, file) != *bytes) {
    fprintf(stderr, "%s could not be read\n", path);
    exit(2);
  }
  fclose(file);
  return content;
}

static struct recording read_recording(const char *name)
{
  char path[256];
  size_t bytes;
  snprintf(path, sizeof(path), "%s.recorded", name);
  struct recording recording;
  float *stereo = read_file(path, &bytes);
  recording.frames = (int64_t)(bytes / (2 * sizeof(float)));
  recording.mono = malloc((size_t)recording.frames * sizeof(float) + 1);
  if (!recording.mono) {
    exit(2);
  }
  for (int64_t i = 0; i < recording.frames; i++) {
    recording.mono[i] = (stereo[2 * i] + stereo[2 * i + 1]) / 2.0f;
  }
  free(stereo);
  snprintf(path, sizeof(path), "%s.times", name);
  recording.times = read_file(path, &bytes);
  recording.rounds = (int64_t)(bytes / sizeof(*recording.times));
  return recording;
}

/* The frame that is heard at a time; between two times of the clock the frames
   go by evenly. */
static int64_t frame_at(const struct recording *recording, int64_t ns)
{
  int64_t low = 0;
  int64_t high = recording->rounds;
  while (high - low > 1) {
    const int64_t middle = low + (high - low) / 2;
    *(recording->times[middle] <= ns ? &low : &high) = middle;
  }
  const int64_t into = (ns - recording->times[low]) * RATE / 1000000000;
  return low * ROUND + (into < ROUND ? into : ROUND);
}

/* The amplitude of the sine of so many frames a period in the `length` frames
   before `frame`. */
static double level_over(const struct recording *recording, int64_t frame,
                         int period, int64_t length)
{
  double real = 0.0;
  double imaginary = 0.0;
  for (int64_t i = frame - length; i < frame; i++) {
    const double angle = 2.0 * M_PI * (double)(i % period) / period;
    real += (double)recording->mono[i] * cos(angle);
    imaginary += (double)recording->mono[i] * sin(angle);
  }
  return 2.0 / (double)length * hypot(real, imaginary);
}

/* In a millisecond, to see it begin and end. */
static double sine_level(const struct recording *recording, int64_t frame,
                         int period)
{
  return level_over(recording, frame, period, MS);
}

/* In a time long enough to know it from the hiss of speech. */
static double steady_level(const struct recording *recording, int64_t frame,
                           int period)
{
  return level_over(recording, frame, period, 50 * MS);
}

/* What is neither the bed nor the tone at `frame`: means over whole periods
   have nothing of them; means of means have nothing of their fades either. */
static double speech(const struct recording *recording, int64_t frame)
{
  static double weights[2 * (BED_PERIOD + TONE_PERIOD) - 3];
  const int length = (int)(sizeof(weights) / sizeof(weights[0]));
  if (fpclassify(weights[0]) == FP_ZERO) {
    for (int a = 0; a < BED_PERIOD * BED_PERIOD; a++) {
      for (int b = 0; b < TONE_PERIOD * TONE_PERIOD; b++) {
        weights[a / BED_PERIOD + a % BED_PERIOD + b / TONE_PERIOD +
                b % TONE_PERIOD] +=
            1.0 / (BED_PERIOD * BED_PERIOD * TONE_PERIOD * TONE_PERIOD);
      }
    }
  }
  double sum = 0.0;
  for (int i = 0; i < length; i++) {
    sum += weights[i] * (double)recording->mono[frame - i];
  }
  return fabs(sum);
}

static double loudest_speech(const struct recording *recording, int64_t from,
                             int64_t to)
{
  double loudest = 0.0;
  for (int64_t i = from; i < to; i++) {
    loudest = fmax(loudest, speech(recording, i));
  }
  return loudest;
}

/* Frames from the key to the first word; below 0 when there is none, or when
   somebody spoke already. */
static int64_t to_word(const struct recording *recording, int64_t key)
{
  const double least =
      AUDIBLE * loudest_speech(recording, key, key + 2 * SEARCH);
  if (least < 1e-4 ||
      loudest_speech(recording, key - SEARCH / 4, key) > least) {
    return -1;
  }
  int64_t frame = key;
  while (speech(recording, frame) < least) {
    frame++;
  }
  return frame - key;
}

/* Frames from the key to the last of a sine; below 0 when it did not sound. */
static int64_t to_silence(const struct recording *recording, int64_t key,
                          int period)
{
  const double before = steady_level(recording, key, period);
  if (before < 1e-3 ||
      steady_level(recording, key + SEARCH / 2, period) > AUDIBLE * before) {
    return -1;
  }
  int64_t frame = key;
  while (sine_level(recording, frame, period) > AUDIBLE * before) {
    frame++;
  }
  return frame - key;
}

/* Frames from the key to the first of the bed; below 0 when it sounded. */
static int64_t to_bed(const struct recording *recording, int64_t key)
{
  const double after = steady_level(recording, key + SEARCH / 2, BED_PERIOD);
  if (after < 1e-3 ||
      steady_level(recording, key, BED_PERIOD) > AUDIBLE * after) {
    return -1;
  }
  int64_t frame = key;
  while (sine_level(recording, frame, BED_PERIOD) < AUDIBLE * after) {
    frame++;
  }
  return frame - key;
}

static void note(struct figures *figures, int64_t frames)
{
  if (frames >= 0 && figures->count < MOST_KEYS) {
    figures->ms[figures->count++] = (double)frames / MS;
  }
}

static void take_off(struct figures *figures, double ms)
{
  for (int i = 0; i < figures->count; i++) {
    figures->ms[i] -= ms;
  }
}

static int compare(const void *one, const void *other)
{
  const double a = *(const double *)one;
  const double b = *(const double *)other;
  return (a > b) - (a < b);
}

/* The smallest value that 95 of 100 do not exceed. */
static bool report(struct figures *figures)
{
  const int count = figures->count;
  if (count < FEWEST_KEYS) {
    printf("%s: only %d could be read\n", figures->name, count);
    return false;
  }
  qsort(figures->ms, (size_t)count, sizeof(figures->ms[0]), compare);
  const double high = figures->ms[(count * 95 + 99) / 100 - 1];
  printf("%s: %d keys, least %.1f, median %.1f, 95th percentile %.1f, most "
         "%.1f ms; at most %.0f\n",
         figures->name, count, figures->ms[0], figures->ms[count / 2], high,
         figures->ms[count - 1], figures->limit);
  return high <= figures->limit;
}

enum figure {
  PAUSE_SILENCE,
  PAUSE_BED_SILENCE,
  PAUSE_WORD,
  WHERE_SILENCE,
  WHERE_WORD,
  RESUME_SOUND,
  RESUME_WORD,
  FIGURES,
};

static void note_key(struct figures *all, const struct recording *recording,
                     int64_t key, const char *kind)
{
  const int64_t word = to_word(recording, key);
  if (strcmp(kind, "pause") == 0) {
    note(&all[PAUSE_SILENCE], to_silence(recording, key, TONE_PERIOD));
    note(&all[PAUSE_BED_SILENCE], to_silence(recording, key, BED_PERIOD));
    note(&all[PAUSE_WORD], word);
  } else if (strcmp(kind, "where") == 0) {
    note(&all[WHERE_SILENCE], to_silence(recording, key, TONE_PERIOD));
    note(&all[WHERE_WORD], word);
  } else {
    note(&all[RESUME_SOUND], to_bed(recording, key));
    note(&all[RESUME_WORD], word);
  }
}

static void note_session(struct figures *all, const char *name)
{
  char path[256];
  snprintf(path, sizeof(path), "%s.keys", name);
  FILE *keys = fopen(path, "r");
  if (!keys) {
    perror(path);
    exit(2);
  }
  const struct recording recording = read_recording(name);
  long long us;
  char kind[16];
  while (fscanf(keys, "%lld %15s", &us, kind) == 2) {
    const int64_t key = frame_at(&recording, us * 1000);
    if (key > SEARCH && key + 3 * SEARCH < recording.frames) {
      note_key(all, &recording, key, kind);
    }
  }
  fclose(keys);
  free(recording.mono);
  free(recording.times);
}

int main(int argc, char **argv)
{
  static struct figures all[FIGURES] = {
      [PAUSE_SILENCE] = {.name = "pause, to silence of the session",
                         .limit = SILENCE_LIMIT},
      [PAUSE_BED_SILENCE] = {.name = "pause, to silence of the bed",
                             .limit = SILENCE_LIMIT},
      [PAUSE_WORD] = {.name = "pause, to the first word", .limit = WORD_LIMIT},
      [WHERE_SILENCE] = {.name = "where, to silence of the session",
                         .limit = SILENCE_LIMIT},
      [WHERE_WORD] = {.name = "where, to the first word", .limit = WORD_LIMIT},
      [RESUME_SOUND] = {.name = "resume, to the first sound",
                        .limit = SOUND_LIMIT},
      [RESUME_WORD] = {.name = "resume, to the first word",
                       .limit = WORD_LIMIT},
  };
  if (argc < 3) {
    fputs("usage: latency DEVICE NAME...\n", stderr);
    return 2;
  }
  for (int i = 2; i < argc; i++) {
    note_session(all, argv[i]);
  }
  bool good = true;
  for (size_t i = 0; i < FIGURES; i++) {
    take_off(&all[i], atof(argv[1]) / 1000.0);
    good = report(&all[i]) && good;
  }
  return good ? 0 : 1;
}
