/* Measures on the samples where sounds begin, and compares with a timetable:

     onsets SESSION.wav PLAN.json

   An onset is the first sample that is not zero after at least 300 ms of zeros;
   one is found for every event that the timetable puts after such a silence.
   Prints how far each lies from its time, and fails when one is missing or more
   than 1 ms away. Knows nothing of Supine's own code. */

#include <jansson.h>
#include <math.h>
#include <sndfile.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SILENCE_S 0.3
#define TOLERANCE_S 0.001
#define BLOCK_FRAMES 4096

struct onsets {
  double *seconds;
  size_t count;
  size_t capacity;
};

static void add(struct onsets *onsets, double seconds)
{
  if (onsets->count == onsets->capacity) {
    onsets->capacity = onsets->capacity ? 2 * onsets->capacity : 256;
    onsets->seconds =
        realloc(onsets->seconds, onsets->capacity * sizeof(*onsets->seconds));
  }
  onsets->seconds[onsets->count++] = seconds;
}

static struct onsets measure(const char *path)
{
  struct onsets onsets = {0};
  SF_INFO info = {0};
  SNDFILE *file = sf_open(path, SFM_READ, &info);
  if (!file || info.channels != 2) {
    fprintf(stderr, "%s: %s\n", path, sf_strerror(file));
    exit(2);
  }
  static short block[BLOCK_FRAMES * 2];
  sf_count_t silent = info.samplerate;
  sf_count_t at = 0;
  sf_count_t count = 0;
  while ((count = sf_readf_short(file, block, BLOCK_FRAMES)) > 0) {
    for (sf_count_t i = 0; i < count; i++, at++) {
      const bool is_silent = block[2 * i] == 0 && block[2 * i + 1] == 0;
      if (!is_silent && (double)silent >= SILENCE_S * info.samplerate) {
        add(&onsets, (double)at / info.samplerate);
      }
      silent = is_silent ? silent + 1 : 0;
    }
  }
  sf_close(file);
  return onsets;
}

static bool makes_sound(const char *kind)
{
  const char *const kinds[] = {"say",   "explain", "announce",
                               "cue",   "count",   "move",
                               "chime", "sound",   "breath_in"};
  for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
    if (strcmp(kind, kinds[i]) == 0) {
      return true;
    }
  }
  return false;
}

static double nearest(const struct onsets *onsets, double seconds)
{
  double best = INFINITY;
  for (size_t i = 0; i < onsets->count; i++) {
    const double off = onsets->seconds[i] - seconds;
    best = fabs(off) < fabs(best) ? off : best;
  }
  return best;
}

/* The breaths sound too, though no clip of them begins or ends. */
static double end_of(json_t *event)
{
  return json_real_value(json_object_get(event, "at_s")) +
         json_real_value(json_object_get(event, "duration_s"));
}

static bool sounds(json_t *event)
{
  const char *kind = json_string_value(json_object_get(event, "kind"));
  return makes_sound(kind) || strncmp(kind, "breath", 6) == 0;
}

int main(int argc, char **argv)
{
  json_t *plan = argc == 3 ? json_load_file(argv[2], 0, NULL) : NULL;
  if (!plan) {
    fputs("onsets SESSION.wav PLAN.json\n", stderr);
    return 2;
  }
  const struct onsets onsets = measure(argv[1]);
  json_t *events = json_object_get(plan, "events");
  double sounding_until = -1;
  double worst = 0;
  double first = INFINITY;
  double last = 0;
  int checked = 0;
  size_t index = 0;
  json_t *event = NULL;
  json_array_foreach(events, index, event)
  {
    if (!sounds(event)) {
      continue;
    }
    const double at = json_real_value(json_object_get(event, "at_s"));
    if (at - sounding_until > SILENCE_S + 0.1) {
      const double off = nearest(&onsets, at);
      printf("%10.4f s %+8.3f ms %s\n", at, off * 1000,
             json_string_value(json_object_get(event, "kind")));
      worst = fmax(worst, fabs(off));
      first = fmin(first, at);
      last = fmax(last, at);
      checked++;
    }
    sounding_until = fmax(sounding_until, end_of(event));
  }
  printf("%d onsets from %.1f to %.1f s, the worst %.3f ms away\n", checked,
         first, last, worst * 1000);
  json_decref(plan);
  free(onsets.seconds);
  return checked >= 2 && worst <= TOLERANCE_S ? 0 : 1;
}
