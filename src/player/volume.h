/* How loud the listener has it. */

#ifndef SUPINE_PLAYER_VOLUME_H
#define SUPINE_PLAYER_VOLUME_H

#include "mix/message.h"

/* In thousandths. Steps of a tenth; a listener who cannot hear cannot find the
   way back, so keys never go down to nothing. */
#define VOLUME_FULL 1000
#define VOLUME_STEP 100

/* Steps of equal size on the scale sound about equal: gain is its square. */
static inline float volume_gain(int part, int whole)
{
  const float ratio = (float)part / (float)whole;
  return ratio * ratio;
}

/* The volume after so many presses of a key. */
static inline int volume_changed(int volume, int presses)
{
  const int changed = volume + presses * VOLUME_STEP;
  return changed < VOLUME_STEP   ? VOLUME_STEP
         : changed > VOLUME_FULL ? VOLUME_FULL
                                 : changed;
}

/* For all that is spoken. */
static inline struct mix_message volume_message(int volume)
{
  return (struct mix_message){.kind = MIX_GUIDANCE_GAIN,
                              .gain = volume_gain(volume, VOLUME_FULL)};
}

#endif
