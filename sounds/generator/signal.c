/* What the sounds are made of. */

#include "signal.h"

#include <math.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double pi = 3.14159265358979323846;

double sine(double turns)
{
  double t = turns - floor(turns);
  t = t < 0.25 ? t : t < 0.75 ? 0.5 - t : t - 1;
  const double x = 2 * pi * t;
  const double square = x * x;
  double sum = 1;
  for (int n = 19; n >= 3; n -= 2) {
    sum = 1 - sum * square / (n * (n - 1));
  }
  return x * sum;
}

double decay(double x)
{
  if (x < -700) {
    return 0;
  }
  int halvings = 0;
  while (x < -0.1) {
    x /= 2;
    halvings++;
  }
  double sum = 1;
  for (int n = 12; n >= 1; n--) {
    sum = 1 + sum * x / n;
  }
  while (halvings-- > 0) {
    sum *= sum;
  }
  return sum;
}

double ease(double x)
{
  if (x <= 0) {
    return 0;
  }
  return x >= 1 ? 1 : 0.5 - 0.5 * sine(0.25 + x / 2);
}

/* SplitMix64 (G. Steele, D. Lea, C. Flood, 2014). */
double noise_even(struct noise *noise)
{
  noise->state += 0x9e3779b97f4a7c15u;
  uint64_t z = noise->state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  z ^= z >> 31;
  return (double)(z >> 11) / 9007199254740992.0;
}

double noise_signed(struct noise *noise)
{
  return 2 * noise_even(noise) - 1;
}

struct track track_make(int rate, int channels, double seconds)
{
  struct track track = {
      .rate = rate, .channels = channels, .frames = (int64_t)(seconds * rate)};
  track.samples = calloc((size_t)(track.frames * channels), sizeof(double));
  if (!track.samples) {
    fputs("There is not enough memory.\n", stderr);
    exit(EXIT_FAILURE);
  }
  return track;
}

void track_drop(struct track *track)
{
  free(track->samples);
  track->samples = NULL;
}

double *track_at(struct track *track, int64_t frame, int channel)
{
  return &track->samples[frame % track->frames * track->channels + channel];
}

void track_low_pass(struct track *track, int channel, double hz)
{
  const double pole = decay(-2 * pi * hz / track->rate);
  double held = 0;
  for (int64_t i = 0; i < 2 * track->frames; i++) {
    double *sample = track_at(track, i, channel);
    held = *sample + pole * (held - *sample);
    if (i >= track->frames) {
      *sample = held;
    }
  }
}

void track_high_pass(struct track *track, int channel, double hz)
{
  const double pole = decay(-2 * pi * hz / track->rate);
  double held = 0;
  for (int64_t i = 0; i < 2 * track->frames; i++) {
    double *sample = track_at(track, i, channel);
    held = *sample + pole * (held - *sample);
    if (i >= track->frames) {
      *sample -= held;
    }
  }
}

void track_scale(struct track *track, double gain)
{
  for (int64_t i = 0; i < track->frames * track->channels; i++) {
    track->samples[i] *= gain;
  }
}

static bool write_frames(SNDFILE *file, struct track *track, int64_t margin,
                         int step)
{
  int16_t frame[2];
  for (int64_t i = -margin; i < track->frames + margin; i++) {
    for (int channel = 0; channel < track->channels; channel++) {
      const double sample =
          32768 * *track_at(track, i + track->frames, channel);
      const double steps = floor(sample / step + 0.5) * step;
      frame[channel] = (int16_t)fmax(-32768, fmin(32767, steps));
    }
    if (sf_writef_short(file, frame, 1) != 1) {
      return false;
    }
  }
  return true;
}

bool track_write(struct track *track, const char *folder, const char *name,
                 double margin_seconds, int step)
{
  char path[4096];
  snprintf(path, sizeof(path), "%s/%s.flac", folder, name);
  SF_INFO info = {.samplerate = track->rate,
                  .channels = track->channels,
                  .format = SF_FORMAT_FLAC | SF_FORMAT_PCM_16};
  SNDFILE *file = sf_open(path, SFM_WRITE, &info);
  if (!file) {
    fprintf(stderr, "%s: %s\n", path, sf_strerror(NULL));
    return false;
  }
  double compression = 1;
  sf_command(file, SFC_SET_COMPRESSION_LEVEL, &compression,
             sizeof(compression));
  const bool is_written =
      write_frames(file, track, (int64_t)(margin_seconds * track->rate), step);
  return sf_close(file) == 0 && is_written;
}
