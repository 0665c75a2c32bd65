/* Where things are kept. */

#include "system/folders.h"

#include "base/text.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What ships stands in `share/supine` beside the program's folder, or in it: a
   build folder has links there into its source tree (CMakeLists.txt). Tests are
   built a folder deeper, and a generator of many configurations puts each in
   one of its own. */
#define FOLDERS_UP 3

static enum status take_path(struct text *text, char **path)
{
  char *bytes = text_take(text);
  if (!bytes) {
    return STATUS_NO_MEMORY;
  }
  *path = bytes;
  return STATUS_OK;
}

/* Whether the folder `above` has it, with the path in `text`. */
static bool find_below(struct text *text, const char *above, const char *name)
{
  text_clear(text);
  text_append_format(text, "%s/share/supine/%s", above, name);
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
  for (int up = 0; up < FOLDERS_UP && cut_last_part(program); up++) {
    if (find_below(&text, program, name)) {
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
