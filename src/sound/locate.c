/* Where the sound of a name is. */

#include "sound/locate.h"

#include "base/nearest.h"
#include "base/text.h"
#include "base/unicode.h"
#include "sound/kind.h"
#include "system/folders.h"

#include <ctype.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

/* How well a file fits a name; the better, the higher. */
enum fit {
  FIT_NONE,
  FIT_FOREIGN,   /* it is meant, and cannot be played */
  FIT_CONVERTED, /* "gong.flac", where "gong.m4a" is meant */
  FIT_ALIKE,
  FIT_SAME, /* letter by letter */
};

static bool is_name(const char *name, const char *file, size_t length)
{
  return strlen(name) == length && is_alike(name, file, length);
}

static enum fit fit_of_composed(const char *file, const char *name)
{
  size_t stem;
  size_t name_stem;
  const enum kind kind = kind_of_name(file, &stem);
  const bool is_meant =
      is_name(name, file, stem) || is_name(name, file, strlen(file));
  if (kind == KIND_NONE) {
    return FIT_NONE;
  }
  if (kind == KIND_FOREIGN) {
    return is_meant ? FIT_FOREIGN : FIT_NONE;
  }
  if (is_meant) {
    return strcmp(file, name) == 0 ? FIT_SAME : FIT_ALIKE;
  }
  return kind_of_name(name, &name_stem) == KIND_FOREIGN && name_stem == stem &&
                 is_alike(name, file, stem)
             ? FIT_CONVERTED
             : FIT_NONE;
}

/* File systems keep names as they were given; names of routines are composed.
 */
static enum fit fit_of(const char *file, const char *name)
{
  struct text composed = {0};
  unicode_append_composed(file, strlen(file), &composed);
  const enum fit fit = fit_of_composed(text_string(&composed), name);
  text_finish(&composed);
  return fit;
}

/* The file in `folder` that fits `name` best, and at least so well; the first
   by name of several. */
static enum status search_folder(const char *folder, const char *name,
                                 enum fit least, char **path)
{
  DIR *entries = opendir(folder);
  if (!entries) {
    return STATUS_NOT_FOUND;
  }
  struct text wanted = {0};
  unicode_append_composed(name, strlen(name), &wanted);
  struct text best = {0};
  enum fit best_fit = FIT_NONE;
  const struct dirent *entry;
  while ((entry = readdir(entries))) {
    const enum fit fit = fit_of(entry->d_name, text_string(&wanted));
    if (fit >= least &&
        (fit > best_fit ||
         (fit == best_fit && strcmp(entry->d_name, text_string(&best)) < 0))) {
      text_clear(&best);
      text_append(&best, entry->d_name);
      best_fit = fit;
    }
  }
  closedir(entries);
  text_finish(&wanted);
  if (best_fit == FIT_NONE) {
    return STATUS_NOT_FOUND;
  }
  struct text whole = {0};
  const bool has_slash = *folder && folder[strlen(folder) - 1] == '/';
  text_append_format(&whole, "%s%s%s", folder, has_slash ? "" : "/",
                     text_string(&best));
  const bool is_whole = best.status == STATUS_OK;
  text_finish(&best);
  *path = text_take(&whole);
  if (!is_whole) {
    free(*path);
    *path = NULL;
  }
  return *path ? STATUS_OK : STATUS_NO_MEMORY;
}

/* The folder that a file is in; NULL when memory is short. */
static char *folder_of(const char *file)
{
  const char *slash = strrchr(file, '/');
  return slash ? strndup(file, (size_t)(slash - file) + 1) : strdup(".");
}

static enum status search_beside(const char *beside, const char *name,
                                 enum fit least, char **path)
{
  char *folder = folder_of(beside);
  if (!folder) {
    return STATUS_NO_MEMORY;
  }
  const enum status status = search_folder(folder, name, least, path);
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
    status = search_folder(folder, name, FIT_ALIKE, path);
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
    status = search_beside(beside, name, FIT_CONVERTED, path);
  }
  if (status == STATUS_NOT_FOUND) {
    status = search_shipped(false, name, path);
  }
  if (status == STATUS_NOT_FOUND) {
    bed = true;
    status = search_shipped(true, name, path);
  }
  if (status == STATUS_NOT_FOUND && beside) {
    bed = false;
    status = search_beside(beside, name, FIT_FOREIGN, path);
  }
  if (status == STATUS_OK) {
    *is_bed = bed;
  }
  return status;
}

enum status locate_file(const char *path, char **found)
{
  const char *slash = strrchr(path, '/');
  if (access(path, F_OK) != 0) {
    return search_beside(path, slash ? slash + 1 : path, FIT_FOREIGN, found);
  }
  char *copy = strdup(path);
  if (!copy) {
    return STATUS_NO_MEMORY;
  }
  *found = copy;
  return STATUS_OK;
}

/* As one word of a shell's command line. */
static void append_word(const char *word, struct text *out)
{
  const char *const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX"
                            "YZ0123456789._/+-";
  if (word[strspn(word, plain)] == '\0') {
    text_append(out, word);
    return;
  }
  text_append(out, "'");
  for (const char *c = word; *c; c++) {
    text_append_bytes(out, c, *c == '\'' ? 0 : 1);
    text_append(out, *c == '\'' ? "'\\''" : "");
  }
  text_append(out, "'");
}

/* What the converted file is called: another name than the file has. */
static void append_converted(const char *path, struct text *out)
{
  size_t stem_length;
  kind_of_name(path, &stem_length);
  text_append_bytes(out, path, stem_length);
  text_append(out, strcmp(path + stem_length, ".flac") == 0 ? ".wav" : ".flac");
}

char *locate_conversion(const char *name, const char *beside)
{
  char *path;
  bool is_bed;
  const enum status status = strchr(name, '/')
                                 ? locate_file(name, &path)
                                 : locate_sound(name, beside, &path, &is_bed);
  if (status != STATUS_OK) {
    return NULL;
  }
  const bool is_here = strncmp(path, "./", 2) == 0 && path[2] != '-';
  const char *file = is_here ? path + 2 : path;
  struct text converted = {0};
  struct text command = {0};
  append_converted(file, &converted);
  text_append(&command, "ffmpeg -i ");
  append_word(file, &command);
  text_append(&command, " ");
  append_word(text_string(&converted), &command);
  if (converted.status != STATUS_OK) {
    text_finish(&command);
  }
  text_finish(&converted);
  free(path);
  return text_take(&command);
}

static int is_sound(const struct dirent *entry)
{
  size_t stem_length;
  return kind_of_name(entry->d_name, &stem_length) == KIND_OURS;
}

static char *spoken_name(const char *file)
{
  size_t stem_length;
  kind_of_name(file, &stem_length);
  char *name = strndup(file, stem_length);
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
    char *name = is_sound(entry) ? spoken_name(entry->d_name) : NULL;
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
