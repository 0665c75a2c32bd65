/* A player by itself. */

#include "support/solo.h"

#include "unit.h"

#include "base/frames.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A sentence and a hold; a sentence and a wait; a rest. */
static const struct clip clip = {.frames = 2 * SECOND, .channels = 1};
static const struct event events[] = {
    {.kind = EVENT_SAY,
     .frames = 2 * SECOND,
     .text = "Reach.",
     .clip = &clip,
     .gain = 1.0f,
     .spoken = true,
     .place = {.line = 1}},
    {.kind = EVENT_HOLD,
     .start_frame = 3 * SECOND,
     .frames = 30 * SECOND,
     .text = "",
     .place = {.line = 2}},
    {.kind = EVENT_SAY,
     .start_frame = 33 * SECOND,
     .frames = 2 * SECOND,
     .text = "Draw your knee in.",
     .clip = &clip,
     .gain = 1.0f,
     .spoken = true,
     .step = 1,
     .place = {.line = 3}},
    {.kind = EVENT_WAIT,
     .start_frame = 36 * SECOND,
     .frames = 10 * SECOND,
     .text = "",
     .step = 1,
     .place = {.line = 4}},
    {.kind = EVENT_REST,
     .start_frame = 46 * SECOND,
     .frames = 14 * SECOND,
     .text = "",
     .step = 2,
     .place = {.line = 5}},
};
static const struct step steps[] = {
    {.name = "Bird dog", .side = SIDE_LEFT, .frames = 33 * SECOND},
    {.name = "Knee to chest",
     .start_frame = 33 * SECOND,
     .frames = 13 * SECOND},
    {.name = "Rest", .start_frame = 46 * SECOND, .frames = 14 * SECOND},
};
static const char *const files[] = {"step.routine"};
const struct plan solo_plan = {
    .title = "Step",
    .author = "",
    .about = "",
    .language = "en",
    .frames = 60 * SECOND,
    .events = events,
    .event_count = sizeof(events) / sizeof(events[0]),
    .steps = steps,
    .step_count = sizeof(steps) / sizeof(steps[0]),
    .files = files,
    .file_count = 1,
};

/* Its name is all that is ever looked at. */
const struct score *const solo_score = (const struct score *)&solo_plan;

static double seconds(int64_t frames)
{
  return seconds_from_frames(frames);
}

static int print_message_effect(const struct mix_message *message, char *out,
                                size_t size)
{
  switch (message->kind) {
  case MIX_SCORE:
    return snprintf(out, size, "score %.0f\n", seconds(message->frame));
  case MIX_RUN:
    return snprintf(out, size, "run\n");
  case MIX_STAND:
    return snprintf(out, size, "stand\n");
  case MIX_PAUSE:
    return snprintf(out, size, "pause\n");
  case MIX_SEEK:
    return snprintf(out, size, "seek %.0f\n", seconds(message->frame));
  case MIX_INSERT:
    return snprintf(out, size, "insert %.0f\n", seconds(message->frames));
  case MIX_ARM_WAITS:
    return snprintf(out, size, "waits %s\n", message->flag ? "hold" : "pass");
  case MIX_GUIDANCE_GAIN:
    return snprintf(out, size, "guidance %.2f\n", (double)message->gain);
  case MIX_BACKGROUND_GAIN:
    return snprintf(out, size, "background %.2f\n", (double)message->gain);
  case MIX_FADE:
    return snprintf(out, size, "fade %.0f\n", (double)message->gain);
  case MIX_ANSWER:
  case MIX_CANCEL:
    break;
  }
  fail_msg("The announcer's message %d came from the player.",
           (int)message->kind);
  return 0;
}

static int print_announcement(const struct announcement *announcement,
                              char *out, size_t size)
{
  static const char *const ranks[] = {
      [RANK_SOFT] = "softly", [RANK_KEY] = "say", [RANK_TROUBLE] = "trouble"};
  int length = snprintf(out, size, "%s", ranks[announcement->rank]);
  for (size_t i = 0; i < announcement->count; i++) {
    const struct announcement_part *part = &announcement->parts[i];
    length += snprintf(out + length, size - (size_t)length, " %s",
                       part->text ? part->text : "(tick)");
  }
  return length + snprintf(out + length, size - (size_t)length, "\n");
}

static int print_effect(const struct effect *effect, char *out, size_t size)
{
  switch (effect->kind) {
  case EFFECT_MIX:
    return print_message_effect(&effect->message, out, size);
  case EFFECT_ANNOUNCE:
    return print_announcement(&effect->announcement, out, size);
  case EFFECT_CANCEL:
    return snprintf(out, size, "cancel\n");
  case EFFECT_DROP:
    return snprintf(out, size, "drop\n");
  case EFFECT_PRINT:
    return snprintf(out, size, "print %s\n", effect->text);
  case EFFECT_PLAN:
    return snprintf(out, size, "plan %d\n", effect->speed);
  case EFFECT_LEAVE:
    return snprintf(out, size, effect->menu ? "leave for menu\n" : "leave\n");
  }
  fail_msg("Effect %d is unknown.", (int)effect->kind);
  return 0;
}

/* The session is at once where it is sent. */
static void carry_out(struct solo *solo)
{
  solo->list[0] = '\0';
  size_t length = 0;
  for (size_t i = 0; i < solo->effects.count; i++) {
    const struct effect *effect = &solo->effects.list[i];
    length += (size_t)print_effect(effect, solo->list + length,
                                   sizeof(solo->list) - length);
    if (effect->kind == EFFECT_MIX && (effect->message.kind == MIX_SEEK ||
                                       effect->message.kind == MIX_SCORE)) {
      solo->mixer.session_frame = effect->message.frame;
      solo->mixer.inserted_frames = 0;
    } else if (effect->kind == EFFECT_MIX &&
               effect->message.kind == MIX_INSERT) {
      solo->mixer.inserted_frames += effect->message.frames;
    }
  }
}

const char *solo_happen(struct solo *solo, struct happening happening)
{
  happening.mixer = solo->mixer;
  player_step(solo->player, &happening, &solo->effects);
  carry_out(solo);
  return solo->list;
}

const char *solo_tell(struct solo *solo, enum happening_kind kind)
{
  return solo_happen(solo, (struct happening){.kind = kind});
}

const char *solo_ask_value(struct solo *solo, enum request_kind kind,
                           int64_t value)
{
  return solo_happen(solo, (struct happening){.kind = HAPPENED_REQUEST,
                                              .request = {kind, value}});
}

const char *solo_ask(struct solo *solo, enum request_kind kind)
{
  return solo_ask_value(solo, kind, 0);
}

const char *solo_let_pass(struct solo *solo, int64_t frames)
{
  solo->mixer.rendered_frames += frames;
  if (solo->effects.clock == CLOCK_RUNNING) {
    solo->mixer.session_frame += frames;
  }
  return solo_tell(solo, HAPPENED_TIME);
}

struct player_view solo_view(const struct solo *solo)
{
  struct player_view view;
  player_view(solo->player, &view);
  return view;
}

struct solo *solo_create(void)
{
  const struct player_options options = {
      .base_speed = 130, .volume = 900, .has_input = true};
  struct solo *solo = calloc(1, sizeof(*solo));
  assert_non_null(solo);
  solo->mixer = (struct mixer_view){.clock = MIX_CLOCK_RUNNING,
                                    .rendered_frames = 1000 * SECOND,
                                    .settled = true};
  assert_int_equal(player_create(&options, &solo_plan, &solo->player),
                   STATUS_OK);
  solo_happen(
      solo, (struct happening){.kind = HAPPENED_OPENING, .score = solo_score});
  return solo;
}

void solo_destroy(struct solo *solo)
{
  player_destroy(solo->player);
  free(solo);
}

void solo_play_at(struct solo *solo, int64_t second)
{
  solo_tell(solo, HAPPENED_TIME);
  solo->mixer.session_frame = second * SECOND;
  solo_tell(solo, HAPPENED_TIME);
}
