/* Where things are kept. */

#include "base/folders.h"

#include "base/text.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* How far above the program's folder the source tree may stand: tests are
   built two folders deep in a build folder. */
#define HIGHEST_FOLDER 4

static enum status take_path(struct text *text, char **path)
{
  char *bytes = text_take(text);
  if (!bytes) {
    return STATUS_NO_MEMORY;
  }
  *path = bytes;
  return STATUS_OK;
}

/* Tries `above`/`place`/`name`; true with the path in `text` if it is there. */
static bool find_beside(struct text *text, const char *above, const char *place,
                        const char *name)
{
  text_clear(text);
  text_append_format(text, "%s/%s%s", above, place, name);
  return text->status == STATUS_OK && access(text_string(text), R_OK) == 0;
}

static bool cut_last_part(char *path)
{
  char *slash = strrchr(path, '/');
  if (!slash) {
    return false;
  }
  *slash = '\0';
  return true;
}

static enum status find_shipped(const char *name, char **path)
{
  char program[PATH_MAX];
  const ssize_t length =
      readlink("/proc/self/exe", program, sizeof(program) - 1);
  if (length < 0) {
    return STATUS_NOT_FOUND;
  }
  program[length] = '\0';
  struct text text = {0};
  for (int level = 0; level < HIGHEST_FOLDER && cut_last_part(program);
       level++) {
    if (find_beside(&text, program, "share/supine/", name) ||
        find_beside(&text, program, "", name)) {
      return take_path(&text, path);
    }
  }
  const enum status status =
      text.status == STATUS_OK ? STATUS_NOT_FOUND : text.status;
  text_finish(&text);
  return status;
}

static enum status find_own(const char *variable, const char *fallback,
                            const char *name, char **path)
{
  struct text text = {0};
  const char *folder = getenv(variable);
  const char *home = getenv("HOME");
  if (folder && folder[0] == '/') {
    text_append_format(&text, "%s/%s", folder, name);
  } else if (home && home[0] == '/') {
    text_append_format(&text, "%s/%s/%s", home, fallback, name);
  } else {
    return STATUS_NOT_FOUND;
  }
  return take_path(&text, path);
}

enum status folder_path(enum folder folder, char **path)
{
  switch (folder) {
  case FOLDER_SCRIPTS:
    return find_shipped("scripts", path);
  case FOLDER_SOUNDS:
    return find_shipped("sounds", path);
  case FOLDER_OWN_ROUTINES:
    return find_own("XDG_DATA_HOME", ".local/share", "supine/routines", path);
  case FOLDER_STATE:
    return find_own("XDG_STATE_HOME", ".local/state", "supine", path);
  case FOLDER_CONFIG:
    return find_own("XDG_CONFIG_HOME", ".config", "supine", path);
  }
  return STATUS_BAD_ARGUMENT;
}
