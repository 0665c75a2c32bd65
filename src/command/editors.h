/* Syntax files for text editors, which the build writes from the table of words
   (src/install/editors.cmake). */

#ifndef SUPINE_COMMAND_EDITORS_H
#define SUPINE_COMMAND_EDITORS_H

struct editor {
  const char *name;   /* "vim", "nano" or "vscode"; NULL ends the table */
  const char *syntax; /* a Vim script, a nanorc file or a TextMate grammar */
};

extern const struct editor editors[];

#endif
