/* The mixer's inner loop: quanta made whole and handed out in blocks. */

#include "base/frames.h"
#include "mix/answers.h"
#include "mix/beds.h"
#include "mix/breath.h"
#include "mix/gains.h"
#include "mix/mixer_state.h"
#include "mix/placed_clips.h"
#include "mix/transport.h"

#include <assert.h>
#include <string.h>

/* A quantum on its way: the bus of what follows the guidance gain, that of what
   follows the background gain, and the gain of the ambient gate. */
struct buses {
  float guidance[2 * QUANTUM];
  float background[2 * QUANTUM];
  float ambient[QUANTUM];
  bool session_ran;
  int64_t session_frame; /* at its start, or where it has jumped to */
};

/* The gates' gains over a run; what a gate shuts out has gain 0. */
static void open_gates(const struct mixer *mixer, struct transport *transport,
                       uint32_t frames, float *session, float *breath,
                       float *ambient)
{
  for (uint32_t i = 0; i < frames; i++) {
    session[i] = gate_step(&transport->session, mixer->curve);
    breath[i] = gate_step(&transport->breath, mixer->curve);
    ambient[i] = gate_step(&transport->ambient, mixer->curve);
  }
}

static void add_run(const struct mixer *mixer, struct mix_state *state,
                    const struct steady_run *run, uint32_t done,
                    struct buses *buses)
{
  struct transport *transport = &state->transport;
  float session[QUANTUM];
  float breath[QUANTUM];
  float *guidance = buses->guidance + 2 * (size_t)done;
  open_gates(mixer, transport, run->frames, session, breath,
             buses->ambient + done);
  if (run->session_runs) {
    buses->session_ran = true;
    placed_clips_add(transport->score, mixer->options.mono,
                     transport->session_frame, run->frames, guidance);
    for (uint32_t i = 0; i < run->frames; i++) {
      guidance[2 * i] *= session[i];
      guidance[2 * i + 1] *= session[i];
    }
  }
  if (run->ambient_runs) {
    breath_add(state, mixer->options.breath, run->frames, breath,
               buses->background + 2 * (size_t)done);
  }
}

static void run_clocks(const struct mixer *mixer, struct mix_state *state,
                       struct buses *buses)
{
  struct transport *transport = &state->transport;
  bool ambient_ran = false;
  int64_t expected = -1;
  for (uint32_t done = 0; done < QUANTUM;) {
    const struct steady_run run = transport_settle(state, QUANTUM - done);
    if (transport->session_frame != expected) {
      buses->session_frame = transport->session_frame;
    }
    add_run(mixer, state, &run, done, buses);
    transport_advance(transport, &run);
    expected = transport->session_frame;
    state->ambient_frame += run.ambient_runs ? run.frames : 0;
    ambient_ran = ambient_ran || run.ambient_runs;
    done += run.frames;
  }
  if (ambient_ran) {
    beds_add(state, buses->session_frame, buses->session_ran,
             buses->background);
  }
}

static bool clips_fade(const struct transport *transport)
{
  return !transport->session.opening && transport->session.position > 0;
}

static void sum(const struct mixer *mixer, struct mix_state *state,
                const struct buses *buses, float *stereo)
{
  const struct glide guidance = gains_guidance(&state->gains);
  const struct glide background = gains_background(&state->gains);
  const struct glide fade = gains_fade(&state->gains);
  for (int i = 0; i < QUANTUM; i++) {
    const float all = glide_at(fade, i);
    const float front = all * glide_at(guidance, i);
    const float back = all * glide_at(background, i) * buses->ambient[i];
    float left =
        front * buses->guidance[2 * i] + back * buses->background[2 * i];
    float right = front * buses->guidance[2 * i + 1] +
                  back * buses->background[2 * i + 1];
    if (mixer->options.mono) {
      left = right = 0.5f * (left + right);
    }
    stereo[2 * i] = left;
    stereo[2 * i + 1] = right;
  }
}

static void make_quantum(struct mixer *mixer)
{
  const unsigned current =
      atomic_load_explicit(&mixer->current, memory_order_relaxed);
  struct mix_state *state = &mixer->states[1 - current];
  *state = mixer->states[current];
  struct buses buses = {.session_ran = false};
  mixer_apply_messages(mixer, state);
  const bool fading = clips_fade(&state->transport);
  run_clocks(mixer, state, &buses);
  answers_add(&state->answers, mixer->curve,
              fading || clips_fade(&state->transport), buses.guidance);
  sum(mixer, state, &buses, mixer->ready);
  for (int i = 0; i < QUANTUM; i++) {
    limiter_step(&mixer->limiter, &mixer->ready[2 * i], &mixer->ready[2 * i]);
  }
  mixer->ready_frames = QUANTUM;
  atomic_store_explicit(&mixer->current, 1 - current, memory_order_release);
  mixer_publish(mixer);
}

static uint32_t less(uint32_t a, uint32_t b)
{
  return a < b ? a : b;
}

void mixer_render(struct mixer *mixer, float *stereo, uint32_t frames)
{
  assert(mixer && stereo);
  mixer->rendered_frames += frames;
  while (frames) {
    if (!mixer->ready_frames) {
      make_quantum(mixer);
    }
    const uint32_t early = less(mixer->early_frames, mixer->ready_frames);
    mixer->early_frames -= early;
    mixer->ready_frames -= early;
    const uint32_t count = less(frames, mixer->ready_frames);
    const float *from = &mixer->ready[2 * (QUANTUM - mixer->ready_frames)];
    memcpy(stereo, from, 2 * count * sizeof(float));
    mixer->ready_frames -= count;
    stereo += 2 * (size_t)count;
    frames -= count;
  }
}

void mixer_publish(struct mixer *mixer)
{
  const unsigned current =
      atomic_load_explicit(&mixer->current, memory_order_relaxed);
  const struct mix_state *state = &mixer->states[current];
  const struct transport *transport = &state->transport;
  const uint32_t next =
      atomic_load_explicit(&mixer->publications, memory_order_relaxed) + 1;
  struct published *slot = &mixer->published[next % PUBLISHED];
  slot->clock = (int)transport_clock(transport);
  slot->session_frame =
      transport->jumping ? transport->jump_frame : transport->session_frame;
  slot->ambient_frame = state->ambient_frame;
  slot->rendered_frames = mixer->rendered_frames;
  slot->inserted_frames = transport_frames_to_insert(transport);
  slot->messages_applied = state->messages_applied;
  slot->answering = state->answers.clip || state->answers.next;
  slot->score = transport->score;
  atomic_store_explicit(&mixer->publications, next, memory_order_release);
}
