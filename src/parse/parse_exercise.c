/* Exercises, as they are described. */

#include "parse/parse.h"

#include <string.h>

static bool is_new_exercise(struct parser *parser, const char *folded,
                            struct location name)
{
  size_t count = 0;
  for (const struct exercise *other = parser->routine->exercises; other;
       other = other->next) {
    count++;
    if (strcmp(other->folded, folded) == 0) {
      return parser_error_plain(parser, name,
                                "There is an exercise " QUOTED
                                " already, on line %u. Choose another name.",
                                QUOTE(name),
                                (unsigned)location_line(other->where));
    }
  }
  if (count == PARSE_MOST_EXERCISES) {
    parser->stopped = true;
    return parser_error_plain(parser, name,
                              "A file can have %d exercises at most. Nothing "
                              "further is read.",
                              PARSE_MOST_EXERCISES);
  }
  return true;
}

bool parse_exercise(struct parser *parser)
{
  struct exercise *exercise = parser_take(parser, sizeof(*exercise));
  if (!exercise) {
    return false;
  }
  exercise->routine = parser->routine;
  exercise->where = parser_line_location(parser);
  const struct location name = parser_take_name(parser);
  if (name.begin == name.end) {
    parser_unexpected(parser, "the name of the exercise");
  } else {
    exercise->name = parser_copy(parser, name.begin, name.end);
    exercise->folded = parser_fold(parser, name);
    if (exercise->name && exercise->folded &&
        is_new_exercise(parser, exercise->folded, name)) {
      *parser->next_exercise = exercise;
      parser->next_exercise = &exercise->next;
    }
  }
  return parse_body(parser, WORD_EXERCISE, PLACE_FLOW, &exercise->body);
}
