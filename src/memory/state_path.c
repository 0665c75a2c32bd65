/* Files of the state folder. */

#include "memory/state_path.h"

#include "base/text.h"
#include "system/folders.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum status state_path(const char *name, char **path)
{
  char *state;
  const enum status status = folder_path(FOLDER_STATE, &state);
  if (status != STATUS_OK) {
    return status;
  }
  struct text text = {0};
  text_append_format(&text, "%s/%s", state, name);
  free(state);
  char *made = text_take(&text);
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  for (char *slash = strchr(made + 1, '/'); slash;
       slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    mkdir(made, 0700);
    *slash = '/';
  }
  *path = made;
  return STATUS_OK;
}
