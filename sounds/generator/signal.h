/* What the sounds are made of: numbers that come out the same on every machine
   (additions, multiplications, divisions and square roots alone, which IEEE 754
   fixes to the last bit), noise, filters, and the file in the end. */

#ifndef SUPINE_GENERATOR_SIGNAL_H
#define SUPINE_GENERATOR_SIGNAL_H

#include <stdbool.h>
#include <stdint.h>

/* The sine of `turns` full turns. */
double sine(double turns);

/* e to the power of `x`, which is at most 0. */
double decay(double x);

/* Half a turn of a cosine: 0 up to 0, 1 from 1 on. */
double ease(double x);

struct noise {
  uint64_t state;
};

/* Evenly between 0 and 1, and between -1 and 1. */
double noise_even(struct noise *noise);
double noise_signed(struct noise *noise);

struct track {
  int rate;
  int channels;
  int64_t frames;
  double *samples; /* interleaved */
};

/* A silent one; ends the program when memory is short. */
struct track track_make(int rate, int channels, double seconds);
void track_drop(struct track *track);

/* One sample of one channel; frames beyond the end count from the start. */
double *track_at(struct track *track, int64_t frame, int channel);

/* First-order low and high pass at `hz` of a channel that is played round and
   round: the filter has heard the whole loop before the first frame. */
void track_low_pass(struct track *track, int channel, double hz);
void track_high_pass(struct track *track, int channel, double hz);

void track_scale(struct track *track, double gain);

/* Writes 16-bit FLAC, `margin_seconds` of the loop repeated before and after
   it, in steps of `step` of 32,768 (what cannot be heard need not be kept).
   False with a message when it cannot. */
bool track_write(struct track *track, const char *folder, const char *name,
                 double margin_seconds, int step);

#endif
