/* Beds step aside for speech beyond their ducking: in the band that carries
   words they are turned down further. A vowel has gaps of more than 30 dB
   between its formants; with ducking alone a bed at full level shone through
   them, and the shortest words fell to 0.88 in short-time objective
   intelligibility (Taal and others, 2011), which is to be at least 0.95. Audio
   thread. */

#ifndef SUPINE_MIX_DIP_H
#define SUPINE_MIX_DIP_H

#include "mix/ramps.h"

#include <stdbool.h>

/* Of a bed at full level, beyond its ducking. */
#define DIP_DB (-24.0f)
#define DIP_LOW_HZ 80.0f
#define DIP_HIGH_HZ 8000.0f

/* Filters of both channels; zeroed when nothing has sounded. */
struct dip {
  float low[2][2];
  float high[2][2];
};

/* Whether nothing of what passed is left in the filters: silence then stays
   silence, whatever the share. */
bool dip_rests(const struct dip *dip);

/* Takes a share of what lies between the two frequencies out of one quantum of
   interleaved stereo; 0 leaves every sample as it is. */
void dip_apply(struct dip *dip, struct glide share, float *stereo);

#endif
