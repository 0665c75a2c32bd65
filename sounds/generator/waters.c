/* Rain, the sea and a stream. Each is played round and round, so that what
   begins near the end goes on at the start. */

#include "sounds.h"

static void add_noise(struct track *track, uint64_t seed)
{
  struct noise noise = {seed};
  for (int64_t i = 0; i < track->frames; i++) {
    const double both = noise_signed(&noise);
    *track_at(track, i, 0) += 0.6 * both + 0.8 * noise_signed(&noise);
    *track_at(track, i, 1) += 0.6 * both + 0.8 * noise_signed(&noise);
  }
}

static void mix_in(struct track *track, struct track *part, double gain)
{
  for (int64_t i = 0; i < track->frames * track->channels; i++) {
    track->samples[i] += gain * part->samples[i];
  }
  track_drop(part);
}

/* Noise between two frequencies. */
static struct track make_band(int rate, double seconds, double low_hz,
                              double high_hz, uint64_t seed)
{
  struct track band = track_make(rate, 2, seconds);
  add_noise(&band, seed);
  for (int channel = 0; channel < 2; channel++) {
    track_high_pass(&band, channel, low_hz);
    track_low_pass(&band, channel, high_hz);
  }
  return band;
}

/* A small body of water that rings: a drop that lands, a bubble that closes. */
struct blip {
  double start;   /* seconds */
  double hz;      /* at the start */
  double rise;    /* of the pitch, hertz a second */
  double seconds; /* to 1/e */
  double gain;
  double place; /* 0 left to 1 right */
};

static void add_blip(struct track *track, const struct blip *blip)
{
  const int64_t first = (int64_t)(blip->start * track->rate);
  const int64_t frames = (int64_t)(7 * blip->seconds * track->rate);
  double turns = 0;
  for (int64_t i = 0; i < frames; i++) {
    const double t = (double)i / track->rate;
    turns += (blip->hz + blip->rise * t) / track->rate;
    const double sample = blip->gain * sine(turns) *
                          ease(t / (0.3 * blip->seconds)) *
                          decay(-t / blip->seconds);
    *track_at(track, first + i, 0) += sample * (1 - blip->place);
    *track_at(track, first + i, 1) += sample * blip->place;
  }
}

/* Between two values, low ones more often. */
static double mostly_low(struct noise *noise, double low, double high)
{
  const double x = noise_even(noise);
  return low + (high - low) * x * x * x;
}

static double between(struct noise *noise, double low, double high)
{
  return low + (high - low) * noise_even(noise);
}

struct track make_rain(void)
{
  static const double seconds = 30;
  struct track track = make_band(24000, seconds, 600, 2400, 21);
  track_scale(&track, 0.34);
  struct track far = make_band(24000, seconds, 60, 400, 22);
  mix_in(&track, &far, 0.9);
  struct noise noise = {23};
  for (int i = 0; i < 3600; i++) {
    const struct blip drop = {
        .start = between(&noise, 0, seconds),
        .hz = between(&noise, 900, 3400),
        .seconds = between(&noise, 0.0012, 0.004),
        .gain = mostly_low(&noise, 0.03, 0.8),
        .place = between(&noise, 0.1, 0.9),
    };
    add_blip(&track, &drop);
  }
  /* Rain outside a window: its sharp edge would cover consonants. */
  for (int channel = 0; channel < 2; channel++) {
    track_low_pass(&track, channel, 2200);
  }
  track_scale(&track, 0.145);
  return track;
}

struct track make_stream(void)
{
  static const double seconds = 30;
  struct track track = make_band(24000, seconds, 250, 1400, 31);
  track_scale(&track, 0.3);
  struct track hiss = make_band(24000, seconds, 1500, 5000, 32);
  mix_in(&track, &hiss, 0.05);
  struct noise noise = {33};
  for (int i = 0; i < 4200; i++) {
    const double hz = mostly_low(&noise, 320, 2100);
    const struct blip bubble = {
        .start = between(&noise, 0, seconds),
        .hz = hz,
        .rise = hz * between(&noise, 0.5, 6),
        .seconds = between(&noise, 6, 22) / hz,
        .gain = mostly_low(&noise, 0.05, 0.9),
        .place = between(&noise, 0.2, 0.8),
    };
    add_blip(&track, &bubble);
  }
  track_scale(&track, 0.153);
  return track;
}

/* One wave of the sea: it gathers, breaks and runs out. */
static double swell(double x)
{
  const double gathers = ease(x / 0.42);
  const double runs_out = 1 - ease((x - 0.46) / 0.54);
  return gathers * gathers * runs_out;
}

/* Five waves of unlike length, each a little later on the right. */
static double sea_at(double seconds, int channel)
{
  static const double starts[] = {0, 9.2, 20.1, 28.4, 39.1, 48};
  static const double heights[] = {0.8, 1, 0.66, 0.92, 0.74};
  const double t = seconds - (channel ? 0.35 : 0);
  const double here = t < 0 ? t + 48 : t;
  int wave = 0;
  while (here >= starts[wave + 1]) {
    wave++;
  }
  return heights[wave] *
         swell((here - starts[wave]) / (starts[wave + 1] - starts[wave]));
}

/* The higher the wave, the brighter its foam. */
struct track make_sea(void)
{
  struct track track = make_band(16000, 48, 50, 260, 41);
  struct track body = make_band(16000, 48, 180, 900, 42);
  struct track foam = make_band(16000, 48, 900, 4500, 43);
  for (int64_t i = 0; i < track.frames; i++) {
    for (int channel = 0; channel < 2; channel++) {
      const double wave = sea_at((double)i / track.rate, channel);
      *track_at(&track, i, channel) *= 0.5 + 0.7 * wave;
      *track_at(&body, i, channel) *= 0.1 + 0.9 * wave;
      *track_at(&foam, i, channel) *= 0.02 + 0.5 * wave * wave;
    }
  }
  mix_in(&track, &body, 1);
  mix_in(&track, &foam, 1);
  track_scale(&track, 0.088);
  return track;
}
