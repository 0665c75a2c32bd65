/* Where routines are found. */

#include "library/library.h"

#include "base/nearest.h"
#include "base/text.h"
#include "base/vector.h"
#include "script/name.h"
#include "system/folders.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define ENDING ".routine"
enum { FOLDERS = 3 };

static enum status join(char **path, const char *folder, const char *name,
                        const char *ending)
{
  struct text text = {0};
  text_append_format(&text, "%s/%s%s", folder, name, ending);
  char *joined = text_take(&text);
  if (!joined) {
    return STATUS_NO_MEMORY;
  }
  *path = joined;
  return STATUS_OK;
}

/* A folder that is not there leaves its place empty. */
static enum status find_folder(enum folder folder, char **path)
{
  const enum status status = folder_path(folder, path);
  return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

enum status library_init(struct library *library)
{
  *library = (struct library){0};
  char **folders = library->folders;
  enum status status = find_folder(FOLDER_OWN_ROUTINES, &folders[0]);
  if (status == STATUS_OK) {
    status = find_folder(FOLDER_SCRIPTS, &folders[1]);
  }
  if (status == STATUS_OK && folders[1]) {
    status = join(&folders[2], folders[1], "exercises", "");
  }
  if (status != STATUS_OK) {
    library_finish(library);
  }
  return status;
}

void library_finish(struct library *library)
{
  for (size_t i = 0; i < FOLDERS; i++) {
    free(library->folders[i]);
  }
  *library = (struct library){0};
}

bool library_has_shipped(const struct library *library)
{
  return library->folders[1] != NULL;
}

static bool is_file(const char *path)
{
  struct stat facts;
  return stat(path, &facts) == 0 && S_ISREG(facts.st_mode);
}

/* The bytes of a file's name before its ending; 0 when it is no routine. */
static size_t stem_length(const char *file)
{
  const size_t length = strlen(file);
  const size_t ending = strlen(ENDING);
  return file[0] != '.' && length > ending &&
                 strcmp(file + length - ending, ENDING) == 0
             ? length - ending
             : 0;
}

/* The folded form of a name, which the caller frees; NULL when memory is
   short. */
static char *fold(const char *bytes, size_t length)
{
  struct text folded = {0};
  name_append_folded(bytes, length, &folded);
  return text_take(&folded);
}

/* Whether a file of a folder has a name, which is folded. */
static enum status is_called(const char *file, const char *wanted, bool *called)
{
  const size_t length = stem_length(file);
  *called = false;
  if (length == 0) {
    return STATUS_OK;
  }
  char *folded = fold(file, length);
  if (!folded) {
    return STATUS_NO_MEMORY;
  }
  *called = strcmp(folded, wanted) == 0;
  free(folded);
  return STATUS_OK;
}

/* The first by spelling of the files that have the name. */
static enum status search_folder(DIR *open, const char *wanted,
                                 struct text *best)
{
  enum status status = STATUS_OK;
  const struct dirent *entry;
  while (status == STATUS_OK && (entry = readdir(open))) {
    bool called;
    status = is_called(entry->d_name, wanted, &called);
    if (status == STATUS_OK && called &&
        (best->length == 0 || strcmp(entry->d_name, best->bytes) < 0)) {
      text_clear(best);
      text_append(best, entry->d_name);
    }
  }
  return status == STATUS_OK ? best->status : status;
}

enum status library_find_in(const char *folder, const char *name, char **path)
{
  char *wanted = fold(name, strlen(name));
  DIR *open = wanted ? opendir(folder) : NULL;
  struct text best = {0};
  enum status status = wanted ? STATUS_OK : STATUS_NO_MEMORY;
  if (open) {
    status = search_folder(open, wanted, &best);
    closedir(open);
  }
  if (status == STATUS_OK) {
    status =
        best.length > 0 ? join(path, folder, best.bytes, "") : STATUS_NOT_FOUND;
  }
  text_finish(&best);
  free(wanted);
  return status;
}

enum status library_find(const struct library *library, const char *routine,
                         char **path)
{
  if (is_file(routine)) {
    char *copy = strdup(routine);
    if (!copy) {
      return STATUS_NO_MEMORY;
    }
    *path = copy;
    return STATUS_OK;
  }
  if (strchr(routine, '/')) {
    return STATUS_NOT_FOUND;
  }
  enum status status = STATUS_NOT_FOUND;
  for (size_t i = 0; i < FOLDERS && status == STATUS_NOT_FOUND; i++) {
    if (library->folders[i]) {
      status = library_find_in(library->folders[i], routine, path);
    }
  }
  return status;
}

/* --- Everything there is --- */

struct listing {
  struct library_entry *entries;
  size_t count;
  size_t capacity;
};

static int compare_entries(const void *left, const void *right)
{
  const struct library_entry *a = left;
  const struct library_entry *b = right;
  return strcmp(a->name, b->name);
}

/* Whether a folder before this one has the name: it hides this one. */
static bool is_hidden(const struct listing *listing, size_t before,
                      const char *name)
{
  size_t i = 0;
  while (i < before && !name_is_same(listing->entries[i].name, name)) {
    i++;
  }
  return i < before;
}

static enum status add_entry(struct listing *listing, size_t before,
                             const char *folder, const char *file)
{
  const size_t length = stem_length(file);
  if (length == 0) {
    return STATUS_OK;
  }
  struct library_entry entry = {strndup(file, length), NULL};
  if (!entry.name || join(&entry.path, folder, file, "") != STATUS_OK) {
    free(entry.name);
    return STATUS_NO_MEMORY;
  }
  if (!is_file(entry.path) || is_hidden(listing, before, entry.name)) {
    free(entry.name);
    free(entry.path);
    return STATUS_OK;
  }
  if (!vector_reserve(&listing->entries, listing->count, &listing->capacity,
                      sizeof(*listing->entries))) {
    free(entry.name);
    free(entry.path);
    return STATUS_NO_MEMORY;
  }
  listing->entries[listing->count++] = entry;
  return STATUS_OK;
}

static enum status list_folder(struct listing *listing, const char *folder)
{
  const size_t before = listing->count;
  DIR *open = opendir(folder);
  if (!open) {
    return STATUS_OK;
  }
  enum status status = STATUS_OK;
  const struct dirent *entry;
  while (status == STATUS_OK && (entry = readdir(open))) {
    status = add_entry(listing, before, folder, entry->d_name);
  }
  closedir(open);
  if (listing->count > before) {
    qsort(listing->entries + before, listing->count - before,
          sizeof(*listing->entries), compare_entries);
  }
  return status;
}

enum status library_list(const struct library *library,
                         struct library_entry **entries, size_t *count)
{
  struct listing listing = {0};
  for (size_t i = 0; i < FOLDERS; i++) {
    if (library->folders[i] &&
        list_folder(&listing, library->folders[i]) != STATUS_OK) {
      library_entries_free(listing.entries, listing.count);
      return STATUS_NO_MEMORY;
    }
  }
  *entries = listing.entries;
  *count = listing.count;
  return STATUS_OK;
}

void library_entries_free(struct library_entry *entries, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    free(entries[i].name);
    free(entries[i].path);
  }
  free(entries);
}

/* Shows the routines of a folder to a search; returns a copy of the nearest
   so far, which the caller frees in place of `kept`. */
static char *consider_folder(const char *folder, struct nearest *search,
                             char *kept)
{
  DIR *open = opendir(folder);
  const struct dirent *entry;
  while (open && (entry = readdir(open))) {
    const size_t length = stem_length(entry->d_name);
    char *name = length > 0 ? strndup(entry->d_name, length) : NULL;
    if (name && nearest_consider(search, name)) {
      free(kept);
      kept = name;
    } else {
      free(name);
    }
  }
  if (open) {
    closedir(open);
  }
  return kept;
}

/* "evening.routine" when that file is here: names are not looked up among the
   files of the folder one stands in. */
static char *suggest_file(const char *routine)
{
  struct text file = {0};
  text_append_format(&file, "%s" ENDING, routine);
  char *path = text_take(&file);
  if (path && !is_file(path)) {
    free(path);
    path = NULL;
  }
  return path;
}

char *library_suggest(const struct library *library, const char *beside,
                      const char *routine)
{
  struct nearest search = {.typed = routine};
  char *near = beside ? NULL : suggest_file(routine);
  if (near) {
    return near;
  }
  if (beside) {
    near = consider_folder(beside, &search, near);
  }
  for (size_t i = 0; i < FOLDERS; i++) {
    if (library->folders[i]) {
      near = consider_folder(library->folders[i], &search, near);
    }
  }
  return near;
}
