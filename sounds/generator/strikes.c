/* Bells, ticks and tones that are struck. */

#include "sounds.h"

#define STRIKE_RATE 24000

/* A way of vibrating. In a bowl that is not quite round every one is two,
   slightly apart, and beats. */
struct partial {
  double hz;
  double apart; /* as a part of `hz` */
  double gain;
  double seconds; /* to 1/e */
};

struct strike {
  double start;  /* seconds */
  double attack; /* seconds */
  const struct partial *partials;
  int count;
};

static void add_partial(struct track *track, const struct strike *strike,
                        const struct partial *partial)
{
  const int64_t first = (int64_t)(strike->start * track->rate);
  for (int64_t i = first; i < track->frames; i++) {
    const double t = (double)(i - first) / track->rate;
    const double high = partial->hz * (1 + partial->apart);
    const double tone = sine(partial->hz * t) + 0.6 * sine(high * t);
    *track_at(track, i, 0) += partial->gain * tone / 1.6 *
                              ease(t / strike->attack) *
                              decay(-t / partial->seconds);
  }
}

static void add_strike(struct track *track, const struct strike *strike)
{
  for (int i = 0; i < strike->count; i++) {
    add_partial(track, strike, &strike->partials[i]);
  }
}

static void fade_out(struct track *track, double seconds)
{
  const double length = seconds * track->rate;
  for (int64_t i = 0; i < track->frames; i++) {
    *track_at(track, i, 0) *= ease((double)(track->frames - 1 - i) / length);
  }
}

/* The modes of a bowl struck at its rim lie near 1, 2.7, 5.1 and 8.0 times the
   lowest, which is what keeps it from sounding like a beep; high ones die
   first. */
static struct track make_bell(double hz, double ring, double seconds,
                              double gain)
{
  const struct partial partials[] = {
      {hz, 0.0022, 1, ring},
      {2.71 * hz, 0.0013, 0.34, ring * 0.72},
      {5.09 * hz, 0.0009, 0.11, ring * 0.42},
      {8.03 * hz, 0.0007, 0.03, ring * 0.24},
  };
  const struct strike strike = {0, 0.07, partials, 4};
  struct track track = track_make(STRIKE_RATE, 1, seconds);
  add_strike(&track, &strike);
  fade_out(&track, seconds / 4);
  track_scale(&track, gain);
  return track;
}

struct track make_start_bell(void)
{
  return make_bell(324, 0.66, 4.2, 0.137);
}

struct track make_end_bell(void)
{
  return make_bell(216, 0.8, 5, 0.126);
}

struct track make_interval_bell(void)
{
  return make_bell(432, 0.5, 3.2, 0.13);
}

static struct track make_strikes(const struct strike *strikes, int count,
                                 double seconds, double gain)
{
  struct track track = track_make(STRIKE_RATE, 1, seconds);
  for (int i = 0; i < count; i++) {
    add_strike(&track, &strikes[i]);
  }
  fade_out(&track, seconds / 3);
  track_scale(&track, gain);
  return track;
}

/* Wood rather than metal: few partials, gone at once. */
struct track make_tick(void)
{
  static const struct partial wood[] = {{660, 0, 1, 0.024},
                                        {1716, 0, 0.25, 0.009}};
  static const struct strike strike = {0, 0.006, wood, 2};
  return make_strikes(&strike, 1, 0.12, 0.16);
}

struct track make_end_mark(void)
{
  static const struct partial tone[] = {{432, 0, 1, 0.075},
                                        {1171, 0, 0.2, 0.04}};
  static const struct strike strike = {0, 0.012, tone, 2};
  return make_strikes(&strike, 1, 0.24, 0.16);
}

/* Two notes, as there are two sides. */
struct track make_side_change(void)
{
  static const struct partial low[] = {{288, 0, 1, 0.1}, {780, 0, 0.16, 0.05}};
  static const struct partial high[] = {{384, 0, 1, 0.1},
                                        {1041, 0, 0.16, 0.05}};
  static const struct strike strikes[] = {{0, 0.02, low, 2},
                                          {0.22, 0.02, high, 2}};
  return make_strikes(strikes, 2, 0.66, 0.16);
}

struct track make_step_change(void)
{
  static const struct partial tone[] = {
      {288, 0.002, 1, 0.22}, {780, 0.001, 0.26, 0.13}, {1466, 0, 0.06, 0.08}};
  static const struct strike strike = {0, 0.03, tone, 3};
  return make_strikes(&strike, 1, 0.9, 0.145);
}
