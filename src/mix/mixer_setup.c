/* The mixer's life, and the main thread's side of it. */

#include "mix/limiter.h"
#include "mix/mixer_state.h"
#include "mix/ramps.h"

#include <assert.h>
#include <math.h>

static void init_curve(float *curve)
{
  const double half_turn = acos(-1.0);
  for (int i = 0; i <= GATE_FRAMES; i++) {
    curve[i] = (float)(0.5 - 0.5 * cos(half_turn * i / GATE_FRAMES));
  }
}

static void init_state(struct mix_state *state)
{
  state->transport.mode = MODE_PAUSE;
  state->beds.end_gain = 1.0f;
  state->beds.answer_frames = INT64_MAX / 2;
  state->gains = (struct gains){
      .guidance = 1.0f,
      .guidance_target = 1.0f,
      .background = 1.0f,
      .background_target = 1.0f,
      .fade = {.from = 1.0f, .to = 1.0f},
  };
}

enum status mixer_create(struct pool *pool, const struct mixer_options *options,
                         struct mixer **mixer)
{
  assert(pool && options && mixer);
  struct mixer *created = pool_take(pool, sizeof(*created));
  if (!created) {
    return STATUS_NO_MEMORY;
  }
  created->options = *options;
  init_curve(created->curve);
  init_state(&created->states[0]);
  limiter_init(&created->limiter);
  created->early_frames = LIMITER_LATENCY;
  mixer_publish(created);
  *mixer = created;
  return STATUS_OK;
}

void mixer_destroy(struct pool *pool, struct mixer *mixer)
{
  pool_give_back(pool, mixer);
}

/* What was cut off is not faded; what is heard next comes in gently. */
static void quieten(struct mix_state *state)
{
  struct transport *transport = &state->transport;
  transport->mode = MODE_PAUSE;
  gate_aim(&transport->session, false, false);
  gate_aim(&transport->ambient, false, false);
  gate_aim(&transport->breath, false, false);
  transport->breath_frame = transport->session_frame;
  state->answers.clip = NULL;
  state->answers.next = NULL;
}

void mixer_repair(struct mixer *mixer)
{
  quieten(&mixer->states[atomic_load(&mixer->current)]);
  limiter_init(&mixer->limiter);
  mixer->ready_frames = 0;
  mixer_publish(mixer);
}

bool mixer_send(struct mixer *mixer, const struct mix_message *message)
{
  assert(message->kind != MIX_ANSWER ||
         (message->clip && message->clip->frames > 0));
  struct mix_status status;
  mixer_read_status(mixer, &status);
  const uint32_t sent = mixer_messages_sent(mixer);
  if (sent - status.messages_applied >= MESSAGES) {
    return false;
  }
  mixer->messages[sent % MESSAGES] = *message;
  atomic_store_explicit(&mixer->messages_sent, sent + 1, memory_order_release);
  return true;
}

uint32_t mixer_messages_sent(const struct mixer *mixer)
{
  return atomic_load_explicit(&mixer->messages_sent, memory_order_relaxed);
}

static void copy(const struct published *slot, struct mix_status *status)
{
  *status = (struct mix_status){
      .clock = (enum mix_clock)slot->clock,
      .session_frame = slot->session_frame,
      .ambient_frame = slot->ambient_frame,
      .rendered_frames = slot->rendered_frames,
      .inserted_frames = slot->inserted_frames,
      .messages_applied = slot->messages_applied,
      .answering = slot->answering,
      .score = slot->score,
  };
}

/* A copy is whole unless its slot has come round again meanwhile. */
void mixer_read_status(const struct mixer *mixer, struct mix_status *status)
{
  uint32_t before;
  uint32_t after;
  do {
    before = atomic_load(&mixer->publications);
    copy(&mixer->published[before % PUBLISHED], status);
    after = atomic_load(&mixer->publications);
  } while (after - before >= PUBLISHED - 1);
}
