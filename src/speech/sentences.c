/* Where one spoken sentence ends and the next begins. */

#include "speech/sentences.h"

#include "base/utf8.h"
#include "speech/rules.h"

#include <stdint.h>
#include <string.h>
#include <unicode/uchar.h>

/* Ordinals have at most so many figures: years end sentences. */
#define ORDINAL_FIGURES 3

/* What a mark does to the sentence that it stands in. */
enum mark { MARK_INSIDE, MARK_DOUBTFUL, MARK_ENDS };

static bool is_space(uint32_t c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 ||
         c == 0x202F || c == 0x3000;
}

static bool is_full_width_end(uint32_t c)
{
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

static bool is_space_byte(char byte)
{
  return (unsigned char)byte < 0x80 && is_space((unsigned char)byte);
}

static bool is_figure(char byte)
{
  return byte >= '0' && byte <= '9';
}

static bool is_end(uint32_t c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x203D ||
         c == 0x0964 || c == 0x0965 || c == 0x061F || c == 0x06D4 ||
         is_full_width_end(c);
}

/* UAX 29's Close: quotation marks and brackets that belong to what ended. */
static bool is_close(uint32_t c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xBB ||
         c == 0x2019 || c == 0x201D || c == 0x300D || c == 0xFF09;
}

static uint32_t next_code_point(const char *text, size_t *bytes)
{
  uint32_t c = 0;
  *bytes = *text ? utf8_decode(text, strnlen(text, 4), &c) : 0;
  return c;
}

/* Where the word begins that ends before `end`. */
static const char *word_before(const char *begin, const char *end)
{
  const char *word = end;
  while (word > begin && !is_space_byte(word[-1])) {
    word--;
  }
  while (word < end && (*word == '(' || *word == '"')) {
    word++;
  }
  return word;
}

/* "J." in a name; the English "I" is a word. */
static bool is_initial(const char *begin, const char *stop,
                       const struct speech_rules *rules)
{
  return stop > begin && stop[-1] >= 'A' && stop[-1] <= 'Z' &&
         (stop - begin == 1 || is_space_byte(stop[-2]) || stop[-2] == '.') &&
         !(stop[-1] == 'I' && strcmp(rules->language, "en") == 0);
}

static bool is_ordinal(const char *begin, const char *stop,
                       const struct speech_rules *rules)
{
  const char *word = word_before(begin, stop);
  const char *at = word;
  while (at < stop && is_figure(*at)) {
    at++;
  }
  return at == stop && at > word && at - word <= ORDINAL_FIGURES &&
         speech_rules_may_order(rules, begin, word);
}

/* What a full stop does before the word at `next`. */
static enum mark judge_stop(const char *begin, const char *stop,
                            const char *next, const struct speech_rules *rules)
{
  const char *word = word_before(begin, stop);
  const size_t length = (size_t)(stop - word);
  if (is_initial(begin, stop, rules) ||
      speech_rules_lists(rules->short_words, word, length) ||
      (is_figure(*next) &&
       speech_rules_lists(rules->short_before_figures, word, length))) {
    return MARK_INSIDE;
  }
  return is_ordinal(begin, stop, rules) ? MARK_DOUBTFUL : MARK_ENDS;
}

/* What the mark at `mark` does to the sentence that began at `begin`; `after`
   is behind the mark and what closes with it. A full stop before a small
   letter ends nothing ("approx. three"), unless it ends its line: whoever
   writes a passage without capitals still wants its silences. */
static enum mark judge_mark(const char *begin, const char *mark, uint32_t c,
                            const char *after, const struct speech_rules *rules)
{
  size_t bytes;
  uint32_t next = next_code_point(after, &bytes);
  if (bytes == 0 || is_full_width_end(c)) {
    return MARK_ENDS;
  }
  if (!is_space(next)) {
    return MARK_INSIDE;
  }
  if (c != '.' && c != 0x2026) {
    return MARK_ENDS;
  }
  bool at_line_end = false;
  while (bytes > 0 && is_space(next)) {
    at_line_end = at_line_end || next == '\n';
    after += bytes;
    next = next_code_point(after, &bytes);
  }
  if (!at_line_end && u_islower((UChar32)next)) {
    return MARK_INSIDE;
  }
  if (c != '.' || bytes == 0) {
    return MARK_ENDS;
  }
  const enum mark stop = judge_stop(begin, mark, after, rules);
  return stop == MARK_DOUBTFUL && at_line_end ? MARK_ENDS : stop;
}

/* Behind a closing guillemet that stands after a blank, as French has it. */
static const char *skip_guillemet(const char *text)
{
  size_t blank;
  size_t bytes;
  const uint32_t c = next_code_point(text, &blank);
  const bool closes =
      is_space(c) && c != '\n' && next_code_point(text + blank, &bytes) == 0xBB;
  return closes ? text + blank + bytes : text;
}

/* Behind the marks and closing quotation marks that begin at `mark`. */
static const char *skip_marks(const char *mark)
{
  size_t bytes;
  uint32_t c = next_code_point(mark, &bytes);
  while (bytes > 0 && (is_end(c) || is_close(c))) {
    mark += bytes;
    c = next_code_point(mark, &bytes);
  }
  return skip_guillemet(mark);
}

static const char *find_end(const char *begin, const struct speech_rules *rules,
                            bool *doubtful)
{
  const char *space = NULL;
  const char *at = begin;
  while (*at) {
    size_t bytes;
    const uint32_t c = next_code_point(at, &bytes);
    if (at - begin >= SENTENCE_BYTES_MAX) {
      return space ? space : at;
    }
    if (!is_end(c)) {
      space = is_space(c) ? at : space;
      at += bytes;
      continue;
    }
    const char *after = skip_marks(at);
    const enum mark mark = judge_mark(begin, at, c, after, rules);
    if (mark == MARK_ENDS) {
      return after;
    }
    *doubtful = *doubtful || mark == MARK_DOUBTFUL;
    at = after;
  }
  return at;
}

static const char *skip_space(const char *text)
{
  size_t bytes;
  uint32_t c = next_code_point(text, &bytes);
  while (bytes > 0 && is_space(c)) {
    text += bytes;
    c = next_code_point(text, &bytes);
  }
  return text;
}

static bool has_words(const char *begin, const char *end)
{
  while (begin < end) {
    size_t bytes;
    const uint32_t c = next_code_point(begin, &bytes);
    if (u_isalnum((UChar32)c)) {
      return true;
    }
    begin += bytes;
  }
  return false;
}

bool sentence_next(const char **text, const char *language,
                   struct sentence *sentence)
{
  const struct speech_rules *rules = speech_rules_for(language);
  const char *begin = skip_space(*text);
  if (!*begin) {
    return false;
  }
  bool doubtful = false;
  const char *end = find_end(begin, rules, &doubtful);
  for (const char *next = skip_space(end); *next; next = skip_space(end)) {
    bool ignored = false;
    const char *next_end = find_end(next, rules, &ignored);
    if ((has_words(begin, end) && has_words(next, next_end)) ||
        next_end - begin > SENTENCE_BYTES_MAX) {
      break;
    }
    end = next_end;
  }
  *text = end;
  while (is_space_byte(end[-1])) {
    end--;
  }
  *sentence = (struct sentence){
      .bytes = begin, .length = (size_t)(end - begin), .doubtful = doubtful};
  return true;
}
