/* The statements at the top of a file. */

#include "parse/parse.h"

#include <string.h>

/* title = "title" TEXT ; about, author, licence and source alike */
static bool parse_header_text(struct parser *parser, struct words *words)
{
  if (words->where.source) {
    return parser_error_plain(
        parser, parser_line_location(parser),
        "There is a \"%s\" already, on line %u. Keep one of the two.",
        word_entry(parser->statement)->spelling,
        (unsigned)location_line(words->where));
  }
  const struct location where = parser_take_name(parser);
  if (where.begin == where.end) {
    return parser_unexpected(parser, "its text");
  }
  return parse_words(parser, where, words);
}

static bool is_tag(const char *bytes, size_t length)
{
  size_t part = 0;
  for (size_t i = 0; i < length; i++) {
    const char c = bytes[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    if (c == '-' && part > 1) {
      part = 0;
    } else if (letter || (digit && i > part)) {
      part++;
    } else {
      return false;
    }
    if (part > 8) {
      return false;
    }
  }
  return part > 0 && length > 1;
}

/* language = "language" TAG ; a tag as in BCP 47 */
static bool parse_language(struct parser *parser)
{
  const struct location where = parser_take_name(parser);
  if (!is_tag(quoted_bytes(where), where.end - where.begin)) {
    return parser_error(parser, parser_line_location(parser),
                        "A language is named by its tag, such as en, en-gb or "
                        "de.");
  }
  parser->routine->language_where = where;
  parser->routine->language = parser_copy(parser, where.begin, where.end);
  return parser->routine->language;
}

/* pronounce = "pronounce" WORD "as" TEXT */
static bool parse_pronounce(struct parser *parser)
{
  struct scan_word found;
  struct scan_word word;
  const uint32_t begin = parser_peek(parser, &word) ? word.begin : 0;
  uint32_t end = begin;
  while (!parser_matches(parser, WORD_AS, &found) &&
         parser_peek(parser, &word)) {
    parser_lay_piece(parser, word.begin, word.end, NULL);
    end = word.end;
    parser->cursor = word.after;
  }
  if (end == begin) {
    return parser_unexpected(parser, "the word to pronounce");
  }
  if (!parser_accept(parser, WORD_AS)) {
    parser->cursor = begin;
    return parser_lacks(parser, WORD_AS);
  }
  const struct location spoken = parser_take_name(parser);
  if (spoken.begin == spoken.end) {
    return parser_unexpected(parser, "how the word is spoken");
  }
  struct pronunciation *entry = parser_take(parser, sizeof(*entry));
  if (!entry) {
    return false;
  }
  entry->word = parser_copy(parser, begin, end);
  entry->spoken = parser_copy(parser, spoken.begin, spoken.end);
  *parser->next_pronunciation = entry;
  parser->next_pronunciation = &entry->next;
  return entry->word && entry->spoken;
}

/* include = "include" NAME */
static bool parse_include(struct parser *parser)
{
  const struct location where = parser_take_name(parser);
  const size_t length = where.end - where.begin;
  if (length == 0) {
    return parser_unexpected(parser, "the name of a routine");
  }
  if (memchr(quoted_bytes(where), '/', length)) {
    return parser_error(parser, where,
                        QUOTED " is a path. Give the name alone: of a file "
                               "beside this one, or of a routine in the "
                               "library.",
                        QUOTE(where));
  }
  struct pending_include *include = parser_take(parser, sizeof(*include));
  if (include) {
    include->where = where;
    *parser->next_include = include;
    parser->next_include = &include->next;
  }
  return include;
}

/* voice = "voice" NAME ; speed, pitch, volume = WORD quantity */
static bool parse_first_setting(struct parser *parser, enum word word)
{
  struct statement setting = {0};
  enum statement_kind kind;
  if (!parse_production(word, &kind)(parser, &setting)) {
    return false;
  }
  switch (word) {
  case WORD_VOICE:
    parser->routine->voice = setting.voice.name;
    parser->routine->voice_where = parser_line_location(parser);
    break;
  case WORD_SPEED:
    parser->routine->speed = setting.setting.number;
    break;
  case WORD_PITCH:
    parser->routine->pitch = setting.setting.number;
    break;
  default:
    parser->routine->volume = setting.setting.number;
    break;
  }
  return true;
}

bool parse_header(struct parser *parser, enum word word)
{
  struct routine *routine = parser->routine;
  switch (word) {
  case WORD_TITLE:
    return parse_header_text(parser, &routine->title);
  case WORD_ABOUT:
    return parse_header_text(parser, &routine->about);
  case WORD_AUTHOR:
    return parse_header_text(parser, &routine->author);
  case WORD_LICENCE:
    return parse_header_text(parser, &routine->licence);
  case WORD_SOURCE:
    return parse_header_text(parser, &routine->origin);
  case WORD_LANGUAGE:
    return parse_language(parser);
  case WORD_PRONOUNCE:
    return parse_pronounce(parser);
  case WORD_INCLUDE:
    return parse_include(parser);
  case WORD_VALUE:
    return parse_value(parser);
  default:
    return parse_first_setting(parser, word);
  }
}
