/* Counts, reps and paced breathing. */

#include "timing/lengths.h"
#include "timing/unroll.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static enum status take_beats(struct unroll *unroll,
                              const struct statement *statement, int64_t count,
                              struct beat **beats)
{
  const enum status status =
      unroll_count_cues(unroll, (size_t)count, statement->where);
  if (status != STATUS_OK) {
    return status;
  }
  *beats = arena_take_array(&unroll->items->arena, (size_t)count,
                            sizeof(struct beat));
  return *beats ? STATUS_OK : STATUS_NO_MEMORY;
}

static enum status add_beats(struct unroll *unroll,
                             const struct statement *statement,
                             const struct beat *beats, size_t count,
                             double seconds)
{
  struct item item =
      unroll_make_item(unroll, ITEM_BEATS, EVENT_COUNT, statement);
  item.beats.items = beats;
  item.beats.count = count;
  item.stretch = stretch_fixed(seconds);
  if (seconds > SESSION_SECONDS_MAX) {
    return scope_report_too_long(&unroll->narrator.scope, item.where, seconds);
  }
  return unroll_add_item(unroll, &item);
}

/* --- count --- */

static enum status fill_count(struct unroll *unroll,
                              const struct statement *statement, int64_t count,
                              double every, struct beat *beats)
{
  const struct allowance room = {.frames = frames_from_seconds(every),
                                 .name = "its place",
                                 .where = statement->where};
  enum status status = STATUS_OK;
  for (int64_t i = 0; status == STATUS_OK && i < count; i++) {
    beats[i] = (struct beat){.at = (double)i * every,
                             .kind = EVENT_COUNT,
                             .side = unroll->narrator.side,
                             .line = location_line(statement->where)};
    status =
        narrator_speak_number(&unroll->narrator, i + 1, &room, &beats[i].sound);
  }
  return status;
}

enum status unroll_count(struct unroll *unroll, const struct statement *count)
{
  int64_t times;
  struct stretch every;
  enum status status = scope_read_count(&unroll->narrator.scope,
                                        &count->count.count, CUES_MAX, &times);
  if (status == STATUS_OK) {
    status = scope_read_stretch(&unroll->narrator.scope, &count->count.every,
                                &every);
  }
  if (status == STATUS_OK) {
    status = unroll_announce_pending(unroll, count);
  }
  struct beat *beats = NULL;
  if (status == STATUS_OK) {
    status = take_beats(unroll, count, times, &beats);
  }
  if (status == STATUS_OK) {
    status = fill_count(unroll, count, times, every.seconds, beats);
  }
  return status == STATUS_OK ? add_beats(unroll, count, beats, (size_t)times,
                                         (double)times * every.seconds)
                             : status;
}

/* --- reps --- */

/* One run through the moves of reps. */
struct rep {
  int64_t number;
  double start; /* seconds from the start of the block */
  struct beat *beats;
  size_t count;
};

static void add_beat(struct unroll *unroll, struct rep *rep, double at,
                     int64_t after, enum event_kind kind,
                     const struct sound *sound, uint32_t line)
{
  if (sound->clip) {
    rep->beats[rep->count++] = (struct beat){.at = at,
                                             .after_frames = after,
                                             .kind = kind,
                                             .side = unroll->narrator.side,
                                             .sound = *sound,
                                             .line = line};
  }
}

/* "Lift" of "Lift your hips": what is said when there is no time for more. */
static void append_first_word(const char *words, struct text *out)
{
  text_append_bytes(out, words, strcspn(words, " ,;:."));
}

static enum status move_sound(struct unroll *unroll, const char *words,
                              const struct allowance *room, struct sound *sound)
{
  struct text brief = {0};
  append_first_word(words, &brief);
  const enum status status =
      brief.status == STATUS_OK
          ? narrator_speak_within(&unroll->narrator, words, text_string(&brief),
                                  room, sound)
          : STATUS_NO_MEMORY;
  text_finish(&brief);
  return status;
}

/* The number of the rep and then the word, if both fit together with at least
   the word's short form; else the word or what stands for it. */
static enum status first_move(struct unroll *unroll, struct rep *rep,
                              const char *words, const struct allowance *room)
{
  struct sound number;
  struct sound word;
  enum status status =
      narrator_speak_number(&unroll->narrator, rep->number, room, &number);
  struct allowance rest = *room;
  if (status == STATUS_OK) {
    rest.taken = number.clip ? number.clip->frames + NUMBER_GAP : 0;
    status = move_sound(unroll, words, &rest, &word);
  }
  if (status != STATUS_OK) {
    return status;
  }
  const uint32_t line = location_line(room->where);
  add_beat(unroll, rep, rep->start, 0, EVENT_COUNT, &number, line);
  if (word.clip && rest.taken + word.clip->frames <= rest.frames) {
    add_beat(unroll, rep, rep->start, rest.taken, EVENT_MOVE, &word, line);
  }
  return STATUS_OK;
}

static enum status unroll_move(struct unroll *unroll, struct rep *rep,
                               const struct statement *move, bool first)
{
  struct stretch stretch;
  struct text words = {0};
  enum status status = scope_read_stretch(&unroll->narrator.scope,
                                          &move->move.duration, &stretch);
  if (status == STATUS_OK) {
    status =
        narrator_append_words(&unroll->narrator, &move->move.words, &words);
  }
  if (status != STATUS_OK) {
    text_finish(&words);
    return status;
  }
  const struct allowance room = {.frames = frames_from_seconds(stretch.seconds),
                                 .name = "the move",
                                 .where = move->where};
  struct sound sound;
  if (first) {
    status = first_move(unroll, rep, text_string(&words), &room);
  } else {
    status = move_sound(unroll, text_string(&words), &room, &sound);
    if (status == STATUS_OK) {
      add_beat(unroll, rep, rep->start, 0, EVENT_MOVE, &sound,
               location_line(move->where));
    }
  }
  rep->start += stretch.seconds;
  text_finish(&words);
  return status;
}

static enum status unroll_rep(struct unroll *unroll,
                              const struct statement *reps, struct rep *rep)
{
  enum status status = STATUS_OK;
  bool first = true;
  for (const struct statement *move = reps->reps.body.first;
       move && status == STATUS_OK; move = move->next) {
    status = unroll_move(unroll, rep, move, first);
    first = false;
  }
  return status;
}

static size_t count_moves(const struct statement *reps)
{
  size_t count = 0;
  for (const struct statement *move = reps->reps.body.first; move;
       move = move->next) {
    count++;
  }
  return count;
}

static enum status unroll_all_reps(struct unroll *unroll,
                                   const struct statement *reps, int64_t times,
                                   struct rep *rep)
{
  const enum side outer = unroll->narrator.side;
  enum status status = STATUS_OK;
  double rep_seconds = 0;
  if (reps->reps.alternating) {
    unroll->narrator.side = reps->reps.first_side;
  }
  for (int64_t i = 0; i < times && status == STATUS_OK; i++) {
    rep->number = i + 1;
    rep->start = (double)i * rep_seconds;
    status = unroll_rep(unroll, reps, rep);
    rep_seconds = i == 0 ? rep->start : rep_seconds;
    unroll->narrator.side = reps->reps.alternating
                                ? side_other(unroll->narrator.side)
                                : unroll->narrator.side;
  }
  unroll->narrator.side = outer;
  return status;
}

enum status unroll_reps(struct unroll *unroll, const struct statement *reps)
{
  int64_t times;
  const size_t moves = count_moves(reps);
  enum status status = scope_read_count(&unroll->narrator.scope,
                                        &reps->reps.count, CUES_MAX, &times);
  struct rep rep = {0};
  if (status == STATUS_OK) {
    status = unroll_announce_pending(unroll, reps);
  }
  if (status == STATUS_OK) {
    status = take_beats(unroll, reps, times * ((int64_t)moves + 1), &rep.beats);
  }
  if (status == STATUS_OK) {
    status = unroll_all_reps(unroll, reps, times, &rep);
  }
  return status == STATUS_OK
             ? add_beats(unroll, reps, rep.beats, rep.count, rep.start)
             : status;
}

/* --- breathe --- */

static enum status read_breathing(struct unroll *unroll,
                                  const struct statement *breathe,
                                  struct stretch *stretch)
{
  enum status status =
      scope_read_pattern(&unroll->narrator.scope, &breathe->breathe.pattern,
                         &unroll->narrator.scope.breath);
  if (status != STATUS_OK) {
    return status;
  }
  const double cycle = breath_cycle(&unroll->narrator.scope.breath);
  status = breathe->breathe.has_breaths
               ? scope_read_breaths(&unroll->narrator.scope,
                                    &breathe->breathe.breaths, stretch)
               : scope_read_stretch(&unroll->narrator.scope,
                                    &breathe->breathe.duration, stretch);
  if (status != STATUS_OK) {
    return status;
  }
  const bool stays = stretch->least == stretch->most;
  stretch->cycle = cycle;
  stretch->seconds = ceil(stretch->seconds / cycle - 1e-9) * cycle;
  if (stays) {
    stretch->least = stretch->most = stretch->seconds;
  }
  return STATUS_OK;
}

enum status unroll_breathe(struct unroll *unroll,
                           const struct statement *breathe)
{
  struct stretch stretch;
  enum status status = read_breathing(unroll, breathe, &stretch);
  if (status == STATUS_OK && stretch.seconds > SESSION_SECONDS_MAX) {
    status = scope_report_too_long(&unroll->narrator.scope, breathe->where,
                                   stretch.seconds);
  }
  if (status == STATUS_OK) {
    status = unroll_announce_pending(unroll, breathe);
  }
  if (status != STATUS_OK) {
    return status;
  }
  struct item item =
      unroll_make_item(unroll, ITEM_BREATHE, EVENT_BREATH_IN, breathe);
  item.stretch = stretch;
  item.breath = unroll->narrator.scope.breath;
  return unroll_add_item(unroll, &item);
}
