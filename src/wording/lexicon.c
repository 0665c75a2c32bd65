/* What the routines say of how words are pronounced. */

#include "wording/lexicon.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "script/name.h"

#include <assert.h>
#include <string.h>

#define LEAST_BUCKETS 16

static_assert((LEAST_BUCKETS & (LEAST_BUCKETS - 1)) == 0, "a power of two");

struct lexicon_entry {
  const struct routine *routine;
  const char *key; /* folded */
  const char *spoken;
  struct lexicon_entry *next; /* in its bucket */
};

/* Letters, digits and marks: whatever is neither ASCII punctuation nor a space
   nor general punctuation (U+2000 to U+206F). */
static bool is_word_character(uint32_t c)
{
  if (c < 0x80) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
  }
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && (c < 0x2000 || c > 0x206F) &&
         (c < 0x3000 || c > 0x303F);
}

/* Bytes at the start of `text` that are word characters, or that are not. */
static size_t span_length(const char *text, bool of_words)
{
  size_t length = 0;
  while (text[length]) {
    uint32_t c;
    const size_t bytes =
        utf8_decode(text + length, strnlen(text + length, 4), &c);
    if (is_word_character(c) != of_words) {
      break;
    }
    length += bytes;
  }
  return length;
}

/* Bytes that the first `count` words of `text` take; 0 when it has fewer. */
static size_t words_length(const char *text, size_t count)
{
  size_t length = 0;
  for (size_t i = 0; i < count; i++) {
    length += i > 0 ? span_length(text + length, false) : 0;
    const size_t word = span_length(text + length, true);
    if (word == 0) {
      return 0;
    }
    length += word;
  }
  return length;
}

static size_t count_words(const char *text)
{
  size_t count = 0;
  text += span_length(text, false);
  while (*text) {
    text += span_length(text, true);
    text += span_length(text, false);
    count++;
  }
  return count;
}

static struct lexicon_entry **find_bucket(const struct lexicon *lexicon,
                                          const struct routine *routine,
                                          const char *key)
{
  const uint64_t hash = hash_mix_string((uintptr_t)routine, key);
  return &lexicon->buckets[hash & (lexicon->bucket_count - 1)];
}

static const struct lexicon_entry *find_entry(const struct lexicon *lexicon,
                                              const struct routine *routine,
                                              const char *key)
{
  const struct lexicon_entry *entry = *find_bucket(lexicon, routine, key);
  while (entry && (entry->routine != routine || strcmp(entry->key, key) != 0)) {
    entry = entry->next;
  }
  return entry;
}

static void fold(struct lexicon *lexicon, const char *bytes, size_t length)
{
  text_clear(&lexicon->key);
  name_append_folded(bytes, length, &lexicon->key);
}

/* The first pronunciation of a word is the one that counts. */
static enum status add_entry(struct lexicon *lexicon,
                             const struct routine *routine,
                             const struct pronunciation *pronunciation,
                             struct arena *arena)
{
  fold(lexicon, pronunciation->word, strlen(pronunciation->word));
  const char *key = text_string(&lexicon->key);
  const size_t words = count_words(key);
  if (words == 0 || words > LEXICON_WORDS_MAX ||
      find_entry(lexicon, routine, key)) {
    return lexicon->key.status;
  }
  struct lexicon_entry *entry = arena_take(arena, sizeof(*entry));
  const char *kept = arena_copy(arena, key, strlen(key));
  if (!entry || !kept) {
    return STATUS_NO_MEMORY;
  }
  struct lexicon_entry **bucket = find_bucket(lexicon, routine, key);
  *entry = (struct lexicon_entry){.routine = routine,
                                  .key = kept,
                                  .spoken = pronunciation->spoken,
                                  .next = *bucket};
  *bucket = entry;
  lexicon->has_words[words] = true;
  return STATUS_OK;
}

static size_t count_pronunciations(const struct script *script)
{
  size_t count = 0;
  for (const struct routine *routine = script->main; routine;
       routine = routine->next) {
    for (const struct pronunciation *next = routine->pronunciations; next;
         next = next->next) {
      count++;
    }
  }
  return count;
}

enum status lexicon_init(struct lexicon *lexicon, const struct script *script,
                         struct arena *arena)
{
  const size_t count = count_pronunciations(script);
  *lexicon = (struct lexicon){0};
  if (count == 0) {
    return STATUS_OK;
  }
  lexicon->bucket_count = LEAST_BUCKETS;
  while (lexicon->bucket_count < 2 * count) {
    lexicon->bucket_count *= 2;
  }
  lexicon->buckets = arena_take_array(arena, lexicon->bucket_count,
                                      sizeof(struct lexicon_entry *));
  enum status status = lexicon->buckets ? STATUS_OK : STATUS_NO_MEMORY;
  for (const struct routine *routine = script->main; routine;
       routine = routine->next) {
    for (const struct pronunciation *next = routine->pronunciations;
         next && status == STATUS_OK; next = next->next) {
      status = add_entry(lexicon, routine, next, arena);
    }
  }
  return status;
}

void lexicon_finish(struct lexicon *lexicon)
{
  text_finish(&lexicon->key);
}

/* The entry for the words at the start of `text`; `*length` gets their
   bytes. */
static const struct lexicon_entry *match(struct lexicon *lexicon,
                                         const struct routine *routine,
                                         const struct routine *main,
                                         const char *text, size_t *length)
{
  for (size_t words = LEXICON_WORDS_MAX; words > 0; words--) {
    *length = lexicon->has_words[words] ? words_length(text, words) : 0;
    if (*length == 0) {
      continue;
    }
    fold(lexicon, text, *length);
    const char *key = text_string(&lexicon->key);
    const struct lexicon_entry *entry = find_entry(lexicon, routine, key);
    entry = entry ? entry : find_entry(lexicon, main, key);
    if (entry) {
      return entry;
    }
  }
  return NULL;
}

void lexicon_append(struct lexicon *lexicon, const struct routine *routine,
                    const struct routine *main, const char *words,
                    struct text *out)
{
  if (lexicon->bucket_count == 0) {
    text_append(out, words);
    return;
  }
  while (*words) {
    size_t length = span_length(words, false);
    text_append_bytes(out, words, length);
    words += length;
    const struct lexicon_entry *entry =
        match(lexicon, routine, main, words, &length);
    if (entry) {
      text_append(out, entry->spoken);
    } else {
      length = span_length(words, true);
      text_append_bytes(out, words, length);
    }
    words += length;
  }
}
