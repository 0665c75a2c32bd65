/* Timed statements with parts of their own: hold, during, within, reps,
   breathe. */

#include "parse/parse.h"

/* cue = "halfway" | "countdown from" quantity | "chime every" duration
       | "time left every" duration */
static const enum word cue_words[] = {WORD_HALFWAY, WORD_COUNTDOWN_FROM,
                                      WORD_CHIME_EVERY, WORD_TIME_LEFT_EVERY};
enum { CUE_WORDS = sizeof(cue_words) / sizeof(cue_words[0]) };

static enum word accept_cue_word(struct parser *parser)
{
  for (size_t i = 0; i < CUE_WORDS; i++) {
    if (parser_accept(parser, cue_words[i])) {
      return cue_words[i];
    }
  }
  return WORD_NONE;
}

static bool refuse_cue_again(struct parser *parser, enum word word)
{
  return parser_error_plain(parser, parser_line_location(parser),
                            "The cue \"%s\" is there twice.",
                            word_entry(word)->spelling);
}

static bool parse_hold_cue(struct parser *parser, struct hold_cues *cues)
{
  const enum word word = accept_cue_word(parser);
  if (word == WORD_NONE) {
    return parser_unexpected(parser,
                             "a cue such as halfway or countdown from 3");
  }
  parser->statement = word; /* the example of what goes wrong from here */
  switch (word) {
  case WORD_HALFWAY:
    if (cues->halfway) {
      return refuse_cue_again(parser, word);
    }
    cues->halfway = true;
    return true;
  case WORD_COUNTDOWN_FROM:
    if (cues->has_countdown) {
      return refuse_cue_again(parser, word);
    }
    cues->has_countdown = true;
    return parse_count(parser, &cues->countdown);
  case WORD_CHIME_EVERY:
    return cues->chime_every.count > 0
               ? refuse_cue_again(parser, word)
               : parse_duration(parser, &cues->chime_every);
  default:
    return cues->time_left_every.count > 0
               ? refuse_cue_again(parser, word)
               : parse_duration(parser, &cues->time_left_every);
  }
}

static bool at_cue(const struct parser *parser)
{
  struct scan_word found;
  for (size_t i = 0; i < CUE_WORDS; i++) {
    if (parser_matches(parser, cue_words[i], &found)) {
      return true;
    }
  }
  return false;
}

/* A comma does for an "and". */
static bool accept_further_cue(struct parser *parser)
{
  if (parser_accept(parser, WORD_AND)) {
    return true;
  }
  if (!at_cue(parser)) {
    return false;
  }
  parser_lay_piece(parser, parser->cursor, parser->cursor,
                   word_entry(WORD_AND)->spelling);
  return true;
}

/* hold = "hold" [ "for" ] length [ "without cues" | "with" cue { "and" cue } ]
 */
bool parse_hold(struct parser *parser, struct statement *statement)
{
  struct hold_cues *cues = &statement->hold.cues;
  if (!parse_stay(parser, &statement->hold.duration)) {
    return false;
  }
  if (parser_accept(parser, WORD_WITHOUT_CUES)) {
    cues->given = true;
    cues->none = true;
    return parser_finish_line(parser);
  }
  if (!parser_accept(parser, WORD_WITH)) {
    if (at_cue(parser)) {
      parser->statement = WORD_WITH;
      return parser_error(parser, parser_line_location(parser),
                          "The word \"with\" is missing before the cue.");
    }
    return parser_finish_line(parser);
  }
  cues->given = true;
  parser->statement = WORD_WITH;
  do {
    if (!parse_hold_cue(parser, cues)) {
      return false;
    }
  } while (accept_further_cue(parser));
  return parser_finish_line(parser);
}

/* during = "during" length lines "end during" */
bool parse_during(struct parser *parser, struct statement *statement)
{
  const bool ok = parse_length(parser, &statement->during.duration) &&
                  parser_finish_line(parser);
  return parse_body(parser, WORD_DURING, PLACE_DURING,
                    &statement->during.body) &&
         ok;
}

/* action = say | chime | sound */
static bool parse_action(struct parser *parser, struct statement *cue)
{
  static const enum word actions[] = {WORD_SAY, WORD_CHIME, WORD_SOUND};
  struct statement *action = parser_take(parser, sizeof(*action));
  if (!action) {
    return false;
  }
  cue->span_cue.action = action;
  action->where = cue->where;
  for (size_t i = 0; i < sizeof(actions) / sizeof(actions[0]); i++) {
    if (parser_accept(parser, actions[i])) {
      parser->statement = actions[i];
      return parse_production(actions[i], &action->kind)(parser, action);
    }
  }
  return parser_unexpected(parser, "say, chime or sound");
}

/* duration, where people also write "the end" and "the start" */
static bool parse_moment(struct parser *parser, struct duration *moment)
{
  struct scan_word word;
  if (parse_at_quantity(parser) || !parser_peek(parser, &word)) {
    return parse_duration(parser, moment);
  }
  const struct location where = parser_location(parser, word.begin, word.end);
  return !parser_refuse_near(parser) &&
         parser_error(parser, where,
                      "I expected a length of time here, not " QUOTED
                      ". What is said first or last stands before the block "
                      "or behind it.",
                      QUOTE(where));
}

/* at = "at" ( "halfway" | duration ) action */
bool parse_cue_at(struct parser *parser, struct statement *statement)
{
  if (parser_accept(parser, WORD_HALFWAY)) {
    statement->span_cue.when = CUE_AT_HALFWAY;
  } else {
    statement->span_cue.when = CUE_AT;
    if (!parse_moment(parser, &statement->span_cue.at)) {
      return false;
    }
  }
  return parse_action(parser, statement);
}

/* every = "every" duration action */
bool parse_cue_every(struct parser *parser, struct statement *statement)
{
  statement->span_cue.when = CUE_EVERY;
  return parse_duration(parser, &statement->span_cue.at) &&
         parse_action(parser, statement);
}

bool parse_cue_before_end(struct parser *parser, struct statement *statement)
{
  statement->span_cue.when = CUE_BEFORE_END;
  return parse_duration(parser, &statement->span_cue.at) &&
         parser_expect(parser, WORD_BEFORE_THE_END) &&
         parse_action(parser, statement);
}

/* within = "within" duration lines "end within" */
bool parse_within(struct parser *parser, struct statement *statement)
{
  const bool ok = parse_duration(parser, &statement->within.duration) &&
                  parser_finish_line(parser);
  return parse_body(parser, WORD_WITHIN, PLACE_WITHIN,
                    &statement->within.body) &&
         ok;
}

/* reps = "reps" quantity [ "alternating sides" [ "left first" | "right first" ]
          ] lines "end reps" */
static bool parse_reps_line(struct parser *parser, struct statement *statement)
{
  if (!parse_count(parser, &statement->reps.count)) {
    return false;
  }
  if (parser_accept(parser, WORD_ALTERNATING_SIDES)) {
    statement->reps.alternating = true;
    statement->reps.first_side = SIDE_LEFT;
    if (parser_accept(parser, WORD_RIGHT_FIRST)) {
      statement->reps.first_side = SIDE_RIGHT;
    } else {
      parser_accept(parser, WORD_LEFT_FIRST);
    }
  }
  return parser_finish_line(parser);
}

bool parse_reps(struct parser *parser, struct statement *statement)
{
  const bool ok = parse_reps_line(parser, statement);
  return parse_body(parser, WORD_REPS, PLACE_REPS, &statement->reps.body) && ok;
}

/* The last "for" of the line: a phase may be called "reach for it". */
static uint32_t find_last_for(const struct parser *parser)
{
  struct parser ahead = *parser;
  struct scan_word word;
  uint32_t last = parser->line.end;
  while (parser_peek(&ahead, &word)) {
    struct scan_word found;
    if (parser_matches(&ahead, WORD_FOR, &found)) {
      last = found.begin;
    }
    ahead.cursor = word.after;
  }
  return last;
}

/* move = "move" TEXT "for" duration */
bool parse_move(struct parser *parser, struct statement *statement)
{
  struct scan_word word;
  const uint32_t last = find_last_for(parser);
  const uint32_t begin = parser_peek(parser, &word) ? word.begin : last;
  uint32_t end = begin;
  while (parser_peek(parser, &word) && word.begin < last) {
    end = word.end;
    parser->cursor = word.after;
  }
  if (end == begin) {
    return parser_unexpected(parser, "what the move is called");
  }
  if (last == parser->line.end) {
    parser->cursor = begin;
    return parser_lacks(parser, WORD_FOR);
  }
  parser_lay_piece(parser, begin, end, NULL);
  return parse_words(parser, parser_location(parser, begin, end),
                     &statement->move.words) &&
         parser_expect(parser, WORD_FOR) &&
         parse_duration(parser, &statement->move.duration) &&
         parser_finish_line(parser);
}

/* pattern = "in" seconds [ "hold" seconds ] "out" seconds [ "hold" seconds ] */
static bool parse_pattern(struct parser *parser, struct breath_pattern *pattern)
{
  if (!parser_expect(parser, WORD_IN) ||
      !parse_breath_seconds(parser, &pattern->in)) {
    return false;
  }
  if (parser_accept(parser, WORD_HOLD_BREATH)) {
    pattern->has_hold_in = true;
    if (!parse_breath_seconds(parser, &pattern->hold_in)) {
      return false;
    }
  }
  if (!parser_expect(parser, WORD_OUT) ||
      !parse_breath_seconds(parser, &pattern->out)) {
    return false;
  }
  if (parser_accept(parser, WORD_HOLD_BREATH)) {
    pattern->has_hold_out = true;
    return parse_breath_seconds(parser, &pattern->hold_out);
  }
  return true;
}

/* quantity "breaths" | length */
static bool parse_breath_length(struct parser *parser,
                                struct statement *statement)
{
  if (!parse_length(parser, &statement->breathe.duration)) {
    return false;
  }
  const struct quantity part = statement->breathe.duration.parts[0];
  if (part.unit != UNIT_BREATHS) {
    return true;
  }
  statement->breathe.breaths = part;
  statement->breathe.breaths.unit = UNIT_NONE;
  statement->breathe.has_breaths = true;
  statement->breathe.duration = (struct duration){0};
  if (!part.value && part.number != (double)(long)part.number) {
    return parser_error(parser, part.where,
                        "Breaths are led whole: " QUOTED " will not do.",
                        QUOTE(part.where));
  }
  return true;
}

/* breathe = "breathe" pattern [ "for" ( quantity "breaths" | length ) ] ; the
   length is left out inside during, and only there */
bool parse_breathe(struct parser *parser, struct statement *statement)
{
  if (!parse_pattern(parser, &statement->breathe.pattern)) {
    return false;
  }
  if (parser->place == PLACE_DURING) {
    struct scan_word word;
    if (parser_matches(parser, WORD_FOR, &word)) {
      return parser_error(parser,
                          parser_location(parser, word.begin, parser->line.end),
                          "Inside \"during\" the breathing lasts as long as "
                          "the block. Leave out what follows \"for\".");
    }
    return parser_finish_line(parser);
  }
  return parser_expect(parser, WORD_FOR) &&
         parse_breath_length(parser, statement) && parser_finish_line(parser);
}
