/* The speed keys in a session that is really planned anew: the place is kept,
   timed spans stay exact, no sentence is lost or said twice. */

#include "unit.h"

#include "base/frames.h"
#include "listen/player_context.h"
#include "output/clock.h"
#include "session/session.h"
#include "support/sound_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SECOND ((int64_t)FRAME_RATE)
#define BLOCK 480
#define SESSIONS 16

static const char routine[] = "title Speed\n"
                              "step One\n"
                              "say Draw your left knee in.\n"
                              "say Take both hands around the shin.\n"
                              "hold 10 seconds without cues\n"
                              "say Let it go.\n"
                              "step Other\n"
                              "repeat 2 times\n"
                              "  say Breathe out slowly.\n"
                              "  hold 6 seconds without cues\n"
                              "end repeat\n"
                              "say Rest.\n";

struct hall {
  char *folder;
  char path[256];
  struct studio *studio;
  struct session *sessions[SESSIONS]; /* NULL once given back */
  size_t session_count;
  int given_back;
  struct mixer *mixer;
  struct output *output;
  struct player_context *player;
  struct loop_host host;
  char log[4096];
};

static struct session *make(struct hall *hall, int speed)
{
  struct session_options options;
  session_options_init(&options);
  options.plan.speed = speed;
  struct session *session = NULL;
  assert_int_equal(session_create(hall->studio, hall->path, &options, &session),
                   STATUS_OK);
  session_options_finish(&options);
  assert_true(hall->session_count < SESSIONS);
  hall->sessions[hall->session_count++] = session;
  return session;
}

static enum status plan_again(void *context, int speed,
                              const struct plan **plan,
                              const struct score **score)
{
  const struct session *session = make(context, speed);
  *plan = session->plan;
  *score = session->score;
  return STATUS_OK;
}

static void release(void *context, const struct score *score)
{
  struct hall *hall = context;
  for (size_t i = 0; i < hall->session_count; i++) {
    if (hall->sessions[i] && hall->sessions[i]->score != score) {
      session_destroy(hall->sessions[i]);
      hall->sessions[i] = NULL;
      hall->given_back++;
    }
  }
}

static void log_line(void *context, enum player_line kind, const char *text)
{
  struct hall *hall = context;
  const size_t length = strlen(hall->log);
  if (kind != PLAYER_LINE_STEP) {
    snprintf(hall->log + length, sizeof(hall->log) - length, "%s%s\n",
             kind == PLAYER_LINE_ANSWER ? "> " : "", text);
  }
}

static void render(void *context, float *stereo, uint32_t frames)
{
  mixer_render(context, stereo, frames);
}

static int set_up(void **state)
{
  struct hall *hall = calloc(1, sizeof(*hall));
  assert_non_null(hall);
  hall->folder = make_folder();
  snprintf(hall->path, sizeof(hall->path), "%s/speed.routine", hall->folder);
  FILE *file = fopen(hall->path, "w");
  assert_non_null(file);
  fputs(routine, file);
  fclose(file);
  assert_int_equal(studio_create(VOICE_ENGINE_ESPEAK, &hall->studio),
                   STATUS_OK);
  assert_int_equal(mixer_create(hall->studio->pool, &(struct mixer_options){0},
                                &hall->mixer),
                   STATUS_OK);
  const struct output_source source = {.render = render,
                                       .context = hall->mixer};
  assert_int_equal(clock_create(source, BLOCK, &hall->output), STATUS_OK);
  assert_int_equal(output_start(hall->output), STATUS_OK);
  const struct player_context_parts parts = {
      .services = {.mixer = hall->mixer,
                   .clips = hall->studio->clips,
                   .lines = {.context = hall, .line = log_line}},
      .planner = {.context = hall, .plan = plan_again, .release = release},
      .pitch = -1,
  };
  const struct player_options options = {
      .base_speed = 115, .volume = 1000, .has_input = true};
  const struct session *session = make(hall, 0);
  assert_int_equal(player_context_create(&parts, &options, session->plan,
                                         session->score, &hall->player),
                   STATUS_OK);
  hall->host = player_context_host(hall->player);
  hall->host.poll(hall->player);
  *state = hall;
  return 0;
}

static int tear_down(void **state)
{
  struct hall *hall = *state;
  player_context_destroy(hall->player);
  output_destroy(hall->output);
  mixer_destroy(hall->studio->pool, hall->mixer);
  for (size_t i = 0; i < hall->session_count; i++) {
    session_destroy(hall->sessions[i]);
  }
  studio_destroy(hall->studio);
  remove_folder(hall->folder);
  free(hall);
  return 0;
}

static struct player_view view_of(const struct hall *hall)
{
  struct player_view view;
  player_context_view(hall->player, &view);
  return view;
}

static void let_pass(struct hall *hall, int64_t frames)
{
  for (int64_t done = 0; done < frames; done += BLOCK) {
    clock_advance(hall->output, BLOCK);
    hall->host.poll(hall->player);
  }
}

static void ask(struct hall *hall, enum request_kind kind)
{
  const struct request request = {.kind = kind};
  const struct media_owner owner = player_context_media(hall->player);
  owner.ask(owner.context, &request);
}

/* The event of the plan that is played now which says `text`, or is the span
   that follows that sentence. */
static const struct event *find(const struct hall *hall, const char *text,
                                bool span)
{
  const struct plan *plan = view_of(hall).plan;
  for (size_t i = 0; i < plan->event_count; i++) {
    if (strcmp(plan->events[i].text, text) == 0) {
      size_t at = i;
      while (span && plan->events[at].kind != EVENT_HOLD) {
        assert_true(++at < plan->event_count);
      }
      return &plan->events[at];
    }
  }
  fail_msg("\"%s\" is not planned.", text);
  return NULL;
}

static void wait_for(struct hall *hall, int64_t frame)
{
  for (int64_t waited = 0; view_of(hall).frame < frame; waited += BLOCK) {
    assert_true(waited < 120 * SECOND);
    let_pass(hall, BLOCK);
  }
}

static void wait_for_answer(struct hall *hall)
{
  for (int64_t waited = 0; view_of(hall).speaking; waited += BLOCK) {
    assert_true(waited < 60 * SECOND);
    let_pass(hall, BLOCK);
  }
}

static void play_to_end(struct hall *hall)
{
  for (int64_t waited = 0; !view_of(hall).finished; waited += BLOCK) {
    assert_true(waited < 300 * SECOND);
    let_pass(hall, BLOCK);
  }
  /* The last line is the length, which the voice decides. */
  char *end = strstr(hall->log, "Session complete.\n");
  assert_non_null(end);
  assert_non_null(strstr(end, " seconds.\n"));
  end[strlen("Session complete.\n")] = '\0';
}

static void check_exact(const struct hall *hall)
{
  assert_int_equal(find(hall, "Take both hands around the shin.", true)->frames,
                   10 * SECOND);
  assert_int_equal(find(hall, "Breathe out slowly.", true)->frames, 6 * SECOND);
}

#define FIRST "Draw your left knee in.\n"
#define SECOND_SENTENCE "Take both hands around the shin.\n"

static void a_sentence_that_was_cut_is_said_again_at_the_new_speed(void **state)
{
  struct hall *hall = *state;
  const struct event *before =
      find(hall, "Take both hands around the shin.", false);
  const int64_t frames = before->frames;
  wait_for(hall, before->start_frame + frames / 2);
  hall->log[0] = '\0';
  ask(hall, REQUEST_FASTER);
  ask(hall, REQUEST_FASTER);
  ask(hall, REQUEST_FASTER);
  wait_for_answer(hall);
  const struct event *now =
      find(hall, "Take both hands around the shin.", false);
  assert_true(now->frames < frames * 9 / 10);
  assert_int_equal(view_of(hall).frame, now->start_frame);
  assert_int_equal(view_of(hall).speed, 115 + 3 * 12);
  check_exact(hall);
  play_to_end(hall);
  assert_string_equal(hall->log,
                      "> Faster, 110 per cent.\n"
                      "> Faster, 121 per cent.\n"
                      "> Faster, 131 per cent.\n" SECOND_SENTENCE
                      "Let it go.\nStep 2. Other.\n"
                      "Breathe out slowly.\nBreathe out slowly.\nRest.\n"
                      "Session complete.\n");
}

static void a_hold_goes_on_where_it_was(void **state)
{
  struct hall *hall = *state;
  const struct event *hold =
      find(hall, "Take both hands around the shin.", true);
  const int64_t into = 4 * SECOND;
  wait_for(hall, hold->start_frame + into);
  const int64_t exactly = view_of(hall).frame - hold->start_frame;
  hall->log[0] = '\0';
  for (int i = 0; i < 3; i++) {
    ask(hall, i == 1 ? REQUEST_SLOWER : REQUEST_FASTER);
    wait_for_answer(hall);
    hold = find(hall, "Take both hands around the shin.", true);
    assert_int_equal(hold->frames, 10 * SECOND);
    const int64_t moved = view_of(hall).frame - hold->start_frame - exactly;
    /* What the mixer had read ahead, and the blocks between the answer's end
       and here. */
    assert_true(moved >= 0 && moved <= (i + 1) * 4 * BLOCK);
  }
  play_to_end(hall);
  assert_null(strstr(hall->log, FIRST));
  assert_null(strstr(hall->log, SECOND_SENTENCE));
  assert_non_null(strstr(hall->log, "Let it go.\nStep 2. Other.\nBreathe"));
}

/* The second time round is not taken for the first. */
static void a_round_is_kept(void **state)
{
  struct hall *hall = *state;
  const struct plan *plan = view_of(hall).plan;
  size_t last = plan->event_count;
  while (plan->events[--last].kind != EVENT_HOLD) {
  }
  wait_for(hall, plan->events[last].start_frame + 2 * SECOND);
  hall->log[0] = '\0';
  ask(hall, REQUEST_SLOWER);
  play_to_end(hall);
  assert_string_equal(hall->log, "> Slower, 90 per cent.\nRest.\n"
                                 "Session complete.\n");
}

static void while_paused_the_next_sentence_is_at_the_new_speed(void **state)
{
  struct hall *hall = *state;
  const struct event *first = find(hall, "Draw your left knee in.", false);
  wait_for(hall, first->start_frame + first->frames / 2);
  ask(hall, REQUEST_PAUSE);
  wait_for_answer(hall);
  hall->log[0] = '\0';
  ask(hall, REQUEST_FASTER);
  wait_for_answer(hall);
  /* Planned in the pause, so that going on is not late. */
  assert_int_equal(hall->session_count, 2);
  ask(hall, REQUEST_PLAY);
  let_pass(hall, BLOCK);
  assert_int_equal(hall->session_count, 2);
  first = find(hall, "Draw your left knee in.", false);
  assert_true(view_of(hall).frame <= first->start_frame + 2 * BLOCK);
  play_to_end(hall);
  assert_string_equal(hall->log,
                      "> Faster, 110 per cent.\n" FIRST SECOND_SENTENCE
                      "Let it go.\nStep 2. Other.\n"
                      "Breathe out slowly.\nBreathe out slowly.\n"
                      "Rest.\nSession complete.\n");
}

static void plans_that_are_left_are_given_back(void **state)
{
  struct hall *hall = *state;
  wait_for(hall, 3 * SECOND);
  for (int i = 0; i < 6; i++) {
    ask(hall, i % 2 ? REQUEST_SLOWER : REQUEST_FASTER);
    wait_for_answer(hall);
    let_pass(hall, SECOND / 10);
  }
  assert_int_equal(hall->session_count, 7);
  assert_int_equal(hall->given_back, 6);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(a_sentence_that_was_cut_is_said_again_at_the_new_speed),
      TEST(a_hold_goes_on_where_it_was),
      TEST(a_round_is_kept),
      TEST(while_paused_the_next_sentence_is_at_the_new_speed),
      TEST(plans_that_are_left_are_given_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
