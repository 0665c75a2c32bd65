/* Beds of even sound: noises and a drone. Each is played round and round, so
   everything in them repeats with their length exactly. */

#include "sounds.h"

#include <math.h>

/* Fills both channels with white noise, of which `shared` (0 to 1) is the same
   on either side: enough width to be around the head, and no hole in mono. */
static void fill_with_noise(struct track *track, double shared, uint64_t seed)
{
  struct noise noise = {seed};
  const double own = sqrt(1 - shared * shared);
  for (int64_t i = 0; i < track->frames; i++) {
    const double both = shared * noise_signed(&noise);
    *track_at(track, i, 0) = both + own * noise_signed(&noise);
    *track_at(track, i, 1) = both + own * noise_signed(&noise);
  }
}

/* Falls by 6 dB an octave from 30 Hz on. */
struct track make_brown_noise(void)
{
  struct track track = track_make(8000, 2, 40);
  fill_with_noise(&track, 0.8, 1);
  for (int channel = 0; channel < 2; channel++) {
    track_low_pass(&track, channel, 30);
    track_high_pass(&track, channel, 25);
  }
  track_scale(&track, 0.91);
  return track;
}

/* Falls by 3 dB an octave: low passes of 6 dB an octave, each two octaves and
   half as strong after the other, add up to that within half a decibel from 100
   Hz to 2 kHz. */
struct track make_pink_noise(void)
{
  struct track track = track_make(24000, 2, 30);
  double hz = 20;
  double gain = 1;
  for (uint64_t part_number = 0; part_number < 5; part_number++) {
    struct track part = track_make(24000, 2, 30);
    fill_with_noise(&part, 0.8, 51 + part_number);
    for (int channel = 0; channel < 2; channel++) {
      track_low_pass(&part, channel, hz);
      for (int64_t i = 0; i < part.frames; i++) {
        *track_at(&track, i, channel) += *track_at(&part, i, channel) * gain;
      }
    }
    track_drop(&part);
    hz *= 4;
    gain /= 2;
  }
  for (int channel = 0; channel < 2; channel++) {
    track_high_pass(&track, channel, 25);
    track_low_pass(&track, channel, 7000);
  }
  track_scale(&track, 0.45);
  return track;
}

/* Fifths and octaves of a low A that come and go at their own slow pace.
   Pitches and paces are whole numbers of turns in the loop. */
struct track make_low_drone(void)
{
  static const struct {
    double turns; /* of the tone in the whole loop */
    int waves;    /* of its loudness */
    double gain;
    double width; /* how far its sides are out of step, in turns */
  } tones[] = {
      {1760, 2, 1, 0},         {1766, 3, 0.8, 0.06},  {2640, 5, 0.62, 0.1},
      {2645, 2, 0.5, 0.17},    {3520, 3, 0.45, 0.2},  {3531, 7, 0.4, 0.26},
      {5280, 4, 0.2, 0.3},     {7040, 5, 0.12, 0.35}, {7057, 3, 0.1, 0.4},
      {10560, 7, 0.045, 0.45},
  };
  struct track track = track_make(8000, 2, 32);
  for (unsigned t = 0; t < sizeof(tones) / sizeof(*tones); t++) {
    for (int64_t i = 0; i < track.frames; i++) {
      const double x = (double)i / (double)track.frames;
      for (int side = 0; side < 2; side++) {
        const double shift = side * tones[t].width;
        const double swell =
            0.6 + 0.4 * sine(tones[t].waves * x + shift + 0.1 * t);
        *track_at(&track, i, side) +=
            tones[t].gain * swell * sine(tones[t].turns * x + shift + 0.31 * t);
      }
    }
  }
  track_scale(&track, 0.0375);
  return track;
}
