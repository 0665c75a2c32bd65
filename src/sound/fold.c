/* Files of up to eight channels made one or two. */

#include "sound/fold.h"

#include <math.h>

/* How much of a channel goes left and right (ITU-R BS.775-3, annex 4; the low
   channel is left out). */
static const struct gains place_gains[] = {
    [PLACE_UNKNOWN] = {0, 0},
    [PLACE_LEFT] = {1, 0},
    [PLACE_RIGHT] = {0, 1},
    [PLACE_CENTRE] = {0.7071f, 0.7071f},
    [PLACE_LOW] = {0, 0},
    [PLACE_BACK_LEFT] = {0.7071f, 0},
    [PLACE_BACK_RIGHT] = {0, 0.7071f},
    [PLACE_BACK_CENTRE] = {0.5f, 0.5f},
    [PLACE_SIDE_LEFT] = {0.7071f, 0},
    [PLACE_SIDE_RIGHT] = {0, 0.7071f},
};

#define L PLACE_LEFT
#define R PLACE_RIGHT
#define C PLACE_CENTRE
#define LOW PLACE_LOW
#define BL PLACE_BACK_LEFT
#define BR PLACE_BACK_RIGHT
#define BC PLACE_BACK_CENTRE
#define SL PLACE_SIDE_LEFT
#define SR PLACE_SIDE_RIGHT

static const enum place orders[][MOST_CHANNELS + 1][MOST_CHANNELS] = {
    [ORDER_WAVE] = {[3] = {L, R, C},
                    [4] = {L, R, BL, BR},
                    [5] = {L, R, C, BL, BR},
                    [6] = {L, R, C, LOW, BL, BR},
                    [7] = {L, R, C, LOW, BC, SL, SR},
                    [8] = {L, R, C, LOW, BL, BR, SL, SR}},
    [ORDER_XIPH] = {[3] = {L, C, R},
                    [4] = {L, R, BL, BR},
                    [5] = {L, C, R, BL, BR},
                    [6] = {L, C, R, BL, BR, LOW},
                    [7] = {L, C, R, SL, SR, BC, LOW},
                    [8] = {L, C, R, SL, SR, BL, BR, LOW}},
};

/* Whatever the channels hold, the sum stays within ±1. */
static bool set_gains(struct fold *fold, int channels, const enum place *places)
{
  struct gains sum = {0, 0};
  for (int i = 0; i < channels; i++) {
    sum.left += place_gains[places[i]].left;
    sum.right += place_gains[places[i]].right;
  }
  const float most = fmaxf(sum.left, sum.right);
  if (!(most > 0)) {
    return false;
  }
  fold->channels = channels;
  for (int i = 0; i < channels; i++) {
    fold->gains[i].left = place_gains[places[i]].left / most;
    fold->gains[i].right = place_gains[places[i]].right / most;
  }
  return true;
}

void fold_by_order(struct fold *fold, int channels, enum channel_order order)
{
  if (channels == 1) {
    *fold = (struct fold){1, {{1, 1}}};
  } else if (channels == 2) {
    *fold = (struct fold){2, {{1, 0}, {0, 1}}};
  } else {
    set_gains(fold, channels, orders[order][channels]);
  }
}

bool fold_by_places(struct fold *fold, int channels, const enum place *places)
{
  for (int i = 0; i < channels; i++) {
    if (places[i] == PLACE_UNKNOWN) {
      return false;
    }
  }
  return set_gains(fold, channels, places);
}

/* Files of floats may hold anything. */
static float tame(float sample)
{
  return isfinite(sample) ? fminf(fmaxf(sample, -1), 1) : 0;
}

void fold_frames(const struct fold *fold, const float *in, int64_t frames,
                 float *out, int out_channels)
{
  for (int64_t i = 0; i < frames; i++) {
    float left = 0;
    float right = 0;
    for (int c = 0; c < fold->channels; c++) {
      const float sample = tame(*in++);
      left += fold->gains[c].left * sample;
      right += fold->gains[c].right * sample;
    }
    *out++ = left;
    if (out_channels == 2) {
      *out++ = right;
    }
  }
}
