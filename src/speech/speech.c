/* From text that people write to sentences that an engine says well. */

#include "speech/speech.h"

#include "base/utf8.h"
#include "speech/characters.h"
#include "speech/figures.h"
#include "speech/rules.h"
#include "speech/signs.h"

#include <string.h>
#include <strings.h>
#include <unicode/uchar.h>

/* The longest name of an element or entity that is taken for one. */
#define LONGEST_NAME 24

/* One blank where there were several, and none at the start: a sign that is not
   said may have stood between. */
static void append_folded(const char *text, struct text *out)
{
  for (; *text; text++) {
    const bool again = *text == ' ' &&
                       (out->length == 0 || out->bytes[out->length - 1] == ' ');
    text_append_bytes(out, text, again ? 0 : 1);
  }
}

static void append_written_out(const char *sentence, const char *language,
                               struct text *out)
{
  const struct speech_rules *rules = speech_rules_for(language);
  struct text readable = {0};
  struct text plain = {0};
  struct text words = {0};
  characters_append(sentence, language, &readable);
  signs_append(text_string(&readable), rules, &plain);
  figures_append(text_string(&plain), language, rules, &words);
  append_folded(text_string(&words), out);
  const enum status statuses[] = {readable.status, plain.status, words.status};
  for (size_t i = 0; i < sizeof(statuses) / sizeof(*statuses); i++) {
    out->status = out->status == STATUS_OK ? statuses[i] : out->status;
  }
  text_finish(&readable);
  text_finish(&plain);
  text_finish(&words);
}

static bool is_in_word(uint32_t c)
{
  return u_isalnum((UChar32)c) ||
         (U_MASK(u_charType((UChar32)c)) & U_GC_M_MASK) != 0;
}

/* Bytes of the word at `text`. */
static size_t word_length(const char *text)
{
  size_t length = 0;
  while (text[length]) {
    uint32_t c;
    const size_t bytes =
        utf8_decode(text + length, strnlen(text + length, 4), &c);
    if (!is_in_word(c)) {
      break;
    }
    length += bytes;
  }
  return length;
}

static const char *find_pronunciation(const struct speech_word *lexicon,
                                      const char *word, size_t length)
{
  for (; lexicon && lexicon->written; lexicon++) {
    if (strlen(lexicon->written) == length &&
        strncasecmp(lexicon->written, word, length) == 0) {
      return lexicon->spoken;
    }
  }
  return NULL;
}

static void append_pronounced(const char *sentence,
                              const struct speech_word *lexicon,
                              struct text *out)
{
  while (*sentence) {
    const size_t length = word_length(sentence);
    const char *spoken = find_pronunciation(lexicon, sentence, length);
    if (spoken) {
      text_append(out, spoken);
    } else {
      text_append_bytes(out, sentence, length > 0 ? length : 1);
    }
    sentence += length > 0 ? length : 1;
  }
}

void speech_append_spoken(const char *sentence, const char *language,
                          struct text *out)
{
  struct text words = {0};
  append_written_out(sentence, language, &words);
  append_pronounced(text_string(&words), speech_rules_for(language)->lexicon,
                    out);
  out->status = out->status == STATUS_OK ? words.status : out->status;
  text_finish(&words);
}

/* --- What a voice would do wrong --- */

static bool is_name_byte(char byte)
{
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte == '#';
}

static size_t name_length(const char *text)
{
  size_t length = 0;
  while (length <= LONGEST_NAME && is_name_byte(text[length])) {
    length++;
  }
  return length;
}

/* "<li>", "</p>", "<br/>", "<a href=…>": bytes of an element, or 0. */
static size_t element_length(const char *text)
{
  const char *name = text + (text[0] == '<') + (text[1] == '/');
  const size_t length = *text == '<' ? name_length(name) : 0;
  const char *end = length > 0 ? strchr(name + length, '>') : NULL;
  const char after = length > 0 ? name[length] : '\0';
  const bool closed = after == '>' || after == '/' || after == ' ';
  return end && closed ? (size_t)(end - text) + 1 : 0;
}

/* "&nbsp;": bytes of an entity, or 0. */
static size_t entity_length(const char *text)
{
  const size_t length = *text == '&' ? name_length(text + 1) : 0;
  return length > 1 && text[1 + length] == ';' ? length + 2 : 0;
}

/* "**", "__", "`", and what begins a heading or an item of a list. */
static size_t markdown_length(const char *text, bool at_start)
{
  if (strncmp(text, "**", 2) == 0 || strncmp(text, "__", 2) == 0) {
    return 2;
  }
  const bool item = at_start && (*text == '*' || *text == '#') &&
                    (text[1] == ' ' || text[1] == '#');
  return item || *text == '`' ? 1 : 0;
}

static struct speech_trouble find_markup(const char *sentence)
{
  for (const char *at = sentence; *at; at++) {
    const size_t element = element_length(at);
    const size_t markdown = markdown_length(at, at == sentence);
    const size_t entity = entity_length(at);
    if (element > 0 || markdown > 0) {
      return (struct speech_trouble){SPEECH_MARKUP, at,
                                     element > 0 ? element : markdown};
    }
    if (entity > 0) {
      return (struct speech_trouble){SPEECH_ENTITY, at, entity};
    }
  }
  return (struct speech_trouble){SPEECH_FINE, sentence, 0};
}

static bool is_word_read(const char *word, size_t length, const char *language)
{
  for (size_t i = 0; i < length;) {
    uint32_t c;
    i += utf8_decode(word + i, length - i, &c);
    if (!characters_is_read(c, language)) {
      return false;
    }
  }
  return true;
}

static bool has_words(const char *sentence, const char *language)
{
  struct text readable = {0};
  characters_append(sentence, language, &readable);
  const char *at = text_string(&readable);
  while (*at && word_length(at) == 0) {
    at++;
  }
  const bool found = *at != '\0';
  text_finish(&readable);
  return found;
}

struct speech_trouble speech_find_trouble(const char *sentence,
                                          const char *language)
{
  const struct speech_trouble markup = find_markup(sentence);
  if (markup.kind != SPEECH_FINE) {
    return markup;
  }
  if (!has_words(sentence, language)) {
    return (struct speech_trouble){SPEECH_NO_WORDS, sentence, strlen(sentence)};
  }
  for (const char *at = sentence; *at;) {
    const size_t length = word_length(at);
    if (length > 0 && !is_word_read(at, length, language)) {
      return (struct speech_trouble){SPEECH_FOREIGN_LETTERS, at, length};
    }
    at += length > 0 ? length : 1;
  }
  return (struct speech_trouble){SPEECH_FINE, sentence, 0};
}
