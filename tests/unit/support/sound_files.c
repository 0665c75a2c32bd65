/* Sound files that tests make for themselves. */

#include "support/sound_files.h"

#include "unit.h"

#include <math.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

double test_sample(const struct test_file *file, int64_t frame, int channel)
{
  const double hz = file->hz + 100.0 * channel;
  return 0.5 * sin(6.283185307179586 * hz * (double)frame / file->rate);
}

char *make_folder(void)
{
  char *folder = strdup("/tmp/supine-test-XXXXXX");
  assert_non_null(folder);
  assert_non_null(mkdtemp(folder));
  return folder;
}

void remove_folder(char *folder)
{
  char command[200];
  snprintf(command, sizeof(command), "rm -rf '%s'", folder);
  assert_int_equal(system(command), 0);
  free(folder);
}

void make_file(const char *folder, const char *name,
               const struct test_file *file)
{
  char path[200];
  snprintf(path, sizeof(path), "%s/%s", folder, name);
  SF_INFO info = {.samplerate = file->rate,
                  .channels = file->channels,
                  .format = file->format};
  SNDFILE *out = sf_open(path, SFM_WRITE, &info);
  assert_non_null(out);
  float frame[8];
  for (int64_t i = 0; i < file->frames; i++) {
    for (int c = 0; c < file->channels; c++) {
      frame[c] = (float)test_sample(file, i, c);
    }
    assert_int_equal(sf_writef_float(out, frame, 1), 1);
  }
  assert_int_equal(sf_close(out), 0);
}

void make_sweep(const char *folder, const char *name, int format, int rate,
                int64_t seconds)
{
  char path[200];
  snprintf(path, sizeof(path), "%s/%s", folder, name);
  SF_INFO info = {.samplerate = rate, .channels = 1, .format = format};
  SNDFILE *file = sf_open(path, SFM_WRITE, &info);
  assert_non_null(file);
  float *second = malloc((size_t)rate * sizeof(*second));
  for (int64_t i = 0; i < seconds; i++) {
    for (int j = 0; j < rate; j++) {
      const double t = (double)i + (double)j / rate;
      second[j] = (float)(0.5 * sin(6.283185307179586 * (100.0 + t / 2) * t));
    }
    assert_int_equal(sf_writef_float(file, second, rate), rate);
  }
  free(second);
  sf_close(file);
}
