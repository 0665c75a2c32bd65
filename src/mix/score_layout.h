/* A score as the audio thread reads it: arrays by rising frame. Every item
   begins with its start frame, which the look-ups rely on. */

#ifndef SUPINE_MIX_SCORE_LAYOUT_H
#define SUPINE_MIX_SCORE_LAYOUT_H

#include "base/clip.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A clip at its place. */
struct placed_clip {
  int64_t start_frame;
  int64_t end_frame; /* after its last frame */
  const struct clip *clip;
  float left, right; /* linear gains, panning included */
  float centre;      /* of both channels when the listener wants mono */
  bool soft_edges;   /* its own first and last samples may be abrupt */
};

/* A stretch without a moment of silence; spans never overlap. */
struct score_span {
  int64_t start_frame;
  int64_t end_frame;
};

/* From here on this bed, until the next. */
struct score_bed {
  int64_t start_frame;
  const struct clip *clip; /* NULL: none */
  float gain;              /* linear */
};

/* How beds make room for speech. The ramp ends before the first phoneme, since
   the timetable is known; what follows within the whole envelope's length
   does not let it come up. */
#define DUCK_DB (-12.0f)
#define DUCK_AHEAD_S 0.01f /* the ramp is over so long before the phoneme */
#define DUCK_ATTACK_S 0.2f
#define DUCK_HOLD_S 0.5f
#define DUCK_RELEASE_S 1.0f

/* A corner of the ducking envelope, which is straight in decibels between. */
struct duck_point {
  int64_t frame;
  float gain_db;
};

/* One phase of a breath. */
struct score_breath {
  int64_t start_frame;
  int64_t end_frame;
  int64_t cycle_start; /* of the whole breath it belongs to; what repeats while
                          the session clock stands */
  int64_t cycle_end;
  float start_hz, end_hz;
  float gain; /* linear peak */
};

/* Where the session clock stands when waits are armed. */
struct score_wait {
  int64_t start_frame;
  int64_t end_frame;
};

struct score {
  int64_t frames;
  struct placed_clip *clips;
  int64_t *reach; /* the latest end among clips 0 to i */
  size_t clip_count;
  struct score_span *spans; /* where clips sound */
  size_t span_count;
  struct score_bed *beds;
  size_t bed_count;
  struct duck_point *ducks;
  size_t duck_count;
  struct score_breath *breaths;
  size_t breath_count;
  struct score_wait *waits;
  size_t wait_count;
};

#endif
