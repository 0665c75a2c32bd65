/* Where things are kept: what ships with the program, and what belongs to the
   listener (XDG Base Directory Specification 0.8). */

#ifndef SUPINE_SYSTEM_FOLDERS_H
#define SUPINE_SYSTEM_FOLDERS_H

#include "base/status.h"

enum folder {
  FOLDER_SCRIPTS,      /* shipped routines: of the installation that the running
                          program belongs to, or of the source tree whose build
                          folder it is in */
  FOLDER_SOUNDS,       /* shipped sounds, likewise */
  FOLDER_OWN_ROUTINES, /* $XDG_DATA_HOME/supine/routines */
  FOLDER_STATE,        /* $XDG_STATE_HOME/supine */
  FOLDER_CONFIG,       /* $XDG_CONFIG_HOME/supine */
};

/* The folder's path, which need not exist yet; the caller frees it. Relative
   XDG variables are ignored, as the specification asks.
   Possible errors: STATUS_NOT_FOUND (no home folder, or nothing shipped is
   near the program), STATUS_NO_MEMORY. */
enum status folder_path(enum folder folder, char **path);

#endif
