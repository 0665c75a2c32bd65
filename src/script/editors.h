/* Syntax files for text editors, written from the table of words. */

#ifndef SUPINE_SCRIPT_EDITORS_H
#define SUPINE_SCRIPT_EDITORS_H

#include "base/text.h"

#include <stdbool.h>

/* Appends the syntax file of an editor: "vim" (a Vim syntax script), "nano" (a
   nanorc file) or "vscode" (a TextMate grammar in JSON). False when the editor
   is none of them. A failure is kept in `out->status`. */
bool editors_append(const char *editor, struct text *out);

#endif
