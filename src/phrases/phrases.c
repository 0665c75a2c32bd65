/* What the player itself says, in the language of the routine. */

#include "phrases/phrases.h"

#include "base/frames.h"
#include "phrases/compiled.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* English is what the program says by itself. */
static const struct phrases english = {.language = "en"};

static bool speaks(const struct phrases *phrases, const char *language)
{
  const size_t length = strlen(phrases->language);
  return strncasecmp(phrases->language, language, length) == 0 &&
         (language[length] == '\0' || language[length] == '-' ||
          language[length] == '_');
}

const struct phrases *phrases_for(const char *language)
{
  for (const struct phrases *phrases = compiled_catalogues; phrases->language;
       phrases++) {
    if (speaks(phrases, language)) {
      return phrases;
    }
  }
  return &english;
}

const char *phrases_language(const struct phrases *phrases)
{
  return phrases->language;
}

const char *phrases_spoken_language(const char *language)
{
  const struct phrases *phrases = phrases_for(language);
  return speaks(phrases, language) ? language : "en-gb";
}

const char *phrase(const struct phrases *phrases, const char *text)
{
  assert(phrases && text);
  const char *found = compiled_find(phrases, text);
  return found ? found : text;
}

const char *phrase_plural(const struct phrases *phrases, const char *one,
                          const char *many, int64_t count)
{
  const char *found = compiled_find(phrases, one);
  if (!found) {
    return count == 1 ? one : many;
  }
  return compiled_is_one(phrases, count) ? found : found + strlen(found) + 1;
}

/* Numbers whose word follows what is counted in some language, where a voice
   that reads figures says another: "eins Minute", "veintiuno minutos". */
static const char *const agreeing[] = {
    PHRASE("1 hour"),     PHRASE("1 minute"),   PHRASE("1 second"),
    PHRASE("1 breath"),   PHRASE("21 breaths"), PHRASE("21 minutes"),
    PHRASE("31 minutes"), PHRASE("41 minutes"), PHRASE("51 minutes"),
    PHRASE("21 seconds"), PHRASE("31 seconds"), PHRASE("41 seconds"),
    PHRASE("51 seconds"), PHRASE("21 hours"),
};

/* The words for a number and what is counted, or NULL. */
static const char *find_agreeing(const struct phrases *phrases, const char *one,
                                 const char *many, double count)
{
  char english_words[64];
  snprintf(english_words, sizeof(english_words), "%.6g %s", count,
           count == 1 ? one : many);
  for (size_t i = 0; i < sizeof(agreeing) / sizeof(*agreeing); i++) {
    if (strcmp(agreeing[i], english_words) == 0) {
      return compiled_find(phrases, english_words);
    }
  }
  return NULL;
}

static void append_part(const struct phrases *phrases, const char *one,
                        const char *many, double count, struct text *out)
{
  const char *words = find_agreeing(phrases, one, many, count);
  if (words) {
    text_append(out, words);
    return;
  }
  const int64_t form = count == floor(count) ? (int64_t)count : 2;
  text_append_format(out, "%.6g %s", count,
                     phrase_plural(phrases, one, many, form));
}

void phrases_append_length(const struct phrases *phrases, double seconds,
                           struct text *out)
{
  const double tenths = round(seconds * 10) / 10;
  const double hours = floor(tenths / 3600);
  const double minutes = floor((tenths - hours * 3600) / 60);
  const double rest = tenths - hours * 3600 - minutes * 60;
  if (hours > 0) {
    append_part(phrases, "hour", "hours", hours, out);
    text_append(out, minutes > 0 || rest > 0 ? " " : "");
  }
  if (minutes > 0) {
    append_part(phrases, "minute", "minutes", minutes, out);
    text_append(out, rest > 0 ? " " : "");
  }
  if (rest > 0 || tenths <= 0) {
    append_part(phrases, "second", "seconds", rest, out);
  }
}

void phrases_append_duration(const struct phrases *phrases, int64_t frames,
                             struct text *out)
{
  int64_t seconds = frames > 0 ? (frames + FRAME_RATE / 2) / FRAME_RATE : 0;
  const int64_t step = seconds >= 600 ? 60 : seconds >= 120 ? 30 : 1;
  seconds = (seconds + step / 2) / step * step;
  phrases_append_length(phrases, (double)seconds, out);
}

void phrases_append_breaths(const struct phrases *phrases, double breaths,
                            struct text *out)
{
  append_part(phrases, "breath", "breaths", breaths, out);
}
