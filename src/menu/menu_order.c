/* The order of the menu. */

#include "menu/menu_order.h"

#include "library/load.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_CHOICE "constructive-rest"
#define INTRODUCTION "welcome"

enum rank {
  RANK_LAST_PLAYED,
  RANK_FIRST_CHOICE,
  RANK_INTRODUCTION,
  RANK_SESSION,
  RANK_EXERCISE,
  RANK_FOREIGN,
  RANK_FOREIGN_EXERCISE,
};

struct ranked {
  struct library_entry entry;
  enum rank rank;
  size_t place; /* before sorting */
};

/* Exercises are parts of sessions. */
static bool is_exercise(const struct library *library, const char *path)
{
  const char *folder = library->folders[2];
  return folder && strncmp(path, folder, strlen(folder)) == 0;
}

static bool is_same_language(const char *tag, const char *language)
{
  const size_t length = strlen(language);
  return strncmp(tag, language, length) == 0 &&
         (tag[length] == '\0' || tag[length] == '-');
}

/* A routine that cannot be read is taken for the listener's: the one who
   spoiled it will look for it. */
static bool speaks(const struct library *library, const char *path,
                   const char *language)
{
  struct diagnostics diagnostics;
  struct script *script = NULL;
  bool same = true;
  diagnostics_init(&diagnostics);
  if (script_load(path, library, &diagnostics, &script) == STATUS_OK) {
    const char *tag = script->main->language;
    same = is_same_language(tag ? tag : "en", language);
  }
  diagnostics_finish(&diagnostics);
  script_destroy(script);
  return same;
}

static enum rank rank_of(const struct library *library,
                         const struct menu_taste *taste,
                         const struct library_entry *entry)
{
  const bool exercise = is_exercise(library, entry->path);
  if (taste->last && strcmp(entry->path, taste->last) == 0) {
    return RANK_LAST_PLAYED;
  }
  if (!speaks(library, entry->path, taste->language)) {
    return exercise ? RANK_FOREIGN_EXERCISE : RANK_FOREIGN;
  }
  if (strncmp(entry->name, FIRST_CHOICE, strlen(FIRST_CHOICE)) == 0) {
    return RANK_FIRST_CHOICE;
  }
  if (taste->newcomer && strcmp(entry->name, INTRODUCTION) == 0) {
    return RANK_INTRODUCTION;
  }
  return exercise ? RANK_EXERCISE : RANK_SESSION;
}

static int compare(const void *left, const void *right)
{
  const struct ranked *a = left;
  const struct ranked *b = right;
  if (a->rank != b->rank) {
    return a->rank < b->rank ? -1 : 1;
  }
  return a->place < b->place ? -1 : 1;
}

enum status menu_order(const struct library *library,
                       const struct menu_taste *taste,
                       struct library_entry *entries, size_t count)
{
  struct ranked *ranked = calloc(count + 1, sizeof(*ranked));
  if (!ranked) {
    return STATUS_NO_MEMORY;
  }
  for (size_t i = 0; i < count; i++) {
    ranked[i] = (struct ranked){.entry = entries[i],
                                .rank = rank_of(library, taste, &entries[i]),
                                .place = i};
  }
  qsort(ranked, count, sizeof(*ranked), compare);
  for (size_t i = 0; i < count; i++) {
    entries[i] = ranked[i].entry;
  }
  free(ranked);
  return STATUS_OK;
}
