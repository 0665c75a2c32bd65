/* The last instruction again, in full: its sentences as they were spoken, and
   the explanation that was left out because it had been given before. */

#include "player/inside.h"

static bool is_instruction(const struct event *event)
{
  return event->clip &&
         (event->kind == EVENT_SAY || event->kind == EVENT_EXPLAIN);
}

/* Spans that end an instruction: what was said before them is done. */
static bool ends_instruction(const struct event *event)
{
  switch (event->kind) {
  case EVENT_HOLD:
  case EVENT_REST:
  case EVENT_WAIT:
  case EVENT_MOVE:
    return true;
  default:
    return false;
  }
}

/* The events of the last instruction that began before `position`, as a
   half-open range; empty when the step has said nothing yet. */
static size_t find_last(const struct plan *plan, int64_t position, size_t step,
                        size_t *end)
{
  size_t i = where_first_event(plan, position + 1);
  size_t first = i;
  *end = i;
  bool found = false;
  while (i-- > 0 && plan->events[i].step == step) {
    const struct event *event = &plan->events[i];
    if (is_instruction(event)) {
      found = true;
      first = i;
    } else if (found && ends_instruction(event)) {
      break;
    }
  }
  return first;
}

struct instruction {
  struct announcement_part parts[ANNOUNCEMENT_PARTS];
  size_t count;
};

static void add(struct instruction *instruction, const struct clip *clip,
                const char *text, float gain)
{
  if (instruction->count < ANNOUNCEMENT_PARTS) {
    instruction->parts[instruction->count++] = (struct announcement_part){
        .clip = clip, .text = text, .gain = gain, .whole = true};
  }
}

/* Explanations of the step from `*next` on that belong before `frame`. */
static void add_explanations(struct instruction *instruction,
                             const struct plan *plan, size_t step,
                             int64_t frame, size_t *next)
{
  for (; *next < plan->explanation_count &&
         plan->explanations[*next].frame <= frame;
       (*next)++) {
    const struct explanation *explanation = &plan->explanations[*next];
    if (explanation->step == step) {
      add(instruction, NULL, explanation->text, 1.0f);
    }
  }
}

/* Explanations given since the last span belong to this instruction. */
static size_t first_explanation(const struct plan *plan, size_t first_event)
{
  int64_t after = 0;
  for (size_t i = first_event; i-- > 0;) {
    if (ends_instruction(&plan->events[i])) {
      after = plan->events[i].start_frame;
      break;
    }
  }
  size_t i = 0;
  while (i < plan->explanation_count && plan->explanations[i].frame < after) {
    i++;
  }
  return i;
}

/* A sentence that is cut now is left to the session, which says it again, but
   for a pause. */
static void gather(const struct player *player, struct instruction *instruction)
{
  const struct plan *plan = player->plan;
  const int64_t position = player->frame;
  const size_t step = where_step(player);
  size_t end;
  const size_t first = find_last(plan, position, step, &end);
  size_t explanation = first_explanation(plan, first);
  for (size_t i = first; i < end; i++) {
    const struct event *event = &plan->events[i];
    const bool cut = position < event->start_frame + event->frames;
    if (is_instruction(event) && (!cut || player->state == PLAYER_PAUSED)) {
      add_explanations(instruction, plan, step, event->start_frame,
                       &explanation);
      add(instruction, event->clip, event->text, event->gain);
    }
  }
  add_explanations(instruction, plan, step, position, &explanation);
}

void repeat_say(struct player *player, struct effects *effects)
{
  struct instruction instruction = {.count = 0};
  gather(player, &instruction);
  if (instruction.count > 0) {
    say_parts(player, effects, instruction.parts, instruction.count);
  } else {
    say_where(player, effects);
  }
}
