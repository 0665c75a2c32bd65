/* The table of productions: which function reads a line that begins with a
   word. */

#include "parse/productions.h"

static const struct {
  enum statement_kind kind;
  statement_production *parse;
} statements[WORD_AFTER_LAST] = {
    [WORD_SAY] = {STATEMENT_SAY, parse_say},
    [WORD_EXPLAIN] = {STATEMENT_EXPLAIN, parse_say},
    [WORD_DESCRIBE] = {STATEMENT_DESCRIBE, parse_say},
    [WORD_PAUSE] = {STATEMENT_PAUSE, parse_pause},
    [WORD_HOLD] = {STATEMENT_HOLD, parse_hold},
    [WORD_REST] = {STATEMENT_REST, parse_rest},
    [WORD_DURING] = {STATEMENT_DURING, parse_during},
    [WORD_AT] = {STATEMENT_SPAN_CUE, parse_at},
    [WORD_EVERY] = {STATEMENT_SPAN_CUE, parse_every},
    [WORD_BEFORE_THE_END] = {STATEMENT_SPAN_CUE, parse_before_the_end},
    [WORD_WITHIN] = {STATEMENT_WITHIN, parse_within},
    [WORD_COUNT] = {STATEMENT_COUNT, parse_counting},
    [WORD_REPS] = {STATEMENT_REPS, parse_reps},
    [WORD_MOVE] = {STATEMENT_MOVE, parse_move},
    [WORD_BREATHE] = {STATEMENT_BREATHE, parse_breathe},
    [WORD_EACH_SIDE] = {STATEMENT_EACH_SIDE, parse_each_side},
    [WORD_LEFT_SIDE] = {STATEMENT_ONE_SIDE, parse_left_side},
    [WORD_RIGHT_SIDE] = {STATEMENT_ONE_SIDE, parse_right_side},
    [WORD_FOR_EACH] = {STATEMENT_FOR_EACH, parse_for_each},
    [WORD_REPEAT] = {STATEMENT_REPEAT, parse_repeat},
    [WORD_DO] = {STATEMENT_DO, parse_do},
    [WORD_STEP] = {STATEMENT_STEP, parse_step},
    [WORD_WAIT_FOR_ME] = {STATEMENT_WAIT, parse_wait},
    [WORD_CHIME] = {STATEMENT_CHIME, parse_chime},
    [WORD_SOUND] = {STATEMENT_SOUND, parse_sound},
    [WORD_BACKGROUND] = {STATEMENT_BACKGROUND, parse_background},
    [WORD_WHEN] = {STATEMENT_WHEN, parse_when},
    [WORD_VOICE] = {STATEMENT_VOICE, parse_voice},
    [WORD_SPEED] = {STATEMENT_SPEED, parse_speed},
    [WORD_PITCH] = {STATEMENT_PITCH, parse_pitch},
    [WORD_VOLUME] = {STATEMENT_VOLUME, parse_volume},
};

static definition_production *const definitions[WORD_AFTER_LAST] = {
    [WORD_TITLE] = parse_title,         [WORD_ABOUT] = parse_about,
    [WORD_AUTHOR] = parse_author,       [WORD_LICENCE] = parse_licence,
    [WORD_SOURCE] = parse_source,       [WORD_LANGUAGE] = parse_language,
    [WORD_OPENING] = parse_opening,     [WORD_CLOSING] = parse_closing,
    [WORD_PRONOUNCE] = parse_pronounce, [WORD_INCLUDE] = parse_include,
    [WORD_VALUE] = parse_value,         [WORD_EXERCISE] = parse_exercise,
    [WORD_VOICE] = parse_first_voice,   [WORD_SPEED] = parse_first_speed,
    [WORD_PITCH] = parse_first_pitch,   [WORD_VOLUME] = parse_first_volume,
};

statement_production *production_statement(enum word word,
                                           enum statement_kind *kind)
{
  *kind = statements[word].kind;
  return statements[word].parse;
}

definition_production *production_definition(enum word word)
{
  return definitions[word];
}
