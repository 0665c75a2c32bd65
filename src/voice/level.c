/* The one gain that makes a voice as loud as every other. */

#include "voice/level.h"

#include "base/frames.h"

#include <ebur128.h>
#include <math.h>

/* Gains beyond these come from what is hardly speech. */
#define LARGEST_GAIN 16.0
#define SMALLEST_GAIN 0.05

enum status level_gain(const struct shaped *standard, float *gain)
{
  ebur128_state *state = ebur128_init(1, FRAME_RATE, EBUR128_MODE_I);
  if (!state) {
    return STATUS_NO_MEMORY;
  }
  double loudness = -HUGE_VAL;
  const int failed =
      ebur128_add_frames_float(state, standard->samples,
                               (size_t)standard->frames) != EBUR128_SUCCESS ||
      ebur128_loudness_global(state, &loudness) != EBUR128_SUCCESS;
  ebur128_destroy(&state);
  if (failed) {
    return STATUS_NO_MEMORY;
  }
  const double wanted =
      isfinite(loudness) ? pow(10, (SPEECH_LUFS - loudness) / 20) : 1;
  *gain = (float)fmin(fmax(wanted, SMALLEST_GAIN), LARGEST_GAIN);
  return STATUS_OK;
}
