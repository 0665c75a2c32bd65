/* Files of up to eight channels made one or two. */

#ifndef SUPINE_SOUND_FOLD_H
#define SUPINE_SOUND_FOLD_H

#include <stdbool.h>
#include <stdint.h>

#define MOST_CHANNELS 8

/* Where a channel comes from. */
enum place {
  PLACE_UNKNOWN,
  PLACE_LEFT,
  PLACE_RIGHT,
  PLACE_CENTRE,
  PLACE_LOW, /* left out */
  PLACE_BACK_LEFT,
  PLACE_BACK_RIGHT,
  PLACE_BACK_CENTRE,
  PLACE_SIDE_LEFT,
  PLACE_SIDE_RIGHT,
};

/* How channels follow each other where a file does not say it. */
enum channel_order {
  ORDER_WAVE, /* WAVEFORMATEXTENSIBLE and, the same, FLAC (RFC 9639, 9.1.3) */
  ORDER_XIPH, /* Vorbis I, 4.3.9, and Opus (RFC 7845, 5.1.1.2) */
};

struct fold {
  int channels;
  struct gains {
    float left;
    float right;
  } gains[MOST_CHANNELS];
};

/* For 1 to MOST_CHANNELS channels in an order. */
void fold_by_order(struct fold *fold, int channels, enum channel_order order);

/* For channels whose places the file tells; false when it leaves one out, or
   none of them would be heard. */
bool fold_by_places(struct fold *fold, int channels, const enum place *places);

/* Interleaved frames of the file to interleaved frames of one channel or two,
   within ±1; what is no number becomes silence. */
void fold_frames(const struct fold *fold, const float *in, int64_t frames,
                 float *out, int out_channels);

#endif
