/* Measures how well every sentence of a session is understood over its bed:

     intelligibility CLEAR.wav HEARD.wav PLAN.json

   CLEAR is the session rendered without a bed, HEARD with one, PLAN their
   timetable. Prints the short-time objective intelligibility of each sentence
   of at least half a second, in the ear that hears it better; fails when one is
   below 0.95 or there is none. */

#include "unit.h"

#include "base/frames.h"
#include "support/stoi.h"

#include <jansson.h>
#include <math.h>
#include <sndfile.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LEAST 0.95
#define SHORTEST_S 0.5

static SNDFILE *open_sound(const char *path)
{
  SF_INFO info = {0};
  SNDFILE *file = sf_open(path, SFM_READ, &info);
  if (!file || info.channels != 2 || info.samplerate != FRAME_RATE) {
    fprintf(stderr, "%s: %s\n", path, sf_strerror(file));
    exit(2);
  }
  return file;
}

/* One ear each; the caller frees both. */
static void read_ears(SNDFILE *file, int64_t frame, int64_t frames,
                      float *ears[2])
{
  float *stereo = calloc(2 * (size_t)frames, sizeof(*stereo));
  if (!stereo || sf_seek(file, frame, SEEK_SET) != frame ||
      sf_readf_float(file, stereo, frames) != frames) {
    fputs("A file ends before its timetable.\n", stderr);
    exit(2);
  }
  for (int ear = 0; ear < 2; ear++) {
    ears[ear] = calloc((size_t)frames, sizeof(float));
    assert_non_null(ears[ear]);
    for (int64_t i = 0; i < frames; i++) {
      ears[ear][i] = stereo[2 * i + ear];
    }
  }
  free(stereo);
}

static double understood(SNDFILE *files[2], double at_s, double duration_s)
{
  const int64_t frame = frames_from_seconds(at_s);
  const int64_t frames = frames_from_seconds(duration_s);
  float *ears[2][2];
  double best = -1;
  for (int i = 0; i < 2; i++) {
    read_ears(files[i], frame, frames, ears[i]);
  }
  for (int ear = 0; ear < 2; ear++) {
    best = fmax(best, stoi(ears[0][ear], ears[1][ear], frames));
    free(ears[0][ear]);
    free(ears[1][ear]);
  }
  return best;
}

static bool is_spoken(const char *kind)
{
  const char *const kinds[] = {"say", "explain", "announce",
                               "cue", "count",   "move"};
  for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
    if (strcmp(kind, kinds[i]) == 0) {
      return true;
    }
  }
  return false;
}

static double number(json_t *event, const char *key)
{
  return json_real_value(json_object_get(event, key));
}

static const char *string(json_t *event, const char *key)
{
  return json_string_value(json_object_get(event, key));
}

int main(int argc, char **argv)
{
  json_t *plan = argc == 4 ? json_load_file(argv[3], 0, NULL) : NULL;
  if (!plan) {
    fputs("intelligibility CLEAR.wav HEARD.wav PLAN.json\n", stderr);
    return 2;
  }
  SNDFILE *files[2] = {open_sound(argv[1]), open_sound(argv[2])};
  double worst = 1;
  size_t index = 0;
  json_t *event = NULL;
  json_array_foreach(json_object_get(plan, "events"), index, event)
  {
    if (!is_spoken(string(event, "kind")) ||
        number(event, "duration_s") < SHORTEST_S) {
      continue;
    }
    const double score =
        understood(files, number(event, "at_s"), number(event, "duration_s"));
    printf("%.4f %.2f s %s\n", score, number(event, "duration_s"),
           string(event, "text"));
    worst = score >= 0 ? fmin(worst, score) : worst;
  }
  json_decref(plan);
  sf_close(files[0]);
  sf_close(files[1]);
  return worst < 1 && worst >= LEAST ? 0 : 1;
}
