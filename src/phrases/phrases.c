/* What the player itself says, in the language of the routine. */

#include "phrases/phrases.h"

#include "base/frames.h"
#include "phrases/compiled.h"

#include <stddef.h>
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

const char *phrase(const struct phrases *phrases, const char *text)
{
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

static void append_part(const struct phrases *phrases, const char *one,
                        const char *many, int64_t count, struct text *out)
{
  if (count == 0) {
    return;
  }
  if (out->length > 0 && out->bytes[out->length - 1] != ' ') {
    text_append(out, " ");
  }
  text_append_format(out, "%lld %s", (long long)count,
                     phrase_plural(phrases, one, many, count));
}

void phrases_append_duration(const struct phrases *phrases, int64_t frames,
                             struct text *out)
{
  int64_t seconds = (frames + FRAME_RATE / 2) / FRAME_RATE;
  const int64_t step = seconds >= 600 ? 60 : seconds >= 120 ? 30 : 1;
  seconds = (seconds + step / 2) / step * step;
  if (seconds <= 0) {
    text_append_format(out, "0 %s",
                       phrase_plural(phrases, "second", "seconds", 0));
    return;
  }
  append_part(phrases, "hour", "hours", seconds / 3600, out);
  append_part(phrases, "minute", "minutes", seconds / 60 % 60, out);
  append_part(phrases, "second", "seconds", seconds % 60, out);
}
