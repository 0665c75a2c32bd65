/* Routines made up at random. */

#include "support/routines.h"

#include <stdbool.h>

#define DEPTH_MOST 3

struct author {
  uint64_t state;
  struct text *out;
  int depth;
  int line;
  bool in_slot;   /* no step, no wait */
  bool has_side;  /* @side is known */
  bool has_round; /* @round is known */
};

uint32_t random_below(uint64_t *state, uint32_t limit)
{
  *state += 0x9e3779b97f4a7c15u;
  uint64_t mixed = *state;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
  return (uint32_t)((mixed ^ (mixed >> 31)) % limit);
}

static uint32_t any(struct author *author, uint32_t limit)
{
  return random_below(&author->state, limit);
}

static bool maybe(struct author *author, uint32_t of)
{
  return any(author, of) == 0;
}

static void write(struct author *author, const char *text)
{
  text_append(author->out, text);
}

static void end_line(struct author *author)
{
  write(author, maybe(author, 9) ? "  \n" : "\n");
  if (maybe(author, 12)) {
    write(author, maybe(author, 2) ? "\n" : "note between the lines\n");
  }
}

static void begin_line(struct author *author)
{
  for (uint32_t i = any(author, 3); i > 0; i--) {
    write(author, " ");
  }
}

static void write_seconds(struct author *author, uint32_t seconds)
{
  static const char *const forms[] = {"%us", "%u seconds", "%u sec",
                                      "%u second"};
  if (seconds > 60 && maybe(author, 3)) {
    text_append_format(author->out, "%u min %u s", seconds / 60,
                       seconds % 60 ? seconds % 60 : 1);
    return;
  }
  text_append_format(author->out, forms[any(author, seconds == 1 ? 4 : 3)],
                     seconds);
}

static void write_sentence(struct author *author)
{
  static const char *const words[] = {"draw",   "your", "knee",  "slowly",
                                      "toward", "the",  "chest", "and",
                                      "let",    "it",   "rest",  "breathe"};
  const uint32_t count = 1 + any(author, 9);
  write(author, "Now");
  for (uint32_t i = 0; i < count; i++) {
    write(author, " ");
    if (author->has_side && maybe(author, 9)) {
      write(author, "@side");
    } else if (author->has_round && maybe(author, 9)) {
      write(author, "@round");
    } else if (maybe(author, 20)) {
      write(author, "@length");
    } else {
      write(author, words[any(author, 12)]);
    }
  }
  write(author, maybe(author, 5) ? "!" : ".");
}

static void write_sentences(struct author *author)
{
  for (uint32_t i = 1 + any(author, 3); i > 0; i--) {
    write_sentence(author);
    write(author, i > 1 ? " " : "");
  }
}

static void write_block(struct author *author);

static void write_end(struct author *author, const char *opener)
{
  begin_line(author);
  write(author, "end");
  if (!maybe(author, 3)) {
    write(author, " ");
    write(author, opener);
  }
  end_line(author);
}

static void write_hold(struct author *author)
{
  static const char *const cues[] = {"halfway", "countdown from 3",
                                     "chime every 7 seconds",
                                     "time left every 10 seconds"};
  write(author, "hold ");
  if (maybe(author, 6)) {
    write(author, "exactly ");
  }
  if (maybe(author, 5)) {
    write(author, "@length");
  } else if (maybe(author, 8)) {
    text_append_format(author->out, "%u breaths", 1 + any(author, 4));
  } else {
    write_seconds(author, 5 + any(author, 90));
  }
  if (maybe(author, 4)) {
    write(author, " without cues");
  } else if (maybe(author, 2)) {
    write(author, " with ");
    const uint32_t first = any(author, 4);
    write(author, cues[first]);
    if (maybe(author, 2)) {
      write(author, " and ");
      write(author, cues[(first + 1 + any(author, 3)) % 4]);
    }
  }
  end_line(author);
}

static void write_breath_pattern(struct author *author)
{
  text_append_format(author->out, "breathe in %u", 2 + any(author, 4));
  if (maybe(author, 3)) {
    text_append_format(author->out, " hold %u", 1 + any(author, 3));
  }
  text_append_format(author->out, " out %u", 2 + any(author, 6));
  if (maybe(author, 3)) {
    text_append_format(author->out, " hold %u", 1 + any(author, 3));
  }
}

static void write_breathe(struct author *author)
{
  write_breath_pattern(author);
  write(author, " for ");
  if (maybe(author, 2)) {
    text_append_format(author->out, "%u breaths", 1 + any(author, 8));
  } else {
    write_seconds(author, 20 + any(author, 60));
  }
  end_line(author);
}

/* Cues for speech stand so far apart that none overlap. */
static void write_during(struct author *author)
{
  const uint32_t length = 40 + any(author, 120);
  write(author, "during ");
  write_seconds(author, length);
  end_line(author);
  if (maybe(author, 2)) {
    begin_line(author);
    write_breath_pattern(author);
    end_line(author);
  }
  for (uint32_t at = 2 + any(author, 10); at + 20 < length;
       at += 13 + any(author, 40)) {
    begin_line(author);
    write(author, "at ");
    write_seconds(author, at);
    write(author, " say ");
    write_sentence(author);
    end_line(author);
  }
  if (maybe(author, 2)) {
    begin_line(author);
    write(author, "every ");
    write_seconds(author, 10 + any(author, 20));
    write(author, maybe(author, 2) ? " chime" : " say Stay.");
    end_line(author);
  }
  if (maybe(author, 3)) {
    begin_line(author);
    write(author, "10 seconds before the end chime");
    end_line(author);
  }
  write_end(author, "during");
}

static void write_reps(struct author *author)
{
  static const char *const moves[] = {"Lift", "Squeeze and hold", "Lower",
                                      "Let go of it all"};
  const bool alternating = maybe(author, 3);
  text_append_format(author->out, "reps %u%s", 2 + any(author, 12),
                     alternating ? ", alternating sides" : "");
  end_line(author);
  for (uint32_t i = 1 + any(author, 3); i > 0; i--) {
    begin_line(author);
    text_append_format(author->out, "move %s%s for ", moves[any(author, 4)],
                       alternating && maybe(author, 2) ? " @side" : "");
    write_seconds(author, 1 + any(author, 6));
    end_line(author);
  }
  write_end(author, "reps");
}

static void write_within(struct author *author)
{
  const bool outer = author->in_slot;
  write(author, "within ");
  write_seconds(author, 5 + any(author, 20));
  end_line(author);
  author->in_slot = true;
  write_block(author);
  author->in_slot = outer;
  write_end(author, "within");
}

static void write_each_side(struct author *author)
{
  const bool outer = author->has_side;
  write(author, maybe(author, 3) ? "each side, right first" : "EACH SIDE");
  end_line(author);
  author->has_side = true;
  write_block(author);
  author->has_side = outer;
  write_end(author, "each side");
}

static void write_repeat(struct author *author)
{
  const bool outer = author->has_round;
  text_append_format(author->out, "repeat %u times", 1 + any(author, 3));
  end_line(author);
  author->has_round = true;
  write_block(author);
  author->has_round = outer;
  write_end(author, "repeat");
}

static void write_when(struct author *author)
{
  write(author, "when pace is slow");
  end_line(author);
  write_block(author);
  begin_line(author);
  write(author, "otherwise");
  end_line(author);
  write_block(author);
  write_end(author, "when");
}

static void write_compound(struct author *author)
{
  author->depth++;
  switch (any(author, 5)) {
  case 0:
    write_within(author);
    break;
  case 1:
  case 2:
    write_each_side(author);
    break;
  case 3:
    write_repeat(author);
    break;
  default:
    write_when(author);
    break;
  }
  author->depth--;
}

static void write_timed(struct author *author, const char *words,
                        uint32_t seconds)
{
  write(author, words);
  write_seconds(author, seconds);
  end_line(author);
}

static void write_stepping(struct author *author)
{
  switch (author->in_slot ? 3 : any(author, 3)) {
  case 0:
    text_append_format(author->out, "step Part %u", any(author, 5));
    break;
  case 1:
    write(author, maybe(author, 2) ? "do knee to chest"
                                   : "do bridge with time 20 seconds");
    break;
  case 2:
    write(author,
          maybe(author, 2) ? "wait for me" : "wait for me, at most 30 seconds");
    break;
  default:
    write(author, "speed 160");
    break;
  }
  end_line(author);
}

static void write_small(struct author *author)
{
  switch (any(author, 5)) {
  case 0:
    write(author, "chime");
    break;
  case 1:
    write(author, "background rain quiet");
    break;
  case 2:
    write(author, "background off");
    break;
  case 3:
    write(author, "sound bowl");
    break;
  default:
    text_append_format(author->out, "count %u every ", 2 + any(author, 8));
    write_seconds(author, 1 + any(author, 3));
    break;
  }
  end_line(author);
}

static void write_speech(struct author *author)
{
  if (maybe(author, 6)) {
    write(author, "say");
    end_line(author);
    write_sentences(author);
    write(author, "\n");
    write_sentence(author);
    write(author, "\nend say\n");
    return;
  }
  write(author, maybe(author, 4) ? "explain " : "say ");
  write_sentences(author);
  write(author, "\n");
}

static void write_statement(struct author *author)
{
  begin_line(author);
  if (author->depth < DEPTH_MOST && maybe(author, 6)) {
    write_compound(author);
    return;
  }
  switch (any(author, 11)) {
  case 0:
    write_timed(author, "pause ", 1 + any(author, 9));
    break;
  case 1:
  case 2:
    write_hold(author);
    break;
  case 3:
    write_timed(author, "rest ", 2 + any(author, 30));
    break;
  case 4:
    write_during(author);
    break;
  case 5:
    write_reps(author);
    break;
  case 6:
    write_breathe(author);
    break;
  case 7:
    write_stepping(author);
    break;
  case 8:
    write_small(author);
    break;
  default:
    write_speech(author);
    break;
  }
}

static void write_block(struct author *author)
{
  for (uint32_t i = 1 + any(author, 4); i > 0; i--) {
    write_statement(author);
  }
}

void routine_generate(uint64_t seed, struct text *out)
{
  struct author author = {.state = seed, .out = out};
  write(&author, "title Made up\nlanguage en\n"
                 "value length 45 seconds, from 20 to 90 seconds\n"
                 "value time 30s\n"
                 "value pace slow or brisk\n"
                 "exercise knee to chest\n"
                 "explain Lie on your back.\n"
                 "say Draw it in.\n"
                 "hold @length\n"
                 "end exercise\n"
                 "exercise bridge\n"
                 "say Lift.\n"
                 "hold @time\n"
                 "end\n");
  for (uint32_t i = 2 + any(&author, 8); i > 0; i--) {
    write_statement(&author);
  }
}
