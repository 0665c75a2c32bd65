/* The voices and variants that the engine says it has. */

#include "voice/catalogue.h"

#include "base/vector.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char variant_folder[] = "!v/";

void catalogue_finish(struct catalogue *catalogue)
{
  for (size_t i = 0; i < catalogue->count; i++) {
    free(catalogue->voices[i].tags);
  }
  free(catalogue->voices);
  free(catalogue->text);
  *catalogue = (struct catalogue){0};
}

static bool read_tags(struct catalogue_voice *voice, char *fields)
{
  size_t capacity = 0;
  char *next = fields;
  while (next) {
    const char *priority = strsep(&next, "\t");
    const char *tag = strsep(&next, "\t");
    if (!tag) {
      return true;
    }
    if (!vector_reserve(&voice->tags, voice->tag_count, &capacity,
                        sizeof(*voice->tags))) {
      return false;
    }
    voice->tags[voice->tag_count++] =
        (struct catalogue_tag){atoi(priority), tag};
  }
  return true;
}

static bool read_line(struct catalogue *catalogue, char *line)
{
  char *next = line;
  const char *kind = strsep(&next, "\t");
  const char *identifier = strsep(&next, "\t");
  const char *name = strsep(&next, "\t");
  if (!name) {
    return true;
  }
  if (!vector_reserve(&catalogue->voices, catalogue->count,
                      &catalogue->capacity, sizeof(*catalogue->voices))) {
    return false;
  }
  struct catalogue_voice *voice = &catalogue->voices[catalogue->count++];
  *voice = (struct catalogue_voice){
      .identifier = identifier,
      .name = name,
      .is_variant = strcmp(kind, "variant") == 0,
  };
  return read_tags(voice, next);
}

enum status catalogue_init(struct catalogue *catalogue, char *text)
{
  *catalogue = (struct catalogue){.text = text};
  char *next = text;
  char *line;
  while ((line = strsep(&next, "\n"))) {
    if (!read_line(catalogue, line)) {
      catalogue_finish(catalogue);
      return STATUS_NO_MEMORY;
    }
  }
  return STATUS_OK;
}

static bool is_called(const char *known, const char *name, size_t length)
{
  return strlen(known) == length && strncasecmp(known, name, length) == 0;
}

/* Among voices with the tag, the one that puts it first. */
static const struct catalogue_voice *find_tag(const struct catalogue *catalogue,
                                              const char *tag, size_t length)
{
  const struct catalogue_voice *best = NULL;
  int best_priority = 0;
  for (size_t i = 0; i < catalogue->count; i++) {
    const struct catalogue_voice *voice = &catalogue->voices[i];
    for (size_t j = 0; j < voice->tag_count && !voice->is_variant; j++) {
      const struct catalogue_tag *known = &voice->tags[j];
      if (is_called(known->tag, tag, length) &&
          (!best || known->priority < best_priority)) {
        best = voice;
        best_priority = known->priority;
      }
    }
  }
  return best;
}

const struct catalogue_voice *
catalogue_for_language(const struct catalogue *catalogue, const char *language)
{
  size_t length = strlen(language);
  const struct catalogue_voice *voice = NULL;
  while (length > 0 && !voice) {
    voice = find_tag(catalogue, language, length);
    while (length > 0 && language[--length] != '-') {
    }
  }
  return voice;
}

const struct catalogue_voice *catalogue_find(const struct catalogue *catalogue,
                                             const char *name, size_t length)
{
  for (size_t i = 0; i < catalogue->count; i++) {
    const struct catalogue_voice *voice = &catalogue->voices[i];
    if (!voice->is_variant && (is_called(voice->identifier, name, length) ||
                               is_called(voice->name, name, length))) {
      return voice;
    }
  }
  return find_tag(catalogue, name, length);
}

const char *catalogue_variant(const struct catalogue *catalogue,
                              const char *name)
{
  const size_t folder_length = strlen(variant_folder);
  for (size_t i = 0; i < catalogue->count; i++) {
    const struct catalogue_voice *voice = &catalogue->voices[i];
    if (!voice->is_variant ||
        strncmp(voice->identifier, variant_folder, folder_length) != 0) {
      continue;
    }
    const char *file = voice->identifier + folder_length;
    if (strcasecmp(file, name) == 0 || strcasecmp(voice->name, name) == 0) {
      return file;
    }
  }
  return NULL;
}

const char *catalogue_call(const struct catalogue *catalogue,
                           const struct catalogue_voice *voice)
{
  if (voice->is_variant) {
    return voice->identifier + strlen(variant_folder);
  }
  for (size_t i = 0; i < voice->tag_count; i++) {
    const char *tag = voice->tags[i].tag;
    if (catalogue_find(catalogue, tag, strlen(tag)) == voice) {
      return tag;
    }
  }
  return voice->identifier;
}
