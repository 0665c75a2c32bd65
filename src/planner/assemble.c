/* The finished timetable from its parts. */

#include "planner/assemble.h"

#include "base/plain.h"

#include <stdlib.h>
#include <string.h>

/* Whoever reads a plan shows what is in it: this is the door at which all of
   it is made plain. */
static const char *keep(struct plan *plan, const char *text)
{
  struct text plain = {0};
  plain_append(&plain, text);
  const char *kept =
      plain.status == STATUS_OK
          ? arena_copy(&plan->arena, text_string(&plain), plain.length)
          : NULL;
  text_finish(&plain);
  return kept;
}

/* --- Files --- */

static enum status list_files(struct plan *plan, const struct script *script)
{
  const char **files =
      arena_take_array(&plan->arena, script->routine_count, sizeof(*files));
  if (!files) {
    return STATUS_NO_MEMORY;
  }
  for (const struct routine *routine = script->main;
       routine && plan->file_count < script->routine_count;
       routine = routine->next) {
    files[plan->file_count] = keep(plan, routine->source->name);
    if (!files[plan->file_count++]) {
      return STATUS_NO_MEMORY;
    }
  }
  plan->files = files;
  return STATUS_OK;
}

/* --- Events --- */

/* Where an event stood before sorting, which must keep equals in order. */
struct position {
  int64_t start_frame;
  size_t index;
};

static int compare_positions(const void *left, const void *right)
{
  const struct position *a = left;
  const struct position *b = right;
  if (a->start_frame != b->start_frame) {
    return a->start_frame < b->start_frame ? -1 : 1;
  }
  return a->index < b->index ? -1 : a->index > b->index;
}

static enum status copy_sorted(struct plan *plan, const struct events *events,
                               struct event *copies)
{
  struct position *order = calloc(events->count + 1, sizeof(*order));
  if (!order) {
    return STATUS_NO_MEMORY;
  }
  for (size_t i = 0; i < events->count; i++) {
    order[i] = (struct position){events->items[i].start_frame, i};
  }
  qsort(order, events->count, sizeof(*order), compare_positions);
  enum status status = STATUS_OK;
  for (size_t i = 0; i < events->count && status == STATUS_OK; i++) {
    copies[i] = events->items[order[i].index];
    const bool reworded = copies[i].words != NULL;
    copies[i].text = keep(plan, copies[i].text);
    copies[i].words = reworded ? keep(plan, copies[i].words) : NULL;
    status = copies[i].text && (copies[i].words || !reworded)
                 ? STATUS_OK
                 : STATUS_NO_MEMORY;
  }
  free(order);
  return status;
}

static int64_t last_end(const struct event *events, size_t count,
                        int64_t frames)
{
  for (size_t i = 0; i < count; i++) {
    const int64_t end = events[i].start_frame + events[i].frames;
    frames = events[i].kind != EVENT_BACKGROUND && end > frames ? end : frames;
  }
  return frames;
}

/* A bed lasts until the next change; "off" takes no time. */
static void end_beds(struct event *events, size_t count, int64_t end)
{
  for (size_t i = count; i > 0; i--) {
    struct event *event = &events[i - 1];
    if (event->kind == EVENT_BACKGROUND) {
      event->frames = event->clip ? end - event->start_frame : 0;
      end = event->start_frame;
    }
  }
}

static void count_waits(struct plan *plan)
{
  for (size_t i = 0; i < plan->event_count; i++) {
    if (plan->events[i].kind == EVENT_WAIT) {
      plan->waits++;
      plan->wait_frames += plan->events[i].frames;
    }
  }
}

static enum status copy_events(struct plan *plan, const struct events *events,
                               int64_t frames)
{
  struct event *copies =
      arena_take_array(&plan->arena, events->count, sizeof(*copies));
  const enum status status =
      copies ? copy_sorted(plan, events, copies) : STATUS_NO_MEMORY;
  if (status != STATUS_OK) {
    return status;
  }
  plan->events = copies;
  plan->event_count = events->count;
  plan->frames = last_end(copies, events->count, frames);
  end_beds(copies, events->count, plan->frames);
  count_waits(plan);
  return STATUS_OK;
}

/* --- Steps --- */

static void time_steps(struct step *steps, const struct items *items)
{
  for (size_t i = 0; i < items->count; i++) {
    const struct item *item = &items->items[i];
    if (item->kind == ITEM_STEP) {
      steps[item->step].start_frame = item->step == 0 ? 0 : item->start_frame;
    }
  }
}

static enum status copy_steps(struct plan *plan, const struct items *items)
{
  const size_t count = items->step_count;
  struct step *steps = arena_take_array(&plan->arena, count, sizeof(*steps));
  if (!steps) {
    return STATUS_NO_MEMORY;
  }
  memcpy(steps, items->steps, count * sizeof(*steps));
  time_steps(steps, items);
  int64_t end = plan->frames;
  for (size_t i = count; i > 0; i--) {
    struct step *step = &steps[i - 1];
    step->frames = end - step->start_frame;
    end = step->start_frame;
    step->name = keep(plan, step->name);
    if (!step->name) {
      return STATUS_NO_MEMORY;
    }
  }
  plan->steps = steps;
  plan->step_count = count;
  return STATUS_OK;
}

/* --- What explain left out --- */

static size_t count_items(const struct items *items, enum item_kind kind)
{
  size_t count = 0;
  for (size_t i = 0; i < items->count; i++) {
    count += items->items[i].kind == kind;
  }
  return count;
}

static enum status copy_explanations(struct plan *plan,
                                     const struct items *items)
{
  struct explanation *copies = arena_take_array(
      &plan->arena, count_items(items, ITEM_SKIPPED), sizeof(*copies));
  if (!copies) {
    return STATUS_NO_MEMORY;
  }
  for (size_t i = 0; i < items->count; i++) {
    const struct item *item = &items->items[i];
    if (item->kind != ITEM_SKIPPED) {
      continue;
    }
    const char *text = keep(plan, item->sound.text);
    if (!text) {
      return STATUS_NO_MEMORY;
    }
    copies[plan->explanation_count++] = (struct explanation){
        .step = item->step, .frame = item->start_frame, .text = text};
  }
  plan->explanations = copies;
  return STATUS_OK;
}

/* --- What is described to whoever asks --- */

static enum status copy_described(struct plan *plan,
                                  const struct sounds *sounds,
                                  struct description *description)
{
  struct text text = {0};
  struct description_sentence *copies =
      arena_take_array(&plan->arena, sounds->count, sizeof(*copies));
  for (size_t i = 0; copies && i < sounds->count; i++) {
    text_append(&text, i > 0 ? " " : "");
    text_append(&text, sounds->items[i].text);
    copies[i].text = keep(plan, sounds->items[i].text);
    copies[i].clip = sounds->items[i].clip;
    copies = copies[i].text ? copies : NULL;
  }
  description->sentences = copies;
  description->count = sounds->count;
  description->text = keep(plan, text_string(&text));
  const bool kept = copies && description->text && text.status == STATUS_OK;
  text_finish(&text);
  return kept ? STATUS_OK : STATUS_NO_MEMORY;
}

/* What nothing follows belongs to the last step. */
static uint32_t described_step(const struct plan *plan, const struct item *item)
{
  return item->step < plan->step_count ? item->step
                                       : (uint32_t)plan->step_count - 1;
}

static enum status copy_descriptions(struct plan *plan,
                                     const struct items *items)
{
  struct description *copies = arena_take_array(
      &plan->arena, count_items(items, ITEM_DESCRIBED), sizeof(*copies));
  enum status status = copies ? STATUS_OK : STATUS_NO_MEMORY;
  for (size_t i = 0; i < items->count && status == STATUS_OK; i++) {
    const struct item *item = &items->items[i];
    if (item->kind == ITEM_DESCRIBED && item->described.count > 0) {
      struct description *copy = &copies[plan->description_count++];
      *copy = (struct description){.step = described_step(plan, item),
                                   .frame = item->start_frame,
                                   .place = item->place};
      status = copy_described(plan, &item->described, copy);
    }
  }
  plan->descriptions = copies;
  return status;
}

/* --- Warnings and header --- */

static enum status copy_warnings(struct plan *plan, const struct values *values)
{
  const struct diagnostics *diagnostics = values->diagnostics;
  struct plan_warning *copies = arena_take_array(
      &plan->arena, diagnostics->warning_count, sizeof(*copies));
  if (!copies) {
    return STATUS_NO_MEMORY;
  }
  for (size_t i = 0; i < diagnostics->count &&
                     plan->warning_count < diagnostics->warning_count;
       i++) {
    const struct diagnostic *diagnostic = &diagnostics->items[i];
    if (diagnostic->severity != SEVERITY_WARNING) {
      continue;
    }
    const char *message = keep(plan, diagnostic->message);
    if (!message) {
      return STATUS_NO_MEMORY;
    }
    copies[plan->warning_count++] = (struct plan_warning){
        .file = unroll_file_index(values->script, diagnostic->where.source),
        .line = location_line(diagnostic->where),
        .message = message};
  }
  plan->warnings = copies;
  return STATUS_OK;
}

static enum status keep_words(struct plan *plan,
                              const struct narrator *narrator,
                              const struct words *words, const char **kept)
{
  struct text text = {0};
  enum status status = narrator_append_words(narrator, words, &text);
  if (status == STATUS_OK) {
    *kept = keep(plan, text_string(&text));
    status = *kept ? STATUS_OK : STATUS_NO_MEMORY;
  }
  text_finish(&text);
  return status;
}

static enum status copy_header(struct plan *plan,
                               const struct narrator *narrator)
{
  const struct routine *main = narrator->scope.values->script->main;
  plan->language = keep(plan, main->language ? main->language : "en");
  enum status status = plan->language ? STATUS_OK : STATUS_NO_MEMORY;
  if (status == STATUS_OK) {
    status = keep_words(plan, narrator, &main->title, &plan->title);
  }
  if (status == STATUS_OK) {
    status = keep_words(plan, narrator, &main->author, &plan->author);
  }
  return status == STATUS_OK
             ? keep_words(plan, narrator, &main->about, &plan->about)
             : status;
}

static enum status fill(struct plan *plan, const struct plan_builder *builder,
                        int64_t frames)
{
  enum status status = list_files(plan, builder->values.script);
  if (status == STATUS_OK) {
    status = copy_header(plan, &builder->unroll.narrator);
  }
  if (status == STATUS_OK) {
    status = copy_events(plan, &builder->events, frames);
  }
  if (status == STATUS_OK) {
    status = copy_steps(plan, &builder->items);
  }
  if (status == STATUS_OK) {
    status = copy_explanations(plan, &builder->items);
  }
  if (status == STATUS_OK) {
    status = copy_descriptions(plan, &builder->items);
  }
  return status == STATUS_OK ? copy_warnings(plan, &builder->values) : status;
}

enum status plan_assemble(const struct plan_builder *builder, int64_t frames,
                          struct plan **plan)
{
  struct plan *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  arena_init(&made->arena);
  const enum status status = fill(made, builder, frames);
  if (status != STATUS_OK) {
    plan_destroy(made);
    return status;
  }
  *plan = made;
  return STATUS_OK;
}
