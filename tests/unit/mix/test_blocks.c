/* Blocks of any size give the same samples. */

#include "unit.h"

#include "support/mixing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define FRAMES (12 * FRAME_RATE)

/* Something of everything, overlapping. */
static void lay_out(struct mixing *mixing)
{
  mixing_init(mixing);
  const struct clip *word = mixing_sine(mixing, 30011, 1, 310.0, 0.9f, true);
  const struct clip *bell = mixing_sine(mixing, 99991, 2, 523.0, 0.8f, false);
  struct clip *bed = pool_take(mixing->pool, sizeof(*bed));
  *bed = *mixing_noise(mixing, 54321, 2, 0.5f);
  bed->seam_frames = 5000;
  mixing_add(mixing, EVENT_BACKGROUND, 0, bed);
  mixing_add(mixing, EVENT_SAY, 7, word);
  mixing_add(mixing, EVENT_CHIME, 41111, bell);
  mixing_add(mixing, EVENT_SAY, 60001, word)->side = SIDE_LEFT;
  int64_t frame = 130003;
  for (int i = 0; i < 4; i++) {
    mixing_add_span(mixing, EVENT_BREATH_IN, frame, 48000);
    mixing_add_span(mixing, EVENT_BREATH_OUT, frame + 48000, 50001);
    frame += 98001;
  }
  mixing_add(mixing, EVENT_BACKGROUND, frame, NULL);
  mixing_begin(mixing, false);
}

/* What is asked for at which rendered frame. */
static const struct {
  int64_t at;
  struct mix_message message;
} script[] = {
    {50000, {.kind = MIX_STAND}},
    {70001, {.kind = MIX_RUN}},
    {160007, {.kind = MIX_INSERT, .frames = 12345}},
    {250000, {.kind = MIX_PAUSE}},
    {260000, {.kind = MIX_GUIDANCE_GAIN, .gain = 0.5f}},
    {270000, {.kind = MIX_RUN}},
    {300013, {.kind = MIX_SEEK, .frame = 55555}},
    {500001, {.kind = MIX_FADE, .gain = 0.2f, .frames = 24000}},
};

static float *render(uint32_t *seed)
{
  struct mixing mixing;
  lay_out(&mixing);
  float *stereo = malloc(2 * FRAMES * sizeof(*stereo));
  assert_non_null(stereo);
  size_t next = 0;
  const size_t count = sizeof(script) / sizeof(*script);
  for (int64_t done = 0; done < FRAMES;) {
    if (next < count && script[next].at == done) {
      assert_true(mixer_send(mixing.mixer, &script[next++].message));
    }
    const int64_t border = next < count ? script[next].at : FRAMES;
    const uint32_t wish = seed ? 1 + mixing_random(seed) % 3000 : 480;
    const int64_t left = border - done;
    const uint32_t block = left < wish ? (uint32_t)left : wish;
    mixer_render(mixing.mixer, stereo + 2 * done, block);
    done += block;
  }
  mixing_finish(&mixing);
  return stereo;
}

static void any_blocks_give_the_same_samples(void **state)
{
  (void)state;
  float *wanted = render(NULL);
  uint32_t seed = (uint32_t)time(NULL) | 1u;
  print_message("seed %u\n", seed);
  for (int round = 0; round < 4; round++) {
    float *got = render(&seed);
    assert_memory_equal(got, wanted, 2 * FRAMES * sizeof(*wanted));
    free(got);
  }
  free(wanted);
}

static void single_frames_give_the_same_samples(void **state)
{
  (void)state;
  struct mixing whole;
  struct mixing single;
  lay_out(&whole);
  lay_out(&single);
  float *wanted = mixing_render(&whole, 60000);
  for (int64_t i = 0; i < 60000; i++) {
    float frame[2];
    mixer_render(single.mixer, frame, 1);
    assert_memory_equal(frame, wanted + 2 * i, sizeof(frame));
  }
  free(wanted);
  mixing_finish(&whole);
  mixing_finish(&single);
}

static void mono_is_the_same_on_both_sides(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  const struct clip *word = mixing_level(&mixing, 4800, 1, 0.5f);
  mixing_add(&mixing, EVENT_SAY, 0, word);
  mixing_add(&mixing, EVENT_SAY, 9600, word)->side = SIDE_RIGHT;
  mixing_begin(&mixing, true);
  float *stereo = mixing_render(&mixing, 14400);
  for (int64_t i = 0; i < 14400; i++) {
    assert_true(stereo[2 * i] == stereo[2 * i + 1]);
  }
  assert_true(stereo[2 * 100] == stereo[2 * 9700]);
  free(stereo);
  mixing_finish(&mixing);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_blocks_give_the_same_samples),
      cmocka_unit_test(single_frames_give_the_same_samples),
      cmocka_unit_test(mono_is_the_same_on_both_sides),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
