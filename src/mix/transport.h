/* The two clocks: what moves, what stands, and when that changes. Audio
   thread. */

#ifndef SUPINE_MIX_TRANSPORT_H
#define SUPINE_MIX_TRANSPORT_H

#include "mix/mixer_state.h"

/* A run of frames through which nothing changes. */
struct steady_run {
  uint32_t frames;
  bool session_runs;
  bool ambient_runs;
  bool inserting;
};

/* Brings the clocks' gates to where they should be now and returns the run
   that follows, `limit` frames at most and at least one. */
struct steady_run transport_settle(struct mix_state *state, uint32_t limit);

/* Moves the clocks over a run whose sound has been made. */
void transport_advance(struct transport *transport,
                       const struct steady_run *run);

/* What to call the present state. */
enum mix_clock transport_clock(const struct transport *transport);

/* Frames of added time still to come, the rest of the breath included. */
int64_t transport_frames_to_insert(const struct transport *transport);

#endif
