/* The limiter: the gain that each frame needs is held over the look-ahead,
   released slowly, and averaged over the same length, so that it comes down
   smoothly and is there in time. Gains are integers, so that sums are exact. */

#include "mix/limiter.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#define UNITY (1u << 30)
#define MASK (LIMITER_DELAY - 1)
#define PHASES 4

static_assert((LIMITER_DELAY & MASK) == 0, "a power of two");
static_assert(LIMITER_LATENCY < LIMITER_DELAY, "what comes out is still there");

/* -1 dBTP, less what the interpolator below can miss under 20 kHz. */
#define CEILING 0.88f

/* No interpolated peak exceeds the samples it is made of by more than this:
   the largest sum of a phase's absolute coefficients. */
#define LARGEST_OVERSHOOT 2.05f

/* Nothing quieter comes out: far below what any device can tell from silence,
   and far above the smallest normal number, so that nobody downstream
   calculates with denormal ones. */
#define QUIETEST 1e-30f

/* The release comes back by this share a frame: 150 ms to 63 per cent. */
#define RELEASE (1.0 / 7200.0)

/* ITU-R BS.1770-4, annex 2, table of the order 48, 4-phase interpolator. */
static const float interpolator[PHASES][LIMITER_TAPS] = {
    {0.0017089843750f, 0.0109863281250f, -0.0196533203125f, 0.0332031250000f,
     -0.0594482421875f, 0.1373291015625f, 0.9721679687500f, -0.1022949218750f,
     0.0476074218750f, -0.0266113281250f, 0.0148925781250f, -0.0083007812500f},
    {-0.0291748046875f, 0.0292968750000f, -0.0517578125000f, 0.0891113281250f,
     -0.1665039062500f, 0.4650878906250f, 0.7797851562500f, -0.2003173828125f,
     0.1015625000000f, -0.0582275390625f, 0.0330810546875f, -0.0189208984375f},
    {-0.0189208984375f, 0.0330810546875f, -0.0582275390625f, 0.1015625000000f,
     -0.2003173828125f, 0.7797851562500f, 0.4650878906250f, -0.1665039062500f,
     0.0891113281250f, -0.0517578125000f, 0.0292968750000f, -0.0291748046875f},
    {-0.0083007812500f, 0.0148925781250f, -0.0266113281250f, 0.0476074218750f,
     -0.1022949218750f, 0.9721679687500f, 0.1373291015625f, -0.0594482421875f,
     0.0332031250000f, -0.0196533203125f, 0.0109863281250f, 0.0017089843750f},
};

void limiter_init(struct limiter *limiter)
{
  memset(limiter, 0, sizeof(*limiter));
  for (int i = 0; i < LIMITER_DELAY; i++) {
    limiter->needed[i] = UNITY;
    limiter->smoothing[i] = UNITY;
  }
  limiter->smoothing_sum = (uint64_t)UNITY * LIMITER_ATTACK;
  limiter->gain = UNITY;
  limiter->quiet_frames = LIMITER_DELAY;
}

static float true_peak(const struct limiter *limiter)
{
  float peak = 0.0f;
  for (int phase = 0; phase < PHASES; phase++) {
    float left = 0.0f;
    float right = 0.0f;
    for (int64_t i = 0; i < LIMITER_TAPS; i++) {
      const float *frame = limiter->delayed[(limiter->frame - i) & MASK];
      left += interpolator[phase][i] * frame[0];
      right += interpolator[phase][i] * frame[1];
    }
    peak = fmaxf(peak, fmaxf(fabsf(left), fabsf(right)));
  }
  return peak;
}

static float frame_peak(const struct limiter *limiter, int64_t back)
{
  const float *frame = limiter->delayed[(limiter->frame - back) & MASK];
  return fmaxf(fabsf(frame[0]), fabsf(frame[1]));
}

/* What the stretch between the two frames in the interpolator's middle, and
   they themselves, need. */
static uint32_t needed_gain(struct limiter *limiter)
{
  if (frame_peak(limiter, 0) * LARGEST_OVERSHOOT > CEILING) {
    limiter->loud_frames = LIMITER_TAPS;
  }
  if (!limiter->loud_frames) {
    return UNITY;
  }
  limiter->loud_frames--;
  const float samples = fmaxf(frame_peak(limiter, LIMITER_TAPS / 2),
                              frame_peak(limiter, LIMITER_TAPS / 2 - 1));
  const float peak = fmaxf(samples, true_peak(limiter));
  return peak <= CEILING ? UNITY : (uint32_t)((double)CEILING / peak * UNITY);
}

/* The least gain of the look-ahead and one frame more, because a peak between
   two frames concerns both. */
static uint32_t least_needed(const struct limiter *limiter)
{
  uint32_t least = UNITY;
  if (limiter->quiet_frames > LIMITER_ATTACK) {
    return least;
  }
  for (int64_t i = 0; i <= LIMITER_ATTACK; i++) {
    const uint32_t needed = limiter->needed[(limiter->frame - i) & MASK];
    least = needed < least ? needed : least;
  }
  return least;
}

static uint32_t released(uint32_t gain, uint32_t held)
{
  const uint32_t up = (uint32_t)((double)(UNITY - gain) * RELEASE) + 1;
  const uint32_t next = gain < UNITY ? gain + up : gain;
  return next < held ? next : held;
}

static float audible(float sample)
{
  return fabsf(sample) < QUIETEST ? 0.0f : sample;
}

void limiter_step(struct limiter *limiter, const float in[2], float out[2])
{
  const int64_t now = limiter->frame & MASK;
  limiter->delayed[now][0] = audible(in[0]);
  limiter->delayed[now][1] = audible(in[1]);
  const uint32_t needed = needed_gain(limiter);
  limiter->needed[now] = needed;
  limiter->quiet_frames = needed < UNITY ? 0 : limiter->quiet_frames + 1;
  limiter->gain = released(limiter->gain, least_needed(limiter));
  limiter->smoothing_sum -=
      limiter->smoothing[(limiter->frame - LIMITER_ATTACK) & MASK];
  limiter->smoothing[now] = limiter->gain;
  limiter->smoothing_sum += limiter->gain;
  const float gain = (float)((double)limiter->smoothing_sum /
                             ((double)UNITY * LIMITER_ATTACK));
  const float *late =
      limiter->delayed[(limiter->frame - LIMITER_LATENCY) & MASK];
  out[0] = late[0] * gain;
  out[1] = late[1] * gain;
  limiter->frame++;
}
