/* Statements of one line, and the table of all productions. */

#include "base/utterance.h"
#include "parse/parse.h"

#include <string.h>

/* say = "say" TEXT | "say" passage ; explain alike */
bool parse_say(struct parser *parser, struct statement *statement)
{
  if (parser_at_end(parser)) {
    return parse_passage(parser, &statement->say.words);
  }
  return parse_text(parser, &statement->say.words);
}

/* pause = "pause" [ "for" ] length */
static bool parse_pause(struct parser *parser, struct statement *statement)
{
  return parse_stay(parser, &statement->pause.duration) &&
         parser_finish_line(parser);
}

/* rest = "rest" [ "for" ] length */
static bool parse_rest(struct parser *parser, struct statement *statement)
{
  return parse_stay(parser, &statement->rest.duration) &&
         parser_finish_line(parser);
}

/* count = "count" quantity "every" duration */
static bool parse_counting(struct parser *parser, struct statement *statement)
{
  return parse_count(parser, &statement->count.count) &&
         parser_expect(parser, WORD_EVERY) &&
         parse_duration(parser, &statement->count.every) &&
         parser_finish_line(parser);
}

/* step = "step" TEXT */
static bool parse_step(struct parser *parser, struct statement *statement)
{
  const struct location name = parser_take_name(parser);
  if (name.begin == name.end) {
    return parser_unexpected(parser, "the name of the step");
  }
  return parse_words(parser, name, &statement->step.name);
}

/* wait = "wait for me" [ "at most" duration ] */
static bool parse_wait(struct parser *parser, struct statement *statement)
{
  if (parser_accept(parser, WORD_AT_MOST) &&
      !parse_duration(parser, &statement->wait.limit)) {
    return false;
  }
  return parser_finish_line(parser);
}

/* do = "do" NAME [ "with" NAME value { "and" NAME value } ] ; what the name is
   shows once every exercise is known */
static bool parse_do(struct parser *parser, struct statement *statement)
{
  const uint32_t begin =
      scan_skip_marks(parser->source, parser->cursor, parser->line.end);
  if (begin == parser->line.end) {
    return parser_unexpected(parser, "the name of an exercise");
  }
  struct pending_do *pending = parser_take(parser, sizeof(*pending));
  if (pending) {
    *pending = (struct pending_do){
        statement, parser_location(parser, begin, parser->line.end), NULL};
    *parser->next_do = pending;
    parser->next_do = &pending->next;
  }
  parser->cursor = parser->line.end;
  return pending;
}

/* The name of a sound: never a path. */
static bool check_sound_name(struct parser *parser, struct location where)
{
  const char *bytes = quoted_bytes(where);
  const size_t length = where.end - where.begin;
  if (memchr(bytes, '/', length) || memchr(bytes, '\\', length)) {
    return parser_error(parser, where,
                        QUOTED " is a path. Put the sound file beside the "
                               "routine and give its name alone.",
                        QUOTE(where));
  }
  return true;
}

/* "chime 3 times": no sound is called that. */
static bool is_how_often(const struct parser *parser)
{
  struct parser ahead = *parser;
  struct scan_word found;
  double number;
  ahead.quiet = true;
  ahead.layout = NULL;
  return parse_at_quantity(&ahead) && parse_number(&ahead, &number) &&
         parser_matches(&ahead, WORD_TIMES, &found);
}

/* chime = "chime" [ NAME ] */
bool parse_chime(struct parser *parser, struct statement *statement)
{
  if (is_how_often(parser)) {
    parser->statement = WORD_REPEAT;
    return parser_error(parser, parser_line_location(parser),
                        "A chime rings once. For more, put it inside "
                        "\"repeat\".");
  }
  const struct location name = parser_take_name(parser);
  if (name.begin == name.end) {
    return true;
  }
  statement->chime.name = parser_copy(parser, name.begin, name.end);
  return statement->chime.name && check_sound_name(parser, name);
}

/* sound = "sound" NAME */
bool parse_sound(struct parser *parser, struct statement *statement)
{
  const struct location name = parser_take_name(parser);
  if (name.begin == name.end) {
    return parser_unexpected(parser, "the name of a sound");
  }
  statement->sound.name = parser_copy(parser, name.begin, name.end);
  return statement->sound.name && check_sound_name(parser, name);
}

static bool accept_level(struct parser *parser, enum bed_level *level)
{
  if (parser_accept(parser, WORD_QUIET)) {
    *level = BED_QUIET;
    return true;
  }
  if (parser_accept(parser, WORD_SOFT)) {
    *level = BED_SOFT;
    return true;
  }
  if (parser_accept(parser, WORD_FULL)) {
    *level = BED_FULL;
    return true;
  }
  return false;
}

/* background = "background" ( "off" | NAME [ "quiet" | "soft" | "full" ] ) */
static bool parse_background(struct parser *parser, struct statement *statement)
{
  struct scan_word word;
  if (parser_accept(parser, WORD_OFF)) {
    return parser_finish_line(parser);
  }
  struct location name = parser_location(parser, 0, 0);
  while (parser_peek(parser, &word)) {
    const uint32_t before = parser->cursor;
    struct parser ahead = *parser;
    ahead.layout = NULL;
    if (name.end > 0 && accept_level(&ahead, &statement->background.level) &&
        parser_at_end(&ahead)) {
      accept_level(parser, &statement->background.level);
      break;
    }
    statement->background.level = BED_SOFT;
    name.begin = name.end > 0 ? name.begin : word.begin;
    name.end = word.end;
    parser->cursor = word.after > before ? word.after : parser->line.end;
  }
  if (name.end == 0) {
    return parser_unexpected(parser, "the name of a sound, or \"off\"");
  }
  parser_lay_piece(parser, name.begin, name.end, NULL);
  statement->background.name = parser_copy(parser, name.begin, name.end);
  return statement->background.name && check_sound_name(parser, name);
}

/* voice = "voice" NAME */
static bool parse_voice(struct parser *parser, struct statement *statement)
{
  const struct location name = parser_take_name(parser);
  if (name.begin == name.end) {
    return parser_unexpected(parser, "the name of a voice");
  }
  statement->voice.name = parser_copy(parser, name.begin, name.end);
  return statement->voice.name;
}

/* speed = "speed" quantity [ "words a minute" ] ; eSpeak NG's range */
static bool parse_speed(struct parser *parser, struct statement *statement)
{
  if (!parse_setting(parser, &statement->setting.number, SPEED_LEAST,
                     SPEED_MOST)) {
    return false;
  }
  parser_accept(parser, WORD_WORDS_A_MINUTE);
  return parser_finish_line(parser);
}

/* pitch = "pitch" quantity */
static bool parse_pitch(struct parser *parser, struct statement *statement)
{
  return parse_setting(parser, &statement->setting.number, 0, PITCH_MOST) &&
         parser_finish_line(parser);
}

/* volume = "volume" quantity [ "percent" ] */
static bool parse_volume(struct parser *parser, struct statement *statement)
{
  if (!parse_setting(parser, &statement->setting.number, 0, VOLUME_MOST)) {
    return false;
  }
  parser_accept(parser, WORD_PERCENT);
  return parser_finish_line(parser);
}

struct production {
  enum word word;
  enum statement_kind kind;
  parse_function parse;
};

static const struct production productions[] = {
    {WORD_SAY, STATEMENT_SAY, parse_say},
    {WORD_EXPLAIN, STATEMENT_EXPLAIN, parse_say},
    {WORD_PAUSE, STATEMENT_PAUSE, parse_pause},
    {WORD_HOLD, STATEMENT_HOLD, parse_hold},
    {WORD_REST, STATEMENT_REST, parse_rest},
    {WORD_DURING, STATEMENT_DURING, parse_during},
    {WORD_AT, STATEMENT_SPAN_CUE, parse_cue_at},
    {WORD_EVERY, STATEMENT_SPAN_CUE, parse_cue_every},
    {WORD_BEFORE_THE_END, STATEMENT_SPAN_CUE, parse_cue_before_end},
    {WORD_WITHIN, STATEMENT_WITHIN, parse_within},
    {WORD_COUNT, STATEMENT_COUNT, parse_counting},
    {WORD_REPS, STATEMENT_REPS, parse_reps},
    {WORD_MOVE, STATEMENT_MOVE, parse_move},
    {WORD_BREATHE, STATEMENT_BREATHE, parse_breathe},
    {WORD_EACH_SIDE, STATEMENT_EACH_SIDE, parse_each_side},
    {WORD_REPEAT, STATEMENT_REPEAT, parse_repeat},
    {WORD_DO, STATEMENT_DO, parse_do},
    {WORD_STEP, STATEMENT_STEP, parse_step},
    {WORD_WAIT_FOR_ME, STATEMENT_WAIT, parse_wait},
    {WORD_CHIME, STATEMENT_CHIME, parse_chime},
    {WORD_SOUND, STATEMENT_SOUND, parse_sound},
    {WORD_BACKGROUND, STATEMENT_BACKGROUND, parse_background},
    {WORD_WHEN, STATEMENT_WHEN, parse_when},
    {WORD_VOICE, STATEMENT_VOICE, parse_voice},
    {WORD_SPEED, STATEMENT_SPEED, parse_speed},
    {WORD_PITCH, STATEMENT_PITCH, parse_pitch},
    {WORD_VOLUME, STATEMENT_VOLUME, parse_volume},
};

parse_function parse_production(enum word word, enum statement_kind *kind)
{
  for (size_t i = 0; i < sizeof(productions) / sizeof(productions[0]); i++) {
    if (productions[i].word == word) {
      *kind = productions[i].kind;
      return productions[i].parse;
    }
  }
  return NULL;
}
