/* Text that is spoken or shown, and what an at sign refers to. */

#include "terms/parse_text.h"

#include "base/text.h"
#include "base/utf8.h"
#include "script/cursor_error.h"
#include "script/name.h"
#include "terms/builder.h"

#include <string.h>
#include <strings.h>

/* --- References --- */

static bool is_letter(uint32_t c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == 0xAA ||
         c == 0xBA ||
         (c >= 0xC0 && c != 0xD7 && c != 0xF7 &&
          !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) &&
          c != 0xFEFF && c != UTF8_REPLACEMENT);
}

static bool is_digit(uint32_t c)
{
  return c >= '0' && c <= '9';
}

/* name = letter { letter | digit | "-" (letter | digit) } */
uint32_t value_name_end(const struct source *source, uint32_t from,
                        uint32_t limit)
{
  uint32_t end = from;
  while (end < limit) {
    uint32_t c;
    uint32_t at = end;
    const bool hyphen = end > from && source->bytes[at] == '-';
    at += hyphen;
    if (at == limit) {
      break;
    }
    const size_t size = utf8_decode(source->bytes + at, limit - at, &c);
    if (!is_letter(c) && !(is_digit(c) && end > from)) {
      break;
    }
    end = at + (uint32_t)size;
  }
  return end;
}

bool value_name_is_reserved(const char *folded)
{
  return strcmp(folded, "side") == 0 || strcmp(folded, "other") == 0 ||
         strcmp(folded, "round") == 0;
}

bool parse_value_name(struct cursor *cursor, enum value_need need,
                      const char **folded, struct location *where)
{
  struct scan_word word;
  cursor_peek(cursor, &word);
  const uint32_t begin = word.begin + 1;
  const uint32_t end = value_name_end(cursor->source, begin, word.end);
  *where = cursor_location(cursor, word.begin, end);
  if (begin == end) {
    return cursor_error(cursor, *where,
                        "The name of a value must follow the at sign.");
  }
  *folded = cursor_fold(cursor, cursor_location(cursor, begin, end));
  if (!*folded) {
    return false;
  }
  if (value_name_is_reserved(*folded)) {
    return cursor_error(cursor, *where,
                        "\"@%s\" can be spoken, but it is no "
                        "length and no number.",
                        *folded);
  }
  if (builder_names_item(cursor->builder, *folded)) {
    return cursor_error_plain(cursor, *where,
                              "\"@%s\" is an item of a list. It can be spoken, "
                              "or given to a text with \"do\".",
                              *folded);
  }
  cursor_lay_piece(cursor, word.begin, end, NULL);
  cursor->at = end < word.end ? end : word.after;
  if (need != NEED_ANY) {
    builder_add_use(
        cursor,
        &(struct value_use){.folded = *folded, .need = need, .where = *where});
  }
  return true;
}

/* Takes "@" and a name that has a meaning of its own. */
static bool accept_reserved(struct cursor *cursor, const char *name,
                            struct location *where)
{
  struct scan_word word;
  if (cursor_next_byte(cursor) != '@' || !cursor_peek(cursor, &word)) {
    return false;
  }
  const uint32_t begin = word.begin + 1;
  const uint32_t end = value_name_end(cursor->source, begin, word.end);
  if (end - begin != strlen(name) ||
      strncasecmp(cursor->source->bytes + begin, name, end - begin) != 0) {
    return false;
  }
  *where = cursor_location(cursor, word.begin, end);
  cursor_lay_piece(cursor, word.begin, end, NULL);
  cursor->at = end < word.end ? end : word.after;
  return true;
}

bool parse_accept_round(struct cursor *cursor, struct location *where)
{
  if (!accept_reserved(cursor, "round", where)) {
    return false;
  }
  cursor->builder->round_where = *where;
  return true;
}

bool parse_accept_item(struct cursor *cursor, const char **folded)
{
  for (const struct item_name *name = cursor->builder->names; name;
       name = name->outer) {
    struct location where;
    if (accept_reserved(cursor, name->folded, &where)) {
      *folded = name->folded;
      return true;
    }
  }
  return false;
}

bool parse_accept_side(struct cursor *cursor, struct location *where)
{
  return accept_reserved(cursor, "side", where);
}

/* --- Pieces --- */

/* Text being cut into pieces. */
struct cutter {
  struct cursor *cursor;
  struct words *words;
  struct piece *pieces;
  size_t capacity;
  struct text literal;
  uint32_t at;
  uint32_t end;
};

static bool add_piece(struct cutter *cutter, enum piece_kind kind,
                      const char *text)
{
  if (cutter->words->count == cutter->capacity) {
    cutter->cursor->status = STATUS_NO_MEMORY;
    return false;
  }
  cutter->pieces[cutter->words->count++] = (struct piece){kind, text};
  return true;
}

/* The lines of a passage stand without the white space around them, which is
   for the eye alone. */
static void append_literal(struct cutter *cutter, const char *bytes,
                           size_t length)
{
  struct text *out = &cutter->literal;
  const char *feed;
  while ((feed = memchr(bytes, '\n', length))) {
    const size_t line = (size_t)(feed - bytes);
    text_append_bytes(out, bytes, line);
    if (out->length > 0) {
      out->length = name_trim_space(out->bytes, out->length);
    }
    text_append(out, "\n");
    const size_t skipped = line + name_skip_space(feed, length - line);
    bytes += skipped;
    length -= skipped;
  }
  text_append_bytes(out, bytes, length);
}

static bool end_literal(struct cutter *cutter)
{
  if (cutter->literal.length == 0) {
    return true;
  }
  char *copy = cutter->literal.status == STATUS_OK
                   ? cursor_take(cutter->cursor, cutter->literal.length + 1)
                   : NULL;
  if (!copy) {
    cutter->cursor->status = STATUS_NO_MEMORY;
    return false;
  }
  memcpy(copy, text_string(&cutter->literal), cutter->literal.length);
  text_clear(&cutter->literal);
  return add_piece(cutter, PIECE_LITERAL, copy);
}

/* The "side" of "@other side"; 0 when it does not follow. */
static uint32_t find_other_side(const struct cutter *cutter, uint32_t end)
{
  const struct source *source = cutter->cursor->source;
  const uint32_t begin =
      end + (uint32_t)name_skip_space(source->bytes + end, cutter->end - end);
  const uint32_t after = value_name_end(source, begin, cutter->end);
  return begin > end && after - begin == 4 &&
                 strncasecmp(source->bytes + begin, "side", 4) == 0
             ? after
             : 0;
}

static bool add_reference(struct cutter *cutter, uint32_t name_end)
{
  struct cursor *cursor = cutter->cursor;
  const struct location name =
      cursor_location(cursor, cutter->at + 1, name_end);
  const struct location where = cursor_location(cursor, cutter->at, name_end);
  const char *folded = cursor_fold(cursor, name);
  if (!folded || !end_literal(cutter)) {
    return false;
  }
  cutter->at = name_end;
  if (strcmp(folded, "side") == 0) {
    return add_piece(cutter, PIECE_SIDE, NULL);
  }
  if (strcmp(folded, "round") == 0) {
    return add_piece(cutter, PIECE_ROUND, NULL);
  }
  if (strcmp(folded, "other") == 0) {
    const uint32_t after = find_other_side(cutter, name_end);
    if (after == 0) {
      return cursor_error_plain(cursor, where,
                                "\"@other\" stands alone here. Write \"@other "
                                "side\", or \"@@\" for an at sign that is "
                                "spoken.");
    }
    cutter->at = after;
    return add_piece(cutter, PIECE_OTHER_SIDE, NULL);
  }
  if (!builder_names_item(cursor->builder, folded)) {
    builder_add_use(cursor, &(struct value_use){.folded = folded,
                                                .need = NEED_ANY,
                                                .where = where});
  }
  return add_piece(cutter, PIECE_VALUE, folded);
}

static bool cut_pieces(struct cutter *cutter)
{
  const struct source *source = cutter->cursor->source;
  while (cutter->at < cutter->end) {
    const char *bytes = source->bytes + cutter->at;
    const char *sign = memchr(bytes, '@', cutter->end - cutter->at);
    const uint32_t at = sign ? (uint32_t)(sign - source->bytes) : cutter->end;
    append_literal(cutter, bytes, at - cutter->at);
    cutter->at = at;
    if (at == cutter->end) {
      break;
    }
    const uint32_t name_end = value_name_end(source, at + 1, cutter->end);
    if (name_end > at + 1) {
      if (!add_reference(cutter, name_end)) {
        return false;
      }
      continue;
    }
    const bool twice = at + 1 < cutter->end && source->bytes[at + 1] == '@';
    text_append(&cutter->literal, "@");
    cutter->at += twice ? 2 : 1;
  }
  return end_literal(cutter);
}

static size_t count_signs(const struct source *source, struct location where)
{
  size_t count = 0;
  for (uint32_t i = where.begin; i < where.end; i++) {
    count += source->bytes[i] == '@';
  }
  return count;
}

bool parse_words(struct cursor *cursor, struct location where,
                 struct words *words)
{
  const size_t capacity = 2 * count_signs(cursor->source, where) + 1;
  *words = (struct words){.where = where};
  struct piece *pieces = cursor_take(cursor, capacity * sizeof(struct piece));
  if (!pieces) {
    return false;
  }
  words->pieces = pieces;
  struct cutter cutter = {.cursor = cursor,
                          .words = words,
                          .pieces = pieces,
                          .capacity = capacity,
                          .at = where.begin,
                          .end = where.end};
  const bool ok = cut_pieces(&cutter);
  text_finish(&cutter.literal);
  return ok;
}

bool parse_text(struct cursor *cursor, struct words *words)
{
  const struct location where = cursor_take_rest(cursor);
  if (where.begin == where.end) {
    return cursor_error(cursor, cursor_line_location(cursor),
                        "This line lacks its text.");
  }
  return parse_words(cursor, where, words);
}
