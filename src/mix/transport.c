/* The two clocks. The session clock stands at once where no clip sounds, and
   after a 30 ms fade, during which it still runs, where one does. Breathing is
   read at a place of its own, which goes round in the present breath while the
   session stands; the session goes on when the two agree again. */

#include "mix/transport.h"

#include "mix/lookup.h"
#include "mix/placed_clips.h"

#include <stddef.h>

static int64_t least(int64_t a, int64_t b)
{
  return a < b ? a : b;
}

static bool clip_sounds(const struct transport *t)
{
  return lookup_gap(t->score, t->session_frame) > t->session_frame;
}

static bool breath_sounds(const struct transport *t)
{
  const struct score_breath *breath = lookup_breath(t->score, t->breath_frame);
  return breath && breath->start_frame < t->breath_frame;
}

static bool ambience_sounds(const struct mix_state *state)
{
  return state->beds.slots[0].clip || state->beds.slots[1].clip ||
         breath_sounds(&state->transport);
}

/* The wait whose span holds the session, when it counts. */
static const struct score_wait *wait_here(const struct transport *t)
{
  const struct score_wait *wait =
      t->waits_armed ? lookup_wait(t->score, t->session_frame) : NULL;
  return wait && wait->start_frame <= t->session_frame ? wait : NULL;
}

/* In a wait the session still runs until what rings has rung out, as far as
   the wait is long. */
static int64_t wait_deadline(const struct score_wait *wait)
{
  return wait->end_frame - 2 * GATE_FRAMES;
}

static bool wait_holds(const struct transport *t)
{
  const struct score_wait *wait = wait_here(t);
  return wait && (!clip_sounds(t) || t->session_frame >= wait_deadline(wait));
}

static bool over(const struct transport *t)
{
  return !t->score || t->session_frame >= t->score->frames;
}

/* Free to run, added time and breath apart. */
static bool released(const struct transport *t)
{
  return t->mode == MODE_RUN && !t->jumping && !over(t) && !wait_holds(t);
}

static bool inserting(const struct transport *t)
{
  return released(t) && t->insert_frames > 0 && !clip_sounds(t);
}

static bool session_may_run(const struct transport *t)
{
  return released(t) && !inserting(t) && t->breath_frame == t->session_frame;
}

static void aim(struct mix_state *state)
{
  struct transport *t = &state->transport;
  const bool ambience = ambience_sounds(state);
  gate_aim(&t->ambient, t->mode != MODE_PAUSE, ambience);
  const bool fading = ambience && gate_passes(&t->ambient);
  gate_aim(&t->breath, !t->jumping, fading && breath_sounds(t));
  /* In a pause both clocks stop together, or breathing would run ahead. */
  gate_aim(&t->session, session_may_run(t),
           clip_sounds(t) || (t->mode == MODE_PAUSE && fading));
}

static bool can_jump(const struct transport *t)
{
  return t->jumping && !gate_passes(&t->session) && !gate_passes(&t->breath);
}

static void jump(struct transport *t)
{
  t->jumping = false;
  t->score = t->jump_score;
  t->session_frame = t->jump_frame;
  t->breath_frame = t->jump_frame;
  t->end_frames = 0;
  placed_clips_prepare(t->score, t->session_frame);
}

/* Frames until the session meets a wait, or has to leave what rings. */
static int64_t wait_limit(const struct transport *t)
{
  const struct score_wait *wait =
      t->waits_armed ? lookup_wait(t->score, t->session_frame) : NULL;
  if (!wait) {
    return INT64_MAX;
  }
  return wait->start_frame > t->session_frame
             ? wait->start_frame - t->session_frame
             : wait_deadline(wait) - t->session_frame;
}

/* Frames the session can run until something may change. */
static int64_t running_limit(const struct transport *t)
{
  const int64_t limit =
      least(t->score->frames - t->session_frame, wait_limit(t));
  const bool gap_matters =
      t->insert_frames > 0 || wait_here(t) || !t->session.opening;
  const int64_t gap = lookup_gap(t->score, t->session_frame);
  return gap_matters && gap > t->session_frame
             ? least(limit, gap - t->session_frame)
             : limit;
}

/* Frames the breath can run alone until it turns or meets the session. */
static int64_t breathing_limit(const struct transport *t)
{
  const struct score_breath *breath = lookup_breath(t->score, t->breath_frame);
  const int64_t turn = breath ? breath->end_frame - t->breath_frame : INT64_MAX;
  return t->breath_frame < t->session_frame
             ? least(turn, t->session_frame - t->breath_frame)
             : turn;
}

static int64_t gates_limit(const struct transport *t, int64_t limit)
{
  const struct gate *const gates[] = {&t->session, &t->ambient, &t->breath};
  for (int i = 0; i < 3; i++) {
    const int32_t left = gate_frames_left(gates[i]);
    limit = left ? least(limit, left) : limit;
  }
  return limit;
}

struct steady_run transport_settle(struct mix_state *state, uint32_t limit)
{
  struct transport *t = &state->transport;
  aim(state);
  if (can_jump(t)) {
    jump(t);
    aim(state);
  }
  const struct steady_run run = {
      .session_runs = gate_passes(&t->session) && !over(t),
      .ambient_runs = gate_passes(&t->ambient),
      .inserting = inserting(t),
  };
  int64_t frames = gates_limit(t, limit);
  if (run.session_runs) {
    frames = least(frames, running_limit(t));
  } else if (run.ambient_runs) {
    frames = least(frames, breathing_limit(t));
  }
  if (run.inserting) {
    frames = least(frames, t->insert_frames);
  }
  return (struct steady_run){
      .frames = frames > 1 ? (uint32_t)frames : 1,
      .session_runs = run.session_runs,
      .ambient_runs = run.ambient_runs,
      .inserting = run.inserting,
  };
}

/* Further in the breath, or round to its start. */
static void breathe_on(struct transport *t, uint32_t frames)
{
  const struct score_breath *breath = lookup_breath(t->score, t->breath_frame);
  if (breath) {
    t->breath_frame += frames;
    if (t->breath_frame >= breath->cycle_end) {
      t->breath_frame = breath->cycle_start;
    }
  }
}

void transport_advance(struct transport *t, const struct steady_run *run)
{
  if (over(t)) {
    t->end_frames += run->frames;
  }
  if (run->session_runs) {
    t->session_frame += run->frames;
    t->breath_frame = t->session_frame;
  } else if (run->ambient_runs) {
    breathe_on(t, run->frames);
  }
  if (run->inserting) {
    t->insert_frames -= run->frames;
  }
}

int64_t transport_frames_to_insert(const struct transport *t)
{
  const struct score_breath *breath = lookup_breath(t->score, t->session_frame);
  if (!breath) {
    return t->insert_frames;
  }
  const int64_t cycle = breath->cycle_end - breath->cycle_start;
  const int64_t ahead = t->breath_frame - t->session_frame + cycle;
  const int64_t beyond = (ahead + t->insert_frames) % cycle;
  return t->insert_frames + (beyond ? cycle - beyond : 0);
}

/* What the limiter still holds back belongs to the session. */
static bool ended(const struct transport *t)
{
  return over(t) && t->end_frames >= LIMITER_LATENCY + QUANTUM;
}

enum mix_clock transport_clock(const struct transport *t)
{
  switch (t->mode) {
  case MODE_PAUSE:
    return MIX_CLOCK_PAUSED;
  case MODE_STAND:
    return MIX_CLOCK_STANDING;
  case MODE_RUN:
    break;
  }
  if (t->jumping) {
    return MIX_CLOCK_RUNNING;
  }
  if (ended(t)) {
    return MIX_CLOCK_ENDED;
  }
  if (wait_here(t)) {
    return MIX_CLOCK_WAITING;
  }
  return over(t) || session_may_run(t) ? MIX_CLOCK_RUNNING : MIX_CLOCK_INSERTED;
}
