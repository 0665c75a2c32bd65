/* The listener's own defaults, from `config` in the configuration folder. */

#ifndef SUPINE_MEMORY_CONFIG_H
#define SUPINE_MEMORY_CONFIG_H

#include "base/status.h"
#include "control/keys.h"
#include "plan/plan_options.h"

#include <stdbool.h>

struct config {
  char *voice;      /* owned; NULL: not given */
  char *background; /* owned; NULL: not given */
  int voice_line;   /* where it stands, for those who know the voices */
  int background_line;
  int speed;     /* 0: not given */
  int volume;    /* thousandths; -1: not given */
  int countdown; /* -1: not given */
  enum explain_mode explain;
  bool captions;
  bool quiet;
  bool heartbeat;
  bool skipped; /* a line was wrong */
  struct keymap keymap;
};

/* Is told of a line that is wrong, and why; it is skipped. */
struct config_critic {
  void *context;
  void (*complain)(void *context, int line, const char *why);
};

void config_init(struct config *config);
void config_finish(struct config *config);

/* Reads the file at `path`, or the listener's own when NULL. A file that is
   not there leaves everything as it is.
   Possible errors: STATUS_READ_FAILED, STATUS_NO_MEMORY. */
enum status config_read(struct config *config, const char *path,
                        const struct config_critic *critic);

#endif
