/* Random keys, ten thousand sequences a run: the session's time is conserved,
   no sentence is lost, two voices never speak at once, and there is always a
   way out. */

#include "unit.h"

#include "support/rehearsal.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

/* The thread sanitizer is here for the mixer's rings, not for the keys. */
#if defined(__SANITIZE_THREAD__)
#define SEQUENCES 300
#elif defined(__SANITIZE_ADDRESS__)
#define SEQUENCES 1000
#else
#define SEQUENCES 10000
#endif

#define KEYS 8
#define BLOCK 480
/* The mixer reads ahead for its limiter, so a block may move it further. */
#define AHEAD 480

static uint64_t next_random(uint64_t *seed)
{
  /* xorshift64*, Vigna 2016. */
  *seed ^= *seed >> 12;
  *seed ^= *seed << 25;
  *seed ^= *seed >> 27;
  return (*seed * UINT64_C(2685821657736338717)) >> 16;
}

static const enum request_kind kinds[] = {
    REQUEST_TOGGLE,  REQUEST_TOGGLE,
    REQUEST_PLAY,    REQUEST_PAUSE,
    REQUEST_NEXT,    REQUEST_NEXT,
    REQUEST_BACK,    REQUEST_BACK,
    REQUEST_REPEAT,  REQUEST_EXTEND,
    REQUEST_WHERE,   REQUEST_LOUDER,
    REQUEST_SOFTER,  REQUEST_BACKGROUND_LOUDER,
    REQUEST_FASTER,  REQUEST_SLOWER,
    REQUEST_SLEEP,   REQUEST_DESCRIBE,
    REQUEST_STOP,    REQUEST_UNKNOWN_KEY,
    REQUEST_SEEK_BY, REQUEST_SEEK_TO,
    REQUEST_VOLUME,  REQUEST_BACKGROUND_SOFTER,
    REQUEST_MORE,
};
#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

/* Follows the session's position from block to block. */
struct witness {
  struct rehearsal *rehearsal;
  int64_t frame;     /* at the last block */
  int64_t run_start; /* where it has run from without a break */
  bool standing;
  int64_t sought; /* a place asked for by number, which may be mid-sentence */
  char trouble[128];
};

static const struct event *sentence_at(const struct rehearsal *r, int64_t frame)
{
  const size_t index = plan_speech_at(&r->plan, frame);
  return index == SIZE_MAX ? NULL : &r->plan.events[index];
}

/* Sentences that ended in this stretch of running must have been heard from
   their start. */
static void check_sentences(struct witness *witness, int64_t from, int64_t to)
{
  const struct rehearsal *r = witness->rehearsal;
  for (size_t i = 0; i < r->plan.event_count; i++) {
    const struct event *event = &r->plan.events[i];
    const int64_t end = event->start_frame + event->frames;
    const bool asked =
        witness->sought >= event->start_frame && witness->sought < end;
    if (event->spoken && end > from && end <= to &&
        witness->run_start > event->start_frame && !asked) {
      snprintf(witness->trouble, sizeof(witness->trouble),
               "\"%s\" was not heard from its start", event->text);
    }
  }
}

static void check_jump(struct witness *witness, int64_t frame)
{
  const struct event *cut = sentence_at(witness->rehearsal, witness->frame);
  const bool again = cut && frame >= cut->start_frame &&
                     frame <= cut->start_frame + BLOCK + AHEAD;
  if (!again) {
    snprintf(witness->trouble, sizeof(witness->trouble),
             "the session jumped from %lld to %lld by itself",
             (long long)witness->frame, (long long)frame);
    return;
  }
  witness->run_start = cut->start_frame;
  witness->standing = frame == cut->start_frame;
}

/* Where a run that has now come to `frame` began: where the session stood, or
   at the start of the sentence that was cut there, if it is as near. */
static int64_t start_of_run(const struct witness *witness, int64_t frame)
{
  const struct event *cut = sentence_at(witness->rehearsal, witness->frame);
  return cut && frame <= cut->start_frame + BLOCK + AHEAD ? cut->start_frame
                                                          : witness->frame;
}

static void look(struct witness *witness)
{
  struct mix_status status;
  mixer_read_status(witness->rehearsal->mixer, &status);
  const int64_t moved = status.session_frame - witness->frame;
  if (moved < 0 || moved > BLOCK + AHEAD) {
    check_jump(witness, status.session_frame);
  } else if (moved == 0) {
    witness->standing = true;
  } else {
    if (witness->standing) {
      witness->run_start = start_of_run(witness, status.session_frame);
      witness->standing = false;
    }
    check_sentences(witness, witness->frame, status.session_frame);
  }
  witness->frame = status.session_frame;
}

static void wait(struct witness *witness, int64_t frames)
{
  for (int64_t done = 0; done < frames; done += BLOCK) {
    rehearsal_wait(witness->rehearsal, BLOCK);
    look(witness);
  }
}

static bool may_jump(enum request_kind kind)
{
  switch (kind) {
  case REQUEST_TOGGLE:
  case REQUEST_PLAY:
  case REQUEST_NEXT:
  case REQUEST_BACK:
  case REQUEST_SEEK_BY:
  case REQUEST_SEEK_TO:
    return true;
  default:
    return false;
  }
}

static void press(struct witness *witness, enum request_kind kind,
                  int64_t value)
{
  const int64_t before = rehearsal_view(witness->rehearsal).frame;
  rehearsal_ask_value(witness->rehearsal, kind, value);
  const int64_t after = rehearsal_view(witness->rehearsal).frame;
  /* Also where it is already, when it is sought by no frame at all. */
  witness->sought = kind == REQUEST_SEEK_BY || kind == REQUEST_SEEK_TO
                        ? after
                        : witness->sought;
  if (after == before) {
    return;
  }
  const struct event *cut = sentence_at(witness->rehearsal, before);
  if (!may_jump(kind) && !(cut && cut->start_frame == after)) {
    snprintf(witness->trouble, sizeof(witness->trouble),
             "request %d moved the session from %lld to %lld", (int)kind,
             (long long)before, (long long)after);
  }
  witness->frame = after;
  witness->run_start = after;
  witness->standing = true;
}

static void press_any(struct witness *witness, uint64_t *seed)
{
  if (next_random(seed) % 25 == 0) {
    rehearsal_lose_device(witness->rehearsal);
    wait(witness, MILLISECONDS(50));
    rehearsal_bring_device_back(witness->rehearsal);
    return;
  }
  const int64_t value =
      (int64_t)(next_random(seed) % (uint64_t)SECOND) - SECOND / 4;
  press(witness, kinds[next_random(seed) % KINDS], value);
}

static void write_plan(struct rehearsal *r)
{
  r->answer_frames = MILLISECONDS(40);
  r->gap_frames = MILLISECONDS(20);
  rehearsal_step(r, "One", SIDE_NONE, 0);
  rehearsal_say(r, EVENT_ANNOUNCE, "One.", MILLISECONDS(80));
  rehearsal_say(r, EVENT_SAY, "First.", MILLISECONDS(150));
  rehearsal_explained(r, "Why.");
  rehearsal_span(r, EVENT_HOLD, MILLISECONDS(300), false);
  rehearsal_cue(r, "Halfway.", MILLISECONDS(150), MILLISECONDS(50));
  rehearsal_step(r, "Two", SIDE_LEFT, 1);
  rehearsal_say(r, EVENT_SAY, "Second.", MILLISECONDS(150));
  rehearsal_span(r, EVENT_WAIT, MILLISECONDS(100), false);
  rehearsal_say(r, EVENT_SAY, "Third.", MILLISECONDS(100));
  rehearsal_step(r, "Three", SIDE_RIGHT, 2);
  rehearsal_say(r, EVENT_ANNOUNCE, "Three.", MILLISECONDS(80));
  rehearsal_span(r, EVENT_WAIT, MILLISECONDS(200), true);
  rehearsal_span(r, EVENT_REST, MILLISECONDS(200), false);
  rehearsal_say(r, EVENT_SAY, "Last.", MILLISECONDS(100));
}

/* Whatever has been pressed: playing on comes to the end. */
static bool comes_to_the_end(struct witness *witness)
{
  if (rehearsal_view(witness->rehearsal).describing) {
    press(witness, REQUEST_DESCRIBE, 0);
  }
  for (int i = 0; i < 400; i++) {
    if (rehearsal_view(witness->rehearsal).finished) {
      return true;
    }
    const enum player_state state = rehearsal_view(witness->rehearsal).state;
    if (state != PLAYER_PLAYING) {
      press(witness, REQUEST_PLAY, 0);
    }
    wait(witness, SECOND / 4);
  }
  return false;
}

/* Or leaving leaves, soon. */
static bool leaves(struct witness *witness)
{
  if (rehearsal_view(witness->rehearsal).describing) {
    press(witness, REQUEST_DESCRIBE, 0);
  }
  press(witness, REQUEST_QUIT, 0);
  for (int i = 0; i < 80 && !rehearsal_view(witness->rehearsal).finished; i++) {
    wait(witness, SECOND / 20);
  }
  return rehearsal_view(witness->rehearsal).finished;
}

static void run_sequence(uint64_t seed)
{
  const uint64_t first_seed = seed;
  struct rehearsal *r = calloc(1, sizeof(*r));
  rehearsal_init(r);
  write_plan(r);
  rehearsal_begin(r);
  struct witness witness = {.rehearsal = r, .sought = -1};
  for (int i = 0; i < KEYS; i++) {
    wait(&witness, (int64_t)(next_random(&seed) % (uint64_t)(SECOND / 6)));
    press_any(&witness, &seed);
  }
  const bool out = next_random(&seed) % 8 == 0 ? comes_to_the_end(&witness)
                                               : leaves(&witness);
  if (!out || r->both_voices || witness.trouble[0]) {
    fail_msg("SUPINE_SEED=%llu: %s", (unsigned long long)first_seed,
             witness.trouble[0] ? witness.trouble
             : r->both_voices   ? "two voices spoke at once"
                                : "there was no way out");
  }
  rehearsal_finish(r);
  free(r);
}

static uint64_t first_seed(void)
{
  const char *given = getenv("SUPINE_SEED");
  uint64_t seed = given ? strtoull(given, NULL, 10) : 0;
  if (!given) {
    assert_int_equal(getrandom(&seed, sizeof(seed), 0), sizeof(seed));
  }
  return seed;
}

static void random_keys_find_nothing(void **state)
{
  (void)state;
  uint64_t seed = first_seed();
  for (int i = 0; i < SEQUENCES; i++) {
    /* Zero would stay zero for ever. */
    run_sequence(seed | 1);
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_keys_find_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
