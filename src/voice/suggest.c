/* What voice or language somebody may have meant who mistyped its name. */

#include "voice/suggest.h"

#include "base/nearest.h"
#include "base/text.h"
#include "voice/style.h"

#include <string.h>
#include <strings.h>

/* What may stand before a plus: a style, a voice or a variant. */
static const char *nearest_base(const struct catalogue *catalogue,
                                const char *name, size_t length)
{
  struct nearest search = {.typed = name, .length = length};
  for (size_t i = 0; i < voice_style_count; i++) {
    nearest_consider(&search, voice_styles[i].name);
  }
  for (size_t i = 0; i < catalogue->count; i++) {
    nearest_consider(&search, catalogue_call(catalogue, &catalogue->voices[i]));
  }
  return search.nearest;
}

static const char *nearest_variant(const struct catalogue *catalogue,
                                   const char *name)
{
  struct nearest search = {.typed = name};
  for (size_t i = 0; i < catalogue->count; i++) {
    if (catalogue->voices[i].is_variant) {
      nearest_consider(&search,
                       catalogue_call(catalogue, &catalogue->voices[i]));
    }
  }
  return search.nearest;
}

char *suggest_voice(const struct catalogue *catalogue, const char *name)
{
  const size_t length = strcspn(name, "+");
  const char *base = length > 0 ? nearest_base(catalogue, name, length) : NULL;
  const char *variant = name[length] && name[length + 1]
                            ? nearest_variant(catalogue, name + length + 1)
                            : NULL;
  if (!base || (name[length] && !variant)) {
    return NULL;
  }
  struct text whole = {0};
  text_append(&whole, base);
  if (variant) {
    text_append_format(&whole, "+%s", variant);
  }
  return text_take(&whole);
}

/* "German" of "German", and "English" of "English (America)". */
static bool is_title(const char *title, const char *name)
{
  const size_t length = strlen(name);
  return strncasecmp(title, name, length) == 0 &&
         (title[length] == '\0' || title[length] == ' ');
}

/* "en" of "en-029". */
static char *main_tag(const char *tag)
{
  return strndup(tag, strcspn(tag, "-"));
}

char *suggest_language(const struct catalogue *catalogue, const char *tag)
{
  struct nearest search = {.typed = tag};
  for (size_t i = 0; i < catalogue->count; i++) {
    const struct catalogue_voice *voice = &catalogue->voices[i];
    if (voice->is_variant || voice->tag_count == 0) {
      continue;
    }
    if (is_title(voice->name, tag)) {
      return main_tag(voice->tags[0].tag);
    }
    for (size_t j = 0; j < voice->tag_count; j++) {
      nearest_consider(&search, voice->tags[j].tag);
    }
  }
  return search.nearest ? strdup(search.nearest) : NULL;
}
