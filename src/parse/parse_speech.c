/* Speech, and how it sounds from here on. */

#include "base/utterance.h"
#include "parse/statements.h"
#include "script/cursor_error.h"
#include "terms/builder.h"
#include "terms/number.h"
#include "terms/parse_text.h"

/* say = "say" TEXT | "say" passage ; explain and describe alike */
bool parse_say(struct cursor *cursor, struct statement *statement)
{
  if (cursor_at_end(cursor)) {
    builder_open_passage(cursor, &statement->say.words);
    return true;
  }
  return parse_text(cursor, &statement->say.words);
}

/* voice = "voice" NAME */
bool parse_voice(struct cursor *cursor, struct statement *statement)
{
  struct location name;
  if (!cursor_expect_name(cursor, "the name of a voice", &name)) {
    return false;
  }
  statement->voice.name = cursor_copy(cursor, name);
  return statement->voice.name;
}

/* setting = quantity ; within a range */
static bool parse_setting(struct cursor *cursor, struct quantity *quantity,
                          double least, double most)
{
  if (!parse_quantity(cursor, NEED_NUMBER, quantity)) {
    return false;
  }
  if (quantity_is_literal(quantity) &&
      (quantity->number < least || quantity->number > most)) {
    return cursor_error(cursor, quantity->where,
                        QUOTED " is out of range: \"%s\" goes from %g to %g.",
                        QUOTE(quantity->where),
                        word_entry(cursor->statement)->spelling, least, most);
  }
  return true;
}

/* speed = "speed" quantity [ "words a minute" ] ; eSpeak NG's range */
bool parse_speed(struct cursor *cursor, struct statement *statement)
{
  if (!parse_setting(cursor, &statement->setting.number, SPEED_LEAST,
                     SPEED_MOST)) {
    return false;
  }
  cursor_accept(cursor, WORD_WORDS_A_MINUTE);
  return cursor_finish_line(cursor);
}

/* pitch = "pitch" quantity */
bool parse_pitch(struct cursor *cursor, struct statement *statement)
{
  return parse_setting(cursor, &statement->setting.number, 0, PITCH_MOST) &&
         cursor_finish_line(cursor);
}

/* volume = "volume" quantity [ "percent" ] */
bool parse_volume(struct cursor *cursor, struct statement *statement)
{
  if (!parse_setting(cursor, &statement->setting.number, 0, VOLUME_MOST)) {
    return false;
  }
  cursor_accept(cursor, WORD_PERCENT);
  return cursor_finish_line(cursor);
}
