/* Repetitions: what is said in each, and when.

   What comes over and over is not said over and over: after the first
   repetitions a soft tone stands for the words of a move, and the number alone
   is spoken. A number takes none of its repetition's time: the first stands
   before the block, every other one ends the move before it. */

#include "timing/lengths.h"
#include "timing/unroll.h"

#include <string.h>

/* Repetitions whose moves are said in words: so many first ones, each that is
   a multiple of the other, and the last. */
#define REPS_WITH_WORDS 3
#define REPS_BETWEEN_WORDS 5

/* A block on its way. */
struct reps {
  const struct statement *statement;
  int64_t times;
  struct beat *beats;
  size_t count;
  double seconds;      /* of one repetition */
  int64_t lead_frames; /* by which the first number delays the moves */
};

/* The number of a repetition. */
struct number {
  struct sound sound;
  int64_t lead_frames; /* from its onset to its first move; 0: there is none */
};

static const struct statement *last_move(const struct statement *reps)
{
  const struct statement *last = reps->reps.body.first;
  while (last->next) {
    last = last->next;
  }
  return last;
}

static bool is_in_words(const struct unroll *unroll, const struct reps *reps,
                        int64_t number)
{
  if (number == 1 || number == reps->times) {
    return true;
  }
  switch (unroll->options->explain) {
  case EXPLAIN_ALWAYS:
    return true;
  case EXPLAIN_NEVER:
    return false;
  case EXPLAIN_ONCE:
    break;
  }
  return number <= REPS_WITH_WORDS || number % REPS_BETWEEN_WORDS == 0;
}

static void add_beat(const struct unroll *unroll, struct reps *reps,
                     const struct beat *beat)
{
  struct beat *added = &reps->beats[reps->count++];
  *added = *beat;
  added->after_frames += reps->lead_frames;
  added->side = unroll->narrator.scope.side;
}

/* The side of a repetition, where they alternate. */
static void enter_side(struct unroll *unroll, const struct reps *reps,
                       int64_t number)
{
  const struct statement *statement = reps->statement;
  if (statement->reps.alternating) {
    unroll->narrator.scope.side = number % 2 == 1
                                      ? statement->reps.first_side
                                      : side_other(statement->reps.first_side);
  }
}

/* --- Numbers --- */

/* The first has all the time it needs; the others have the last move's. */
static enum status number_room(const struct unroll *unroll,
                               const struct reps *reps, int64_t number,
                               struct allowance *room)
{
  const struct statement *last = last_move(reps->statement);
  struct stretch stretch;
  *room = (struct allowance){.frames = INT64_MAX,
                             .taken = NUMBER_GAP,
                             .name = "the move",
                             .where = last->where};
  if (number == 1) {
    return STATUS_OK;
  }
  const enum status status = scope_read_stretch(&unroll->narrator.scope,
                                                &last->move.duration, &stretch);
  room->frames = frames_from_seconds(stretch.seconds);
  return status;
}

static enum status speak_number(const struct unroll *unroll,
                                const struct reps *reps, int64_t index,
                                struct number *number)
{
  struct allowance room;
  *number = (struct number){0};
  if (index > reps->times || reps->statement->reps.without_numbers) {
    return STATUS_OK;
  }
  enum status status = number_room(unroll, reps, index, &room);
  if (status == STATUS_OK) {
    status = narrator_speak_number(&unroll->narrator, index, false, &room,
                                   &number->sound);
  }
  if (status == STATUS_OK && number->sound.clip) {
    const int64_t lead = number->sound.clip->frames + NUMBER_GAP;
    number->lead_frames = lead <= room.frames ? lead : 0;
  }
  return status;
}

static void add_number(struct unroll *unroll, struct reps *reps, int64_t index,
                       const struct number *number)
{
  if (number->lead_frames > 0) {
    enter_side(unroll, reps, index);
    add_beat(unroll, reps,
             &(struct beat){
                 .at = (double)(index - 1) * reps->seconds,
                 .after_frames = -number->lead_frames,
                 .kind = EVENT_COUNT,
                 .sound = number->sound,
                 .line = location_line(reps->statement->reps.body.first->where),
             });
  }
}

/* --- Moves --- */

/* "Lift" of "Lift your hips": what is said when there is no time for more. */
static void append_first_word(const char *words, struct text *out)
{
  text_append_bytes(out, words, strcspn(words, " ,;:."));
}

static enum status say_words(const struct unroll *unroll, const char *words,
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

/* What a move does is told by its place: the first leads away, the last leads
   back, and what is between them is held. */
static enum status sound_tone(const struct unroll *unroll,
                              const struct reps *reps,
                              const struct statement *move, struct sound *sound)
{
  const char *name = move == reps->statement->reps.body.first ? "move up"
                     : move->next                             ? "move hold"
                                                              : "move down";
  const enum status status =
      narrator_find_sound(&unroll->narrator, name, (struct location){0}, sound);
  sound->words = "";
  return status;
}

static const struct piece *find_side(const struct words *words)
{
  for (size_t i = 0; i < words->count; i++) {
    const struct piece *piece = &words->pieces[i];
    if (piece->kind == PIECE_SIDE || piece->kind == PIECE_OTHER_SIDE) {
      return piece;
    }
  }
  return NULL;
}

/* The side alone, of words that name one: "left" of "left knee up". A clip of
   NULL when there is no time for it. */
static enum status say_side(const struct unroll *unroll,
                            const struct words *words,
                            const struct allowance *room, struct sound *sound)
{
  const struct piece *side = find_side(words);
  struct text text = {0};
  *sound = (struct sound){0};
  if (!side) {
    return STATUS_OK;
  }
  enum status status = narrator_append_words(
      &unroll->narrator,
      &(struct words){.pieces = side, .count = 1, .where = words->where},
      &text);
  if (status == STATUS_OK) {
    status = narrator_speak_authored(&unroll->narrator, text_string(&text),
                                     words->where, sound);
  }
  text_finish(&text);
  if (status == STATUS_OK && sound->clip) {
    sound->words = sound->words ? sound->words : sound->text;
    sound->clip =
        room->taken + sound->clip->frames <= room->frames ? sound->clip : NULL;
  }
  return status;
}

/* What stands for a move's words: it keeps them as its text. */
static enum status say_less(const struct unroll *unroll,
                            const struct reps *reps,
                            const struct statement *move, const char *words,
                            const struct allowance *room, struct sound *sound)
{
  enum status status = STATUS_OK;
  *sound = (struct sound){0};
  if (reps->statement->reps.alternating) {
    status = say_side(unroll, &move->move.words, room, sound);
  }
  if (status == STATUS_OK && !sound->clip) {
    status = sound_tone(unroll, reps, move, sound);
  }
  if (status == STATUS_OK) {
    sound->text =
        arena_copy(unroll->narrator.scope.values->arena, words, strlen(words));
    status = sound->text ? STATUS_OK : STATUS_NO_MEMORY;
  }
  return status;
}

/* Adds the move that begins at `beat->at`, unless `room` has none for it. */
static enum status add_move(struct unroll *unroll, struct reps *reps,
                            const struct statement *move, bool in_words,
                            const struct allowance *room, struct beat *beat)
{
  struct text words = {0};
  enum status status =
      narrator_append_words(&unroll->narrator, &move->move.words, &words);
  if (status == STATUS_OK) {
    status = in_words
                 ? say_words(unroll, text_string(&words), room, &beat->sound)
                 : say_less(unroll, reps, move, text_string(&words), room,
                            &beat->sound);
  }
  text_finish(&words);
  if (status == STATUS_OK && beat->sound.clip &&
      room->taken + beat->sound.clip->frames <= room->frames) {
    add_beat(unroll, reps, beat);
  }
  return status;
}

/* The moves of a repetition; the last leaves time for the number that ends
   it. */
static enum status add_moves(struct unroll *unroll, struct reps *reps,
                             int64_t index, int64_t next_lead_frames)
{
  double at = (double)(index - 1) * reps->seconds;
  enum status status = STATUS_OK;
  enter_side(unroll, reps, index);
  for (const struct statement *move = reps->statement->reps.body.first;
       move && status == STATUS_OK; move = move->next) {
    struct stretch stretch;
    status = scope_read_stretch(&unroll->narrator.scope, &move->move.duration,
                                &stretch);
    if (status == STATUS_OK) {
      const struct allowance room = {.frames =
                                         frames_from_seconds(stretch.seconds),
                                     .taken = move->next ? 0 : next_lead_frames,
                                     .name = "the move",
                                     .where = move->where};
      struct beat beat = {
          .at = at, .kind = EVENT_MOVE, .line = location_line(move->where)};
      status = add_move(unroll, reps, move, is_in_words(unroll, reps, index),
                        &room, &beat);
      at += stretch.seconds;
    }
  }
  return status;
}

/* --- The block --- */

/* How long one repetition takes, and memory for all of them. */
static enum status measure(struct unroll *unroll, struct reps *reps)
{
  const struct statement *statement = reps->statement;
  int64_t beats = 1;
  enum status status = scope_read_count(
      &unroll->narrator.scope, &statement->reps.count, CUES_MAX, &reps->times);
  for (const struct statement *move = statement->reps.body.first;
       move && status == STATUS_OK; move = move->next) {
    struct stretch stretch;
    narrator_hint_at_words(&unroll->narrator, &move->move.words);
    status = scope_read_stretch(&unroll->narrator.scope, &move->move.duration,
                                &stretch);
    reps->seconds += status == STATUS_OK ? stretch.seconds : 0;
    beats++;
  }
  return status == STATUS_OK
             ? unroll_take_beats(unroll, statement, reps->times * beats,
                                 &reps->beats)
             : status;
}

static enum status add_repetitions(struct unroll *unroll, struct reps *reps)
{
  struct number number;
  enum status status = speak_number(unroll, reps, 1, &number);
  if (status == STATUS_OK) {
    reps->lead_frames = number.lead_frames;
    add_number(unroll, reps, 1, &number);
  }
  for (int64_t i = 1; i <= reps->times && status == STATUS_OK; i++) {
    status = speak_number(unroll, reps, i + 1, &number);
    if (status == STATUS_OK) {
      status = add_moves(unroll, reps, i, number.lead_frames);
    }
    if (status == STATUS_OK) {
      add_number(unroll, reps, i + 1, &number);
    }
  }
  return status;
}

enum status unroll_reps(struct unroll *unroll, const struct statement *reps)
{
  struct reps block = {.statement = reps};
  const enum side outer = unroll->narrator.scope.side;
  if (!reps->reps.body.first) {
    return STATUS_OK; /* its moves were wrong, or are not written yet */
  }
  enum status status = measure(unroll, &block);
  if (status == STATUS_OK) {
    status = unroll_announce_pending(unroll, reps);
  }
  if (status == STATUS_OK) {
    status = add_repetitions(unroll, &block);
  }
  unroll->narrator.scope.side = outer;
  return status == STATUS_OK
             ? unroll_add_beats(unroll, reps, block.beats, block.count,
                                (double)block.times * block.seconds +
                                    seconds_from_frames(block.lead_frames))
             : status;
}
