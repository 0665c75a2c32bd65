/* A player on a virtual device. */

#include "support/rehearsal.h"

#include "unit.h"

#include "base/frames.h"
#include "output/clock.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The device's block, and how often the player looks: 10 ms. */
#define BLOCK 480

static const struct clip *make_clip(struct rehearsal *rehearsal, int64_t frames,
                                    bool in_both)
{
  struct clip *clip = pool_take(rehearsal->pool, sizeof(*clip));
  float *samples =
      pool_take(rehearsal->pool, 2 * (size_t)frames * sizeof(*samples));
  assert_non_null(clip);
  assert_non_null(samples);
  for (int64_t i = 0; i < frames; i++) {
    samples[2 * i] = 0.25f;
    samples[2 * i + 1] = in_both ? 0.25f : 0.0f;
  }
  *clip = (struct clip){.frames = frames, .channels = 2, .samples = samples};
  return clip;
}

static enum status speak(void *context, const struct utterance *utterance,
                         const struct clip **clip)
{
  struct rehearsal *rehearsal = context;
  assert_true(strlen(utterance->text) > 0);
  assert_string_equal(utterance->language, "en-gb");
  if (rehearsal->voice_fails) {
    return STATUS_VOICE_GONE;
  }
  const size_t length = strlen(rehearsal->made);
  snprintf(rehearsal->made + length, sizeof(rehearsal->made) - length, "%s",
           utterance->text);
  if (!rehearsal->answer_clip) {
    rehearsal->answer_clip =
        make_clip(rehearsal, rehearsal->answer_frames, true);
  }
  *clip = rehearsal->answer_clip;
  return STATUS_OK;
}

static enum status find_sound(void *context, const char *name,
                              const char *beside, const struct clip **clip)
{
  (void)name;
  (void)beside;
  const struct rehearsal *rehearsal = context;
  if (rehearsal->voice_fails) {
    return STATUS_NO_MEMORY;
  }
  *clip = make_clip(context, 960, true);
  return STATUS_OK;
}

static enum status plan_again(void *context, int speed,
                              const struct plan **plan,
                              const struct score **score)
{
  struct rehearsal *rehearsal = context;
  struct score *made = NULL;
  const enum status status =
      score_create(rehearsal->pool, &rehearsal->plan, &made);
  rehearsal->speed_asked = speed;
  *plan = &rehearsal->plan;
  *score = made;
  return status;
}

static void release(void *context, const struct score *score)
{
  (void)context;
  assert_non_null(score);
}

static void log_line(void *context, enum player_line kind, const char *text)
{
  static const char *marks[] = {
      [PLAYER_LINE_STEP] = "# ",
      [PLAYER_LINE_SPOKEN] = "",
      [PLAYER_LINE_ANSWER] = "> ",
      [PLAYER_LINE_TROUBLE] = "! ",
  };
  struct rehearsal *rehearsal = context;
  const size_t length = strlen(rehearsal->log);
  snprintf(rehearsal->log + length, sizeof(rehearsal->log) - length, "%s%s\n",
           marks[kind], text);
}

static const char *const files[] = {"rehearsal.routine"};

void rehearsal_init(struct rehearsal *rehearsal)
{
  *rehearsal = (struct rehearsal){
      .answer_frames = FRAME_RATE,
      .gap_frames = FRAME_RATE,
      .options = {.volume = 1000, .base_speed = 130, .has_input = true},
  };
  assert_int_equal(pool_create(&rehearsal->pool), STATUS_OK);
  rehearsal->plan = (struct plan){
      .title = "Rehearsal",
      .author = "",
      .about = "",
      .language = "en-gb",
      .events = rehearsal->events,
      .steps = rehearsal->steps,
      .explanations = rehearsal->explanations,
      .descriptions = &rehearsal->description,
      .files = files,
      .file_count = 1,
  };
}

void rehearsal_step(struct rehearsal *rehearsal, const char *name,
                    enum side side, int round)
{
  struct plan *plan = &rehearsal->plan;
  assert_true(plan->step_count < REHEARSAL_STEPS);
  rehearsal->steps[plan->step_count++] = (struct step){
      .name = name,
      .side = side,
      .round = round,
      .start_frame = plan->frames,
      .place = {.line = (uint32_t)plan->event_count + 1},
  };
}

static struct event *add_event(struct rehearsal *rehearsal,
                               enum event_kind kind, int64_t start,
                               int64_t frames)
{
  struct plan *plan = &rehearsal->plan;
  assert_true(plan->event_count < REHEARSAL_EVENTS);
  struct event *event = &rehearsal->events[plan->event_count++];
  *event = (struct event){
      .kind = kind,
      .start_frame = start,
      .frames = frames,
      .text = "",
      .gain = 1.0f,
      .step = (uint32_t)plan->step_count - 1,
      .place = {.line = (uint32_t)plan->event_count},
  };
  return event;
}

static void extend_to(struct rehearsal *rehearsal, int64_t frame)
{
  struct plan *plan = &rehearsal->plan;
  plan->frames = frame;
  struct step *step = &rehearsal->steps[plan->step_count - 1];
  step->frames = frame - step->start_frame;
}

void rehearsal_say(struct rehearsal *rehearsal, enum event_kind kind,
                   const char *text, int64_t frames)
{
  struct event *event =
      add_event(rehearsal, kind, rehearsal->plan.frames, frames);
  event->text = text;
  event->spoken = true;
  event->clip = make_clip(rehearsal, frames, false);
  extend_to(rehearsal, event->start_frame + frames + rehearsal->gap_frames);
}

void rehearsal_span(struct rehearsal *rehearsal, enum event_kind kind,
                    int64_t frames, bool has_limit)
{
  struct event *event =
      add_event(rehearsal, kind, rehearsal->plan.frames, frames);
  event->has_limit = has_limit;
  rehearsal->plan.waits += kind == EVENT_WAIT;
  extend_to(rehearsal, event->start_frame + frames);
}

void rehearsal_cue(struct rehearsal *rehearsal, const char *text, int64_t frame,
                   int64_t frames)
{
  size_t span = rehearsal->plan.event_count - 1;
  while (rehearsal->events[span].kind == EVENT_CUE) {
    span--;
  }
  struct event *event =
      add_event(rehearsal, EVENT_CUE,
                rehearsal->events[span].start_frame + frame, frames);
  event->text = text;
  event->spoken = true;
  event->clip = make_clip(rehearsal, frames, false);
}

void rehearsal_explained(struct rehearsal *rehearsal, const char *text)
{
  struct plan *plan = &rehearsal->plan;
  rehearsal->explanations[plan->explanation_count++] = (struct explanation){
      .step = (uint32_t)plan->step_count - 1,
      .frame = plan->frames,
      .text = text,
  };
}

void rehearsal_described(struct rehearsal *rehearsal, const char *text,
                         int64_t frames)
{
  struct plan *plan = &rehearsal->plan;
  struct description *description = &rehearsal->description;
  if (plan->description_count == 0) {
    plan->description_count = 1;
    *description = (struct description){.step = (uint32_t)plan->step_count - 1,
                                        .frame = plan->frames,
                                        .text = "",
                                        .sentences = rehearsal->sentences};
  }
  rehearsal->sentences[description->count++] = (struct description_sentence){
      .text = text, .clip = make_clip(rehearsal, frames, true)};
}

static void render(void *context, float *stereo, uint32_t frames)
{
  mixer_render(context, stereo, frames);
}

void rehearsal_begin(struct rehearsal *rehearsal)
{
  const struct mixer_options mixer_options = {0};
  assert_int_equal(
      mixer_create(rehearsal->pool, &mixer_options, &rehearsal->mixer),
      STATUS_OK);
  const struct output_source source = {.render = render,
                                       .context = rehearsal->mixer};
  assert_int_equal(clock_create(source, BLOCK, &rehearsal->output), STATUS_OK);
  assert_int_equal(output_start(rehearsal->output), STATUS_OK);
  assert_int_equal(
      score_create(rehearsal->pool, &rehearsal->plan, &rehearsal->score),
      STATUS_OK);
  const struct player_context_parts parts = {
      .services = {.mixer = rehearsal->mixer,
                   .clips = {.context = rehearsal,
                             .speak = speak,
                             .sound = find_sound},
                   .lines = {.context = rehearsal, .line = log_line}},
      .planner = {.context = rehearsal, .plan = plan_again, .release = release},
      .pitch = -1,
      .album = "",
      .artist = "",
  };
  assert_int_equal(player_context_create(&parts, &rehearsal->options,
                                         &rehearsal->plan, rehearsal->score,
                                         &rehearsal->player),
                   STATUS_OK);
  rehearsal->host = player_context_host(rehearsal->player);
  rehearsal->host.poll(rehearsal->player);
}

void rehearsal_finish(struct rehearsal *rehearsal)
{
  player_context_destroy(rehearsal->player);
  output_destroy(rehearsal->output);
  mixer_destroy(rehearsal->pool, rehearsal->mixer);
  pool_destroy(rehearsal->pool);
}

int64_t rehearsal_now(const struct rehearsal *rehearsal)
{
  struct output_status status;
  output_read_status(rehearsal->output, &status);
  return status.delivered_frames;
}

static void listen(struct rehearsal *rehearsal, int64_t start)
{
  int64_t frames;
  const float *samples = clock_samples(rehearsal->output, &frames);
  for (int64_t i = 0; i < frames; i++) {
    const float right = fabsf(samples[2 * i + 1]);
    const float left = fabsf(samples[2 * i] - samples[2 * i + 1]);
    if (left > AUDIBLE) {
      rehearsal->left_frame = start + i;
    }
    if (right > AUDIBLE) {
      rehearsal->right_frame = start + i;
      if (rehearsal->first_right_frame < 0) {
        rehearsal->first_right_frame = start + i;
      }
    }
    rehearsal->both_frames =
        left > AUDIBLE && right > AUDIBLE ? rehearsal->both_frames + 1 : 0;
    rehearsal->both_voices =
        rehearsal->both_voices || rehearsal->both_frames > FRAME_RATE / 1000;
  }
}

void rehearsal_wait(struct rehearsal *rehearsal, int64_t frames)
{
  for (int64_t done = 0; done < frames; done += BLOCK) {
    const int64_t start = rehearsal_now(rehearsal);
    clock_advance(rehearsal->output, BLOCK);
    listen(rehearsal, start);
    rehearsal->host.poll(rehearsal->player);
  }
}

void rehearsal_wait_for(struct rehearsal *rehearsal, int64_t frame)
{
  for (int64_t waited = 0; waited < 600 * (int64_t)FRAME_RATE;
       waited += BLOCK) {
    struct mix_status status;
    mixer_read_status(rehearsal->mixer, &status);
    if (status.session_frame >= frame) {
      return;
    }
    rehearsal_wait(rehearsal, BLOCK);
  }
  fail_msg("The session never came to frame %lld.", (long long)frame);
}

void rehearsal_wait_for_silence(struct rehearsal *rehearsal)
{
  for (int64_t waited = 0; waited < 600 * (int64_t)FRAME_RATE;
       waited += BLOCK) {
    if (!rehearsal_view(rehearsal).speaking) {
      return;
    }
    rehearsal_wait(rehearsal, BLOCK);
  }
  fail_msg("The player never stopped speaking.");
}

void rehearsal_ask_value(struct rehearsal *rehearsal, enum request_kind kind,
                         int64_t value)
{
  const struct request request = {.kind = kind, .value = value};
  rehearsal->first_right_frame = -1;
  const struct media_owner owner = player_context_media(rehearsal->player);
  owner.ask(owner.context, &request);
}

void rehearsal_ask(struct rehearsal *rehearsal, enum request_kind kind)
{
  rehearsal_ask_value(rehearsal, kind, 0);
}

void rehearsal_lose_device(struct rehearsal *rehearsal)
{
  rehearsal->host.device_lost(rehearsal->player);
}

void rehearsal_bring_device_back(struct rehearsal *rehearsal)
{
  rehearsal->host.device_back(rehearsal->player);
}

void rehearsal_suspend(struct rehearsal *rehearsal)
{
  rehearsal->host.suspend(rehearsal->player);
}

void rehearsal_wake(struct rehearsal *rehearsal)
{
  rehearsal->host.wake(rehearsal->player);
}

void rehearsal_say_trouble(struct rehearsal *rehearsal, const char *text)
{
  player_context_say_trouble(rehearsal->player, text);
}

struct player_view rehearsal_view(const struct rehearsal *rehearsal)
{
  struct player_view view;
  player_context_view(rehearsal->player, &view);
  return view;
}

const char *rehearsal_take_log(struct rehearsal *rehearsal)
{
  memcpy(rehearsal->taken, rehearsal->log, sizeof(rehearsal->taken));
  rehearsal->log[0] = '\0';
  return rehearsal->taken;
}

struct rehearsal *rehearse_session(void)
{
  struct rehearsal *r = calloc(1, sizeof(*r));
  assert_non_null(r);
  rehearsal_init(r);
  rehearsal_step(r, "Bird dog", SIDE_LEFT, 0);
  rehearsal_say(r, EVENT_ANNOUNCE, "Step 1. Bird dog, left side.",
                2 * FRAME_RATE);
  rehearsal_say(r, EVENT_SAY, "Reach forward.", 3 * FRAME_RATE);
  rehearsal_explained(r, "Keep your back level.");
  rehearsal_described(r, "Your hips stay level.", 2 * FRAME_RATE);
  rehearsal_described(r, "A hand on the floor is easier.", 3 * FRAME_RATE);
  rehearsal_say(r, EVENT_SAY, "And keep reaching.", 2 * FRAME_RATE);
  rehearsal_span(r, EVENT_HOLD, 40 * FRAME_RATE, false);
  rehearsal_cue(r, "Halfway.", 20 * FRAME_RATE, FRAME_RATE);
  rehearsal_step(r, "Knee to chest", SIDE_RIGHT, 2);
  rehearsal_say(r, EVENT_ANNOUNCE, "Step 2. Knee to chest, right side.",
                2 * FRAME_RATE);
  rehearsal_say(r, EVENT_SAY, "Draw your knee in.", 2 * FRAME_RATE);
  rehearsal_span(r, EVENT_WAIT, 10 * FRAME_RATE, false);
  rehearsal_say(r, EVENT_SAY, "Let it go.", 2 * FRAME_RATE);
  rehearsal_step(r, "Rest", SIDE_NONE, 0);
  rehearsal_say(r, EVENT_ANNOUNCE, "Step 3. Rest.", 2 * FRAME_RATE);
  rehearsal_span(r, EVENT_WAIT, 20 * FRAME_RATE, true);
  rehearsal_say(r, EVENT_SAY, "Well done.", 2 * FRAME_RATE);
  rehearsal_begin(r);
  return r;
}

int rehearsal_set_up(void **state)
{
  *state = rehearse_session();
  return 0;
}

int rehearsal_tear_down(void **state)
{
  struct rehearsal *r = *state;
  assert_false(r->both_voices);
  rehearsal_finish(r);
  free(r);
  return 0;
}

int64_t rehearsal_start_of(const struct rehearsal *r, const char *text)
{
  for (size_t i = 0; i < r->plan.event_count; i++) {
    if (strcmp(r->events[i].text, text) == 0) {
      return r->events[i].start_frame;
    }
  }
  fail_msg("The plan says \"%s\" nowhere.", text);
  return 0;
}

int64_t rehearsal_hold_frame(const struct rehearsal *r)
{
  for (size_t i = 0; i < r->plan.event_count; i++) {
    if (r->events[i].kind == EVENT_HOLD) {
      return r->events[i].start_frame;
    }
  }
  return -1;
}

void rehearsal_assert_state(const struct rehearsal *r, enum player_state state)
{
  assert_int_equal(rehearsal_view(r).state, state);
}
