/* Sound files that tests make for themselves. */

#ifndef SUPINE_TESTS_SOUND_FILES_H
#define SUPINE_TESTS_SOUND_FILES_H

#include <stdint.h>

struct test_file {
  int format; /* of libsndfile */
  int rate;
  int channels;
  int64_t frames;
  double hz; /* of the first channel; each further one is 100 Hz higher */
};

/* What such a file holds there: a sine that peaks at a half. */
double test_sample(const struct test_file *file, int64_t frame, int channel);

/* A folder of the test's own, to be removed with its files; the path goes with
   it. */
char *make_folder(void);
void remove_folder(char *folder);

void make_file(const char *folder, const char *name,
               const struct test_file *file);

/* One channel that rises from 100 Hz by 1 Hz a second, peaking at a half: no
   two places of it are alike. */
void make_sweep(const char *folder, const char *name, int format, int rate,
                int64_t seconds);

#endif
