/* Ten thousand random starts, stops, pauses, jumps and answers without a
   click: neighbouring samples neither step nor bend further than the low tones
   that sound and the fades allow. */

#include "unit.h"

#include "support/mixing.h"

#include <math.h>
#include <string.h>
#include <time.h>

#define OPERATIONS 10000
#define LONGEST_BLOCK 4800
#define SESSION (60 * FRAME_RATE)

/* What can be heard at once: a word and an answer of 150 Hz and 0.5,
   cross-fading beds of 110 Hz and 0.2 each, and breathing under 0.1 at 294 Hz
   with partials of 0.18 and 0.06. */
static const struct {
  double peak, hz;
} tones[] = {{0.5, 150.0}, {0.5, 150.0},   {0.2, 110.0},  {0.2, 110.0},
             {0.1, 294.0}, {0.018, 588.0}, {0.006, 882.0}};

/* Their steepest slope and sharpest bend a frame, with all gains at rest, and
   what gains may add: a fade over 30 ms, and corners of gains that take
   100 ms for their whole way. */
static void find_limits(double *step, double *bend)
{
  const double half_turn = acos(-1.0);
  *step = 0.0;
  *bend = 0.0;
  for (size_t i = 0; i < sizeof(tones) / sizeof(*tones); i++) {
    const double turn = 2.0 * half_turn * tones[i].hz / FRAME_RATE;
    const double fade = half_turn / 2.0 / 1440.0 + 1.0 / 4800.0;
    *step += tones[i].peak * (turn + fade);
    *bend += tones[i].peak * (turn * turn + 2.0 * turn * fade + fade);
  }
}

struct clicking {
  struct mixing mixing;
  const struct score *scores[2];
  const struct clip *answer;
};

static void lay_out(struct clicking *clicking)
{
  struct mixing *mixing = &clicking->mixing;
  mixing_init(mixing);
  const struct clip *word = mixing_sine(mixing, 48000, 1, 150.0, 0.5f, true);
  struct clip *beds[2];
  for (int i = 0; i < 2; i++) {
    beds[i] = pool_take(mixing->pool, sizeof(*beds[i]));
    *beds[i] = *mixing_sine(mixing, 20011 + i, 2, 110.0, 0.2f, false);
    beds[i]->seam_frames = 4000;
  }
  clicking->answer = mixing_sine(mixing, 30000, 1, 150.0, 0.5f, true);
  for (int64_t frame = 0; frame < SESSION; frame += 5 * FRAME_RATE) {
    mixing_add(mixing, EVENT_BACKGROUND, frame,
               frame / FRAME_RATE % 3 ? beds[frame / FRAME_RATE % 2] : NULL);
    mixing_add(mixing, EVENT_SAY, frame + 1000, word)->side =
        (enum side)(frame / FRAME_RATE % 3);
    mixing_add_span(mixing, EVENT_BREATH_IN, frame + 60000, 40000);
    mixing_add_span(mixing, EVENT_BREATH_HOLD, frame + 100000, 20000);
    mixing_add_span(mixing, EVENT_BREATH_OUT, frame + 120000, 60000);
    mixing_add(mixing, EVENT_SAY, frame + 180000, word);
  }
  mixing_begin(mixing, false);
  clicking->scores[0] = mixing->score;
  struct score *other;
  assert_int_equal(score_create(mixing->pool, &mixing->plan, &other),
                   STATUS_OK);
  clicking->scores[1] = other;
}

static struct mix_message anything(const struct clicking *clicking,
                                   uint32_t *seed)
{
  struct mix_message message = {
      .kind = (enum mix_message_kind)(mixing_random(seed) % (MIX_FADE + 1)),
      .score = clicking->scores[mixing_random(seed) % 2],
      .clip = clicking->answer,
      .frame = mixing_random(seed) % SESSION,
      .frames = mixing_random(seed) % 20000,
      .gain = (float)(mixing_random(seed) % 1000) / 1000.0f,
  };
  if (message.kind == MIX_FADE) {
    message.gain = 1.0f - message.gain / 4.0f;
  }
  return message;
}

static void nothing_clicks(void **state)
{
  (void)state;
  uint32_t seed = (uint32_t)time(NULL) | 1u;
  print_message("seed %u\n", seed);
  struct clicking clicking;
  lay_out(&clicking);
  double step_limit;
  double bend_limit;
  find_limits(&step_limit, &bend_limit);
  static float block[2 * (LONGEST_BLOCK + 2)];
  double loudest = 0.0;
  for (int i = 0; i < OPERATIONS; i++) {
    const struct mix_message message = anything(&clicking, &seed);
    assert_true(mixer_send(clicking.mixing.mixer, &message));
    if (message.kind != MIX_PAUSE && message.kind != MIX_STAND) {
      mixing_send(&clicking.mixing, MIX_RUN);
    }
    const uint32_t frames = 1 + mixing_random(&seed) % LONGEST_BLOCK;
    mixer_render(clicking.mixing.mixer, block + 4, frames);
    for (uint32_t at = 4; at < 2 * frames + 4; at++) {
      const double step = fabs((double)block[at] - block[at - 2]);
      const double bend =
          fabs((double)block[at] - 2.0 * block[at - 2] + block[at - 4]);
      assert_int_not_equal(fpclassify(block[at]), FP_SUBNORMAL);
      loudest = fmax(loudest, fabs((double)block[at]));
      if (step > step_limit || bend > bend_limit) {
        fail_msg("operation %d (kind %d), sample %u: step %g of %g, bend %g "
                 "of %g",
                 i, (int)message.kind, at, step, step_limit, bend, bend_limit);
      }
    }
    memcpy(block, block + 2 * frames, 4 * sizeof(*block));
  }
  assert_true(loudest > 0.4);
  mixing_finish(&clicking.mixing);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_clicks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
