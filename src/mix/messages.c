/* What the main thread asks for, carried out at the start of a quantum. */

#include "mix/answers.h"
#include "mix/gains.h"
#include "mix/mixer_state.h"

static void seek(struct transport *transport, const struct score *score,
                 int64_t frame)
{
  const int64_t end = score ? score->frames : 0;
  transport->jumping = true;
  transport->jump_score = score;
  transport->jump_frame = frame < 0 ? 0 : frame < end ? frame : end;
  /* At once, so that time may be added to where the jump leads. */
  transport->insert_frames = 0;
}

static const struct score *coming_score(const struct transport *transport)
{
  return transport->jumping ? transport->jump_score : transport->score;
}

/* Where nothing can be heard, gains need no time. */
static bool silent(const struct mix_state *state)
{
  return !gate_passes(&state->transport.ambient) &&
         !gate_passes(&state->transport.session) && !state->answers.clip;
}

static void set_guidance(struct mix_state *state, float gain)
{
  state->gains.guidance_target = gain;
  state->gains.guidance = silent(state) ? gain : state->gains.guidance;
}

static void set_background(struct mix_state *state, float gain)
{
  state->gains.background_target = gain;
  state->gains.background = silent(state) ? gain : state->gains.background;
}

static void fade(struct fade *fade, float gain, int64_t frames)
{
  const float now = fade_gain(fade);
  const int64_t length = frames > GATE_FRAMES ? frames : GATE_FRAMES;
  *fade = (struct fade){.from = now, .to = gain, .frames = length};
}

static void apply(struct mix_state *state, const struct mix_message *message)
{
  struct transport *transport = &state->transport;
  switch (message->kind) {
  case MIX_SCORE:
    seek(transport, message->score, message->frame);
    break;
  case MIX_RUN:
    transport->mode = MODE_RUN;
    break;
  case MIX_STAND:
    transport->mode = MODE_STAND;
    break;
  case MIX_PAUSE:
    transport->mode = MODE_PAUSE;
    break;
  case MIX_SEEK:
    seek(transport, coming_score(transport), message->frame);
    break;
  case MIX_INSERT:
    transport->insert_frames += message->frames > 0 ? message->frames : 0;
    break;
  case MIX_ARM_WAITS:
    transport->waits_armed = message->flag;
    break;
  case MIX_ANSWER:
    answers_play(&state->answers, message->clip, message->gain);
    break;
  case MIX_CANCEL:
    answers_cancel(&state->answers);
    break;
  case MIX_GUIDANCE_GAIN:
    set_guidance(state, message->gain);
    break;
  case MIX_BACKGROUND_GAIN:
    set_background(state, message->gain);
    break;
  case MIX_FADE:
    fade(&state->gains.fade, message->gain, message->frames);
    break;
  }
}

void mixer_apply_messages(struct mixer *mixer, struct mix_state *state)
{
  const uint32_t sent =
      atomic_load_explicit(&mixer->messages_sent, memory_order_acquire);
  while (state->messages_applied != sent) {
    apply(state, &mixer->messages[state->messages_applied % MESSAGES]);
    state->messages_applied++;
  }
}
