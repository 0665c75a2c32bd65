/* A breath in and a breath out, as tones with a little air; and the moves of a
   repetition, as short tones that go the same ways. */

#include "sounds.h"

#define BREATH_RATE 16000

/* Measures 12 LU below speech. */
#define MOVE_GAIN 0.059

static const double low_hz = 196;
static const double high_hz = 294;

/* A tone that goes from one pitch to another. Its two partials and the air
   swell and fall with it. */
static struct track make_breath(double from_hz, double to_hz, double seconds,
                                uint64_t seed)
{
  struct track track = track_make(BREATH_RATE, 1, seconds);
  struct noise noise = {seed};
  double turns = 0;
  double air = 0;
  for (int64_t i = 0; i < track.frames; i++) {
    const double x = (double)i / (double)track.frames;
    turns += (from_hz + (to_hz - from_hz) * ease(x)) / track.rate;
    air += 0.18 * (noise_signed(&noise) - air);
    const double swell = ease(x / 0.3) * ease((1 - x) / 0.4);
    *track_at(&track, i, 0) =
        swell * (sine(turns) + 0.2 * sine(2 * turns) + 0.3 * air);
  }
  track_scale(&track, 0.052);
  return track;
}

struct track make_breath_in(void)
{
  return make_breath(low_hz, high_hz, 4, 11);
}

struct track make_breath_out(void)
{
  return make_breath(high_hz, low_hz, 6, 12);
}

/* A third above those of the breath, so that one is not taken for the other. */
static const double move_low_hz = 247;
static const double move_high_hz = 370;

/* The glide has its time between a soft beginning and a softer end. */
static struct track make_move(double from_hz, double to_hz, double gain)
{
  struct track track = track_make(BREATH_RATE, 1, 0.4);
  double turns = 0;
  for (int64_t i = 0; i < track.frames; i++) {
    const double x = (double)i / (double)track.frames;
    turns += (from_hz + (to_hz - from_hz) * ease((x - 0.1) / 0.6)) / track.rate;
    *track_at(&track, i, 0) = ease(x / 0.15) * ease((1 - x) / 0.4) *
                              (sine(turns) + 0.2 * sine(2 * turns));
  }
  track_scale(&track, gain);
  return track;
}

struct track make_move_up(void)
{
  return make_move(move_low_hz, move_high_hz, MOVE_GAIN);
}

struct track make_move_hold(void)
{
  return make_move(move_high_hz, move_high_hz, MOVE_GAIN);
}

struct track make_move_down(void)
{
  return make_move(move_high_hz, move_low_hz, MOVE_GAIN);
}
