/* Where the sound of a name is. */

#include "sound/locate.h"

#include "base/folders.h"
#include "base/nearest.h"
#include "base/text.h"

#include <ctype.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static const char *const endings[] = {".flac", ".wav",  ".ogg",
                                      ".oga",  ".opus", ".mp3"};

static char fold(char c)
{
  return c == ' ' ? '-' : (char)tolower((unsigned char)c);
}

static bool is_alike(const char *a, const char *b, size_t length)
{
  for (size_t i = 0; i < length; i++) {
    if (fold(a[i]) != fold(b[i])) {
      return false;
    }
  }
  return true;
}

/* The length of a file's name without the ending of a sound; 0 when it has
   none. */
static size_t stem_length(const char *file)
{
  const size_t length = strlen(file);
  for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
    const size_t ending = strlen(endings[i]);
    if (length > ending &&
        is_alike(file + length - ending, endings[i], ending)) {
      return length - ending;
    }
  }
  return 0;
}

static bool is_meant(const char *file, const char *name)
{
  const size_t length = strlen(name);
  const size_t stem = stem_length(file);
  return stem > 0 && ((length == stem && is_alike(file, name, stem)) ||
                      (length == strlen(file) && is_alike(file, name, length)));
}

/* The first by name of the files in `folder` that `name` means. */
static enum status search_folder(const char *folder, const char *name,
                                 char **path)
{
  DIR *entries = opendir(folder);
  if (!entries) {
    return STATUS_NOT_FOUND;
  }
  struct text best = {0};
  const struct dirent *entry;
  while ((entry = readdir(entries))) {
    if (is_meant(entry->d_name, name) &&
        (best.length == 0 || strcmp(entry->d_name, best.bytes) < 0)) {
      text_clear(&best);
      text_append(&best, entry->d_name);
    }
  }
  closedir(entries);
  if (best.length == 0) {
    text_finish(&best);
    return STATUS_NOT_FOUND;
  }
  struct text whole = {0};
  text_append_format(&whole, "%s/%s", folder, best.bytes);
  text_finish(&best);
  *path = text_take(&whole);
  return *path ? STATUS_OK : STATUS_NO_MEMORY;
}

/* The folder that a file is in; NULL when memory is short. */
static char *folder_of(const char *file)
{
  const char *slash = strrchr(file, '/');
  return slash ? strndup(file, (size_t)(slash - file) + 1) : strdup(".");
}

static enum status search_beside(const char *beside, const char *name,
                                 char **path)
{
  char *folder = folder_of(beside);
  if (!folder) {
    return STATUS_NO_MEMORY;
  }
  const enum status status = search_folder(folder, name, path);
  free(folder);
  return status;
}

static enum status shipped_folder(bool beds, char **folder)
{
  char *sounds;
  const enum status status = folder_path(FOLDER_SOUNDS, &sounds);
  if (status != STATUS_OK) {
    return status;
  }
  struct text text = {0};
  text_append_format(&text, "%s%s", sounds, beds ? "/" BEDS_FOLDER : "");
  free(sounds);
  *folder = text_take(&text);
  return *folder ? STATUS_OK : STATUS_NO_MEMORY;
}

static enum status search_shipped(bool beds, const char *name, char **path)
{
  char *folder;
  enum status status = shipped_folder(beds, &folder);
  if (status == STATUS_OK) {
    status = search_folder(folder, name, path);
    free(folder);
  }
  return status;
}

enum status locate_sound(const char *name, const char *beside, char **path,
                         bool *is_bed)
{
  if (!*name || strchr(name, '/')) {
    return STATUS_NOT_FOUND;
  }
  enum status status = STATUS_NOT_FOUND;
  bool bed = false;
  if (beside) {
    status = search_beside(beside, name, path);
  }
  if (status == STATUS_NOT_FOUND) {
    status = search_shipped(false, name, path);
  }
  if (status == STATUS_NOT_FOUND) {
    bed = true;
    status = search_shipped(true, name, path);
  }
  if (status == STATUS_OK) {
    *is_bed = bed;
  }
  return status;
}

static int is_sound(const struct dirent *entry)
{
  return stem_length(entry->d_name) > 0;
}

static char *spoken_name(const char *file)
{
  char *name = strndup(file, stem_length(file));
  for (char *c = name; c && *c; c++) {
    *c = *c == '-' ? ' ' : *c;
  }
  return name;
}

enum status locate_shipped(bool beds, char ***names, size_t *count)
{
  char *folder;
  const enum status status = shipped_folder(beds, &folder);
  if (status != STATUS_OK) {
    return status;
  }
  struct dirent **entries;
  const int found = scandir(folder, &entries, is_sound, alphasort);
  free(folder);
  if (found < 0) {
    return STATUS_NOT_FOUND;
  }
  char **made = calloc((size_t)found + 1, sizeof(*made));
  bool is_whole = made != NULL;
  for (int i = 0; i < found; i++) {
    if (made) {
      made[i] = spoken_name(entries[i]->d_name);
      is_whole = is_whole && made[i];
    }
    free(entries[i]);
  }
  free(entries);
  if (!is_whole) {
    for (int i = 0; made && i < found; i++) {
      free(made[i]);
    }
    free(made);
    return STATUS_NO_MEMORY;
  }
  *names = made;
  *count = (size_t)found;
  return STATUS_OK;
}

/* Shows the sounds of a folder to a search; returns a copy of the nearest so
   far, which the caller frees in place of `kept`. Frees the folder's name. */
static char *consider_folder(char *folder, struct nearest *search, char *kept)
{
  DIR *entries = folder ? opendir(folder) : NULL;
  const struct dirent *entry;
  free(folder);
  while (entries && (entry = readdir(entries))) {
    char *name =
        stem_length(entry->d_name) > 0 ? spoken_name(entry->d_name) : NULL;
    if (name && nearest_consider(search, name)) {
      free(kept);
      kept = name;
    } else {
      free(name);
    }
  }
  if (entries) {
    closedir(entries);
  }
  return kept;
}

char *locate_suggest(const char *name, const char *beside)
{
  struct nearest search = {.typed = name};
  char *near = NULL;
  if (beside) {
    near = consider_folder(folder_of(beside), &search, near);
  }
  for (int beds = 0; beds < 2; beds++) {
    char *folder = NULL;
    if (shipped_folder(beds == 1, &folder) == STATUS_OK) {
      near = consider_folder(folder, &search, near);
    }
  }
  return near;
}
