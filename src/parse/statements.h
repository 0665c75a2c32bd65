/* The productions of the language: each reads the rest of one line. */

#ifndef SUPINE_PARSE_STATEMENTS_H
#define SUPINE_PARSE_STATEMENTS_H

#include "script/cursor.h"
#include "script/tree.h"

/* The first word has been taken; `statement`, zeroed, has its kind and place,
   and `cursor->statement` is the first word. False when an error was reported
   or memory is short: the statement is then not kept. A production that opens
   a block or a passage only says so (builder_open()), and the lines inside are
   read after it (block.c). The production itself stands in a comment above its
   function. */
typedef bool statement_production(struct cursor *cursor,
                                  struct statement *statement);

/* The same for what says something about the file and adds no statement. */
typedef bool definition_production(struct cursor *cursor);

/* parse_header.c */
definition_production parse_title;
definition_production parse_about;
definition_production parse_author;
definition_production parse_licence;
definition_production parse_source;
definition_production parse_language;
definition_production parse_opening;
definition_production parse_closing;
definition_production parse_pronounce;
definition_production parse_include;
definition_production parse_first_voice;
definition_production parse_first_speed;
definition_production parse_first_pitch;
definition_production parse_first_volume;

/* parse_value.c */
definition_production parse_value;
/* NAME that no value of the file has yet */
bool parse_new_name(struct cursor *cursor, struct value *value);

/* parse_flow.c */
definition_production parse_exercise;
statement_production parse_do;
statement_production parse_each_side;
statement_production parse_left_side;
statement_production parse_right_side;
/* first side = "left first" | "right first" ; left when neither is next */
enum side parse_first_side(struct cursor *cursor);
statement_production parse_for_each;
statement_production parse_repeat;
statement_production parse_step;

/* parse_when.c */
statement_production parse_when;

/* parse_speech.c */
statement_production parse_say;
statement_production parse_voice;
statement_production parse_speed;
statement_production parse_pitch;
statement_production parse_volume;

/* parse_sound.c */
statement_production parse_chime;
statement_production parse_sound;
statement_production parse_background;

/* parse_hold.c */
statement_production parse_pause;
statement_production parse_hold;
statement_production parse_rest;
statement_production parse_wait;

/* parse_span.c */
statement_production parse_during;
statement_production parse_at;
statement_production parse_every;
statement_production parse_before_the_end;
statement_production parse_within;

/* parse_rhythm.c */
statement_production parse_counting;
statement_production parse_reps;
statement_production parse_move;
statement_production parse_breathe;

#endif
