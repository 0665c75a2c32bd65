/* Routines to begin with, one a kind; they stand in src/install/starters and
   are embedded by the build. */

#ifndef SUPINE_COMMAND_STARTERS_H
#define SUPINE_COMMAND_STARTERS_H

struct starter {
  const char *kind; /* as after --like */
  const char *text; /* the whole file */
};

/* The usual one first; ends with NULL. */
extern const struct starter starters[];

#endif
