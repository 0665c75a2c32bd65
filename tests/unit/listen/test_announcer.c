/* What the announcer says when, on a virtual device: sentence by sentence, by
   rank, with its gaps, and what it does without a voice. */

#include "unit.h"

#include "base/frames.h"
#include "listen/announcer.h"
#include "output/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SECOND ((int64_t)FRAME_RATE)
#define MILLISECONDS(n) ((n)*SECOND / 1000)
#define BLOCK 480
#define RELEASE MILLISECONDS(300)

struct hall {
  struct pool *pool;
  struct mixer *mixer;
  struct output *output;
  struct announcer *announcer;
  struct clip sentence; /* a second */
  struct clip tick;     /* a tenth of one */
  float samples[FRAME_RATE];
  bool voice_fails;
  bool has_tick;
  int64_t now;
  char made[256]; /* what was spoken into clips, with a bar after each */
  char log[512];
};

static enum status speak(void *context, const struct utterance *utterance,
                         const struct clip **clip)
{
  struct hall *hall = context;
  const size_t length = strlen(hall->made);
  assert_string_equal(utterance->language, "en");
  assert_string_equal(utterance->voice, "whisper");
  assert_int_equal(utterance->speed, 150);
  if (hall->voice_fails) {
    return STATUS_VOICE_GONE;
  }
  snprintf(hall->made + length, sizeof(hall->made) - length, "%s|",
           utterance->text);
  *clip = &hall->sentence;
  return STATUS_OK;
}

static enum status find_sound(void *context, const char *name,
                              const char *beside, const struct clip **clip)
{
  struct hall *hall = context;
  assert_string_equal(name, "tick");
  assert_null(beside);
  if (!hall->has_tick) {
    return STATUS_NOT_FOUND;
  }
  *clip = &hall->tick;
  return STATUS_OK;
}

static void log_line(void *context, enum player_line kind, const char *text)
{
  struct hall *hall = context;
  const size_t length = strlen(hall->log);
  snprintf(hall->log + length, sizeof(hall->log) - length, "%s%s\n",
           kind == PLAYER_LINE_TROUBLE ? "! " : "", text);
}

static void render(void *context, float *stereo, uint32_t frames)
{
  mixer_render(context, stereo, frames);
}

static struct hall *open_hall(bool has_tick)
{
  struct hall *hall = calloc(1, sizeof(*hall));
  assert_non_null(hall);
  hall->has_tick = has_tick;
  hall->sentence =
      (struct clip){.frames = SECOND, .channels = 1, .samples = hall->samples};
  hall->tick = (struct clip){
      .frames = SECOND / 10, .channels = 1, .samples = hall->samples};
  assert_int_equal(pool_create(&hall->pool), STATUS_OK);
  assert_int_equal(
      mixer_create(hall->pool, &(struct mixer_options){0}, &hall->mixer),
      STATUS_OK);
  const struct output_source source = {.render = render,
                                       .context = hall->mixer};
  assert_int_equal(clock_create(source, BLOCK, &hall->output), STATUS_OK);
  assert_int_equal(output_start(hall->output), STATUS_OK);
  const struct announcer_services services = {
      .mixer = hall->mixer,
      .clips = {.context = hall, .speak = speak, .sound = find_sound},
      .lines = {.context = hall, .line = log_line},
  };
  const struct announcer_options options = {
      .voice = "whisper", .pitch = -1, .release_frames = RELEASE};
  assert_int_equal(announcer_create(&services, &options, &hall->announcer),
                   STATUS_OK);
  return hall;
}

static int set_up(void **state)
{
  *state = open_hall(true);
  return 0;
}

static int tear_down(void **state)
{
  struct hall *hall = *state;
  announcer_destroy(hall->announcer);
  output_destroy(hall->output);
  mixer_destroy(hall->pool, hall->mixer);
  pool_destroy(hall->pool);
  free(hall);
  return 0;
}

static void say_parts(struct hall *hall, enum announcement_rank rank,
                      const struct announcement_part *parts, size_t count)
{
  announcer_say(hall->announcer, &(struct announcement){.rank = rank,
                                                        .language = "en",
                                                        .speed = 150,
                                                        .parts = parts,
                                                        .count = count});
}

static void say(struct hall *hall, enum announcement_rank rank,
                const char *text)
{
  say_parts(hall, rank, &(struct announcement_part){.text = text, .gain = 1.0f},
            1);
}

/* One block, and what is new after it. */
static enum announcer_news look(struct hall *hall)
{
  struct mix_status status;
  clock_advance(hall->output, BLOCK);
  hall->now += BLOCK;
  mixer_read_status(hall->mixer, &status);
  return announcer_poll(hall->announcer, &status);
}

/* Without news. */
static void let_pass(struct hall *hall, int64_t frames)
{
  for (int64_t done = 0; done < frames; done += BLOCK) {
    assert_int_equal(look(hall), ANNOUNCER_NO_NEWS);
  }
}

/* The frames until there is news, which must be this. */
static int64_t wait_for(struct hall *hall, enum announcer_news news)
{
  const int64_t since = hall->now;
  while (hall->now - since < 60 * SECOND) {
    const enum announcer_news now = look(hall);
    if (now != ANNOUNCER_NO_NEWS) {
      assert_int_equal(now, news);
      return hall->now - since;
    }
  }
  fail_msg("There was no news for a minute.");
  return 0;
}

/* As long as that, but for what a fade and a few blocks take. */
static void assert_takes(int64_t took, int64_t frames)
{
  assert_in_range(took, frames, frames + MILLISECONDS(60));
}

static void a_text_is_made_sentence_by_sentence(void **state)
{
  struct hall *hall = *state;
  say(hall, RANK_KEY, "One. Two. Three.");
  assert_string_equal(hall->made, "One. |");
  assert_string_equal(hall->log, "One. Two. Three.\n");
  let_pass(hall, SECOND - BLOCK);
  assert_string_equal(hall->made, "One. |");
  let_pass(hall, MILLISECONDS(50));
  assert_string_equal(hall->made, "One. |Two. |");
  assert_takes(wait_for(hall, ANNOUNCER_SAID),
               3 * SECOND + 2 * MILLISECONDS(400) - SECOND - MILLISECONDS(50));
  assert_string_equal(hall->made, "One. |Two. |Three.|");
  assert_true(announcer_is_busy(hall->announcer));
  assert_takes(wait_for(hall, ANNOUNCER_DONE), RELEASE);
  assert_false(announcer_is_busy(hall->announcer));
}

static void sentences_of_a_routine_are_parted_as_there(void **state)
{
  struct hall *hall = *state;
  const struct announcement_part parts[] = {
      {.clip = &hall->sentence, .text = "Reach.", .gain = 1.0f, .whole = true},
      {.text = "Level. All of it.", .gain = 1.0f, .whole = true},
  };
  say_parts(hall, RANK_KEY, parts, 2);
  assert_string_equal(hall->log, "Reach.\nLevel. All of it.\n");
  assert_string_equal(hall->made, "Level. All of it.|");
  assert_takes(wait_for(hall, ANNOUNCER_SAID), 3 * SECOND);
}

static void the_newest_answer_wins(void **state)
{
  struct hall *hall = *state;
  say(hall, RANK_KEY, "One. Two.");
  let_pass(hall, SECOND / 2);
  say(hall, RANK_KEY, "Three.");
  assert_takes(wait_for(hall, ANNOUNCER_SAID), SECOND);
  assert_string_equal(hall->made, "One. |Three.|");
}

static void what_is_soft_interrupts_nothing(void **state)
{
  struct hall *hall = *state;
  say(hall, RANK_KEY, "One.");
  let_pass(hall, SECOND / 2);
  say(hall, RANK_SOFT, "Two.");
  assert_takes(wait_for(hall, ANNOUNCER_SAID), SECOND / 2);
  wait_for(hall, ANNOUNCER_DONE);
}

static void trouble_is_heard_out_and_the_rest_waits(void **state)
{
  struct hall *hall = *state;
  say(hall, RANK_TROUBLE, "It broke.");
  let_pass(hall, SECOND / 2);
  announcer_cancel(hall->announcer);
  say(hall, RANK_KEY, "One.");
  say(hall, RANK_KEY, "Two.");
  assert_string_equal(hall->log, "! It broke.\nOne.\nTwo.\n");
  assert_takes(wait_for(hall, ANNOUNCER_SAID), SECOND / 2);
  /* The newest of what waited. */
  assert_takes(wait_for(hall, ANNOUNCER_SAID), RELEASE + SECOND);
  assert_takes(wait_for(hall, ANNOUNCER_DONE), RELEASE);
}

static void an_answer_does_not_take_the_place_of_trouble(void **state)
{
  struct hall *hall = *state;
  say(hall, RANK_TROUBLE, "It broke.");
  say(hall, RANK_TROUBLE, "So did that. And this.");
  say(hall, RANK_KEY, "One.");
  wait_for(hall, ANNOUNCER_SAID);
  assert_takes(wait_for(hall, ANNOUNCER_SAID),
               RELEASE + 2 * SECOND + MILLISECONDS(400));
}

static void cancelled_it_fades_and_is_done(void **state)
{
  struct hall *hall = *state;
  say(hall, RANK_KEY, "One. Two.");
  let_pass(hall, SECOND / 2);
  announcer_cancel(hall->announcer);
  assert_true(announcer_is_busy(hall->announcer));
  assert_takes(wait_for(hall, ANNOUNCER_DONE), 0);
  assert_string_equal(hall->made, "One. |");
}

static void dropped_it_is_idle_at_once(void **state)
{
  struct hall *hall = *state;
  say(hall, RANK_TROUBLE, "It broke.");
  say(hall, RANK_KEY, "One.");
  announcer_drop(hall->announcer);
  assert_false(announcer_is_busy(hall->announcer));
  let_pass(hall, 3 * SECOND);
}

#define VOICELESS "! The voice does not answer. A tick stands for it.\n"

static void a_tick_stands_for_a_voice_that_fails(void **state)
{
  struct hall *hall = *state;
  hall->voice_fails = true;
  for (int i = 0; i < 2; i++) {
    say(hall, RANK_KEY, "One.");
    assert_takes(wait_for(hall, ANNOUNCER_SAID), SECOND / 10);
    wait_for(hall, ANNOUNCER_DONE);
  }
  assert_string_equal(hall->log, "One.\n" VOICELESS "One.\n");
  /* Told again once it has worked in between. */
  hall->voice_fails = false;
  say(hall, RANK_KEY, "Two.");
  hall->voice_fails = true;
  hall->log[0] = '\0';
  say(hall, RANK_KEY, "Three.");
  assert_string_equal(hall->log, "Three.\n" VOICELESS);
}

static void without_a_tick_it_stays_idle(void **state)
{
  struct hall *hall = open_hall(false);
  *state = hall;
  hall->voice_fails = true;
  say(hall, RANK_KEY, "One. Two.");
  assert_false(announcer_is_busy(hall->announcer));
  assert_string_equal(hall->log, "One. Two.\n" VOICELESS);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(a_text_is_made_sentence_by_sentence),
      TEST(sentences_of_a_routine_are_parted_as_there),
      TEST(the_newest_answer_wins),
      TEST(what_is_soft_interrupts_nothing),
      TEST(trouble_is_heard_out_and_the_rest_waits),
      TEST(an_answer_does_not_take_the_place_of_trouble),
      TEST(cancelled_it_fades_and_is_done),
      TEST(dropped_it_is_idle_at_once),
      TEST(a_tick_stands_for_a_voice_that_fails),
      cmocka_unit_test_teardown(without_a_tick_it_stays_idle, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
