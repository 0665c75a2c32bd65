/* The mixer's inner loop: quanta made whole and handed out in blocks. */

#include "base/frames.h"
#include "mix/answers.h"
#include "mix/beds.h"
#include "mix/breath.h"
#include "mix/gains.h"
#include "mix/messages.h"
#include "mix/state.h"
#include "mix/transport.h"
#include "mix/voices.h"

#include <string.h>

/* A quantum on its way: what follows the guidance gain, what follows the
   background gain, and the gain of the ambient gate. */
struct desk {
  float guidance[2 * QUANTUM];
  float background[2 * QUANTUM];
  float ambient[QUANTUM];
  bool session_ran;
  int64_t session_frame; /* at its start, or where it has jumped to */
};

/* The gates' gains over a stretch; what a gate shuts out has gain 0. */
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

static void add_stretch(const struct mixer *mixer, struct mix_state *state,
                        const struct stretch *stretch, uint32_t done,
                        struct desk *desk)
{
  struct transport *transport = &state->transport;
  float session[QUANTUM];
  float breath[QUANTUM];
  float *guidance = desk->guidance + 2 * (size_t)done;
  open_gates(mixer, transport, stretch->frames, session, breath,
             desk->ambient + done);
  if (stretch->session_runs) {
    desk->session_ran = true;
    voices_add(transport->score, mixer->options.mono, transport->session_frame,
               stretch->frames, guidance);
    for (uint32_t i = 0; i < stretch->frames; i++) {
      guidance[2 * i] *= session[i];
      guidance[2 * i + 1] *= session[i];
    }
  }
  if (stretch->ambient_runs) {
    breath_add(state, mixer->options.breath, stretch->frames, breath,
               desk->background + 2 * (size_t)done);
  }
}

static void run_clocks(const struct mixer *mixer, struct mix_state *state,
                       struct desk *desk)
{
  struct transport *transport = &state->transport;
  bool ambient_ran = false;
  int64_t expected = -1;
  for (uint32_t done = 0; done < QUANTUM;) {
    const struct stretch stretch = transport_settle(state, QUANTUM - done);
    if (transport->session_frame != expected) {
      desk->session_frame = transport->session_frame;
    }
    add_stretch(mixer, state, &stretch, done, desk);
    transport_advance(transport, &stretch);
    expected = transport->session_frame;
    state->ambient_frame += stretch.ambient_runs ? stretch.frames : 0;
    ambient_ran = ambient_ran || stretch.ambient_runs;
    done += stretch.frames;
  }
  if (ambient_ran) {
    beds_add(state, desk->session_frame, desk->session_ran, desk->background);
  }
}

static bool voices_fade(const struct transport *transport)
{
  return !transport->session.opening && transport->session.position > 0;
}

static void sum(const struct mixer *mixer, struct mix_state *state,
                const struct desk *desk, float *stereo)
{
  const struct glide guidance = gains_guidance(&state->gains);
  const struct glide background = gains_background(&state->gains);
  const struct glide fade = gains_fade(&state->gains);
  for (int i = 0; i < QUANTUM; i++) {
    const float all = glide_at(fade, i);
    const float front = all * glide_at(guidance, i);
    const float back = all * glide_at(background, i) * desk->ambient[i];
    float left = front * desk->guidance[2 * i] + back * desk->background[2 * i];
    float right =
        front * desk->guidance[2 * i + 1] + back * desk->background[2 * i + 1];
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
  struct desk desk = {.session_ran = false};
  messages_apply(mixer, state);
  const bool fading = voices_fade(&state->transport);
  run_clocks(mixer, state, &desk);
  answers_add(&state->answers, mixer->curve,
              fading || voices_fade(&state->transport), desk.guidance);
  sum(mixer, state, &desk, mixer->ready);
  for (int i = 0; i < QUANTUM; i++) {
    limiter_step(&mixer->limiter, &mixer->ready[2 * i], &mixer->ready[2 * i]);
  }
  mixer->ready_frames = QUANTUM;
  atomic_store_explicit(&mixer->current, 1 - current, memory_order_release);
  publish(mixer);
}

static uint32_t less(uint32_t a, uint32_t b)
{
  return a < b ? a : b;
}

void mixer_render(struct mixer *mixer, float *stereo, uint32_t frames)
{
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

void publish(struct mixer *mixer)
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
