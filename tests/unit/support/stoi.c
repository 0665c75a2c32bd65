/* Short-time objective intelligibility (Taal and others, 2011). */

#include "support/stoi.h"

#include "unit.h"

#include "base/frames.h"

#include <complex.h>
#include <math.h>
#include <soxr.h>
#include <stdlib.h>
#include <string.h>

/* The paper's figures. */
#define RATE 10000
#define FRAME 256
#define HOP 128
#define SPECTRUM 512
#define BANDS 15
#define FIRST_BAND_HZ 150.0
#define SEGMENT 30 /* frames: 384 ms */
#define CLIP_DB (-15.0)
#define SILENCE_DB 40.0

static const double pi = 3.14159265358979323846;

struct signal {
  double *samples;
  size_t count;
};

static struct signal lower_rate(const float *samples, int64_t frames)
{
  const size_t room = (size_t)(frames * RATE / FRAME_RATE);
  float *made = calloc(room + FRAME, sizeof(*made));
  double *doubles = calloc(room + FRAME, sizeof(*doubles));
  size_t given = 0;
  assert_non_null(made);
  assert_non_null(doubles);
  assert_null(soxr_oneshot(FRAME_RATE, RATE, 1, samples, (size_t)frames, NULL,
                           made, room, &given, NULL, NULL, NULL));
  for (size_t i = 0; i < given; i++) {
    doubles[i] = (double)made[i];
  }
  free(made);
  return (struct signal){doubles, given};
}

static double window(size_t i)
{
  return 0.5 - 0.5 * cos(2 * pi * (double)(i + 1) / (FRAME + 1));
}

static double frame_energy(const struct signal *signal, size_t start)
{
  double energy = 0;
  for (size_t i = 0; i < FRAME; i++) {
    const double sample = signal->samples[start + i] * window(i);
    energy += sample * sample;
  }
  return energy;
}

/* Leaves out the frames in which the clear signal is 40 dB under its strongest,
   in both; what is left is put together again by overlapping. */
static void leave_silence_out(struct signal *clear, struct signal *heard)
{
  double strongest = 0;
  for (size_t start = 0; start + FRAME <= clear->count; start += HOP) {
    strongest = fmax(strongest, frame_energy(clear, start));
  }
  const double least = strongest * pow(10, -SILENCE_DB / 10);
  struct signal kept[2];
  struct signal *all[2] = {clear, heard};
  for (int i = 0; i < 2; i++) {
    kept[i].samples = calloc(clear->count + FRAME, sizeof(double));
    assert_non_null(kept[i].samples);
  }
  size_t made = 0;
  for (size_t start = 0; start + FRAME <= clear->count; start += HOP) {
    if (frame_energy(clear, start) <= least) {
      continue;
    }
    for (int i = 0; i < 2; i++) {
      for (size_t j = 0; j < FRAME; j++) {
        kept[i].samples[made + j] += all[i]->samples[start + j] * window(j);
      }
    }
    made += HOP;
  }
  for (int i = 0; i < 2; i++) {
    free(all[i]->samples);
    kept[i].count = made ? made + FRAME - HOP : 0;
    *all[i] = kept[i];
  }
}

/* A fast Fourier transform of radix 2, in place. */
static void transform(double complex values[SPECTRUM])
{
  for (size_t i = 1, j = 0; i < SPECTRUM; i++) {
    size_t bit = SPECTRUM / 2;
    for (; j & bit; bit /= 2) {
      j ^= bit;
    }
    j |= bit;
    if (i < j) {
      const double complex held = values[i];
      values[i] = values[j];
      values[j] = held;
    }
  }
  for (size_t size = 2; size <= SPECTRUM; size *= 2) {
    const double complex turn = cexp(-2 * pi * I / (double)size);
    for (size_t start = 0; start < SPECTRUM; start += size) {
      double complex factor = 1;
      for (size_t k = 0; k < size / 2; k++) {
        double complex *low = &values[start + k];
        double complex *high = low + size / 2;
        const double complex term = factor * *high;
        *high = *low - term;
        *low += term;
        factor *= turn;
      }
    }
  }
}

/* The bin nearest to a frequency. */
static size_t bin_of(double hz)
{
  return (size_t)lround(hz * SPECTRUM / RATE);
}

/* The strength in each third of an octave, frame by frame; rows of BANDS. */
static double *split_into_bands(const struct signal *signal, size_t frames)
{
  double *bands = calloc(frames * BANDS + 1, sizeof(*bands));
  assert_non_null(bands);
  for (size_t frame = 0; frame < frames; frame++) {
    double complex values[SPECTRUM] = {0};
    for (size_t i = 0; i < FRAME; i++) {
      values[i] = signal->samples[frame * HOP + i] * window(i);
    }
    transform(values);
    for (int band = 0; band < BANDS; band++) {
      const double centre = FIRST_BAND_HZ * pow(2, band / 3.0);
      const size_t end = bin_of(centre * pow(2, 1.0 / 6));
      double energy = 0;
      for (size_t i = bin_of(centre * pow(2, -1.0 / 6)); i < end; i++) {
        energy += creal(values[i] * conj(values[i]));
      }
      bands[frame * BANDS + (size_t)band] = sqrt(energy);
    }
  }
  return bands;
}

static double norm(const double row[SEGMENT])
{
  double sum = 0;
  for (int i = 0; i < SEGMENT; i++) {
    sum += row[i] * row[i];
  }
  return sqrt(sum) + 1e-12;
}

static void centre(double row[SEGMENT])
{
  double mean = 0;
  for (int i = 0; i < SEGMENT; i++) {
    mean += row[i] / SEGMENT;
  }
  for (int i = 0; i < SEGMENT; i++) {
    row[i] -= mean;
  }
}

/* How alike one band's courses are, after making them equally strong and
   clipping what is heard where it is far over what was meant. */
static double correlate(double clear[SEGMENT], double heard[SEGMENT])
{
  const double scale = norm(clear) / norm(heard);
  const double most = 1 + pow(10, -CLIP_DB / 20);
  for (int i = 0; i < SEGMENT; i++) {
    heard[i] = fmin(scale * heard[i], most * clear[i]);
  }
  centre(clear);
  centre(heard);
  double sum = 0;
  for (int i = 0; i < SEGMENT; i++) {
    sum += clear[i] * heard[i];
  }
  return sum / norm(clear) / norm(heard);
}

static double compare(const double *clear, const double *heard, size_t frames)
{
  double sum = 0;
  size_t count = 0;
  for (size_t end = SEGMENT; end <= frames; end++) {
    for (size_t band = 0; band < BANDS; band++) {
      double rows[2][SEGMENT];
      for (size_t i = 0; i < SEGMENT; i++) {
        const size_t at = (end - SEGMENT + i) * BANDS + band;
        rows[0][i] = clear[at];
        rows[1][i] = heard[at];
      }
      sum += correlate(rows[0], rows[1]);
      count++;
    }
  }
  return count ? sum / (double)count : NAN;
}

double stoi(const float *clear, const float *heard, int64_t frames)
{
  struct signal signals[2] = {lower_rate(clear, frames),
                              lower_rate(heard, frames)};
  leave_silence_out(&signals[0], &signals[1]);
  const size_t count =
      signals[0].count < FRAME ? 0 : (signals[0].count - FRAME) / HOP + 1;
  double *bands[2];
  for (int i = 0; i < 2; i++) {
    bands[i] = split_into_bands(&signals[i], count);
  }
  const double result = compare(bands[0], bands[1], count);
  for (int i = 0; i < 2; i++) {
    free(bands[i]);
    free(signals[i].samples);
  }
  return result;
}
