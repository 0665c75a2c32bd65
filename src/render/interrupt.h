/* Ending in good order on a signal, while something half-made would stay
   behind. */

#ifndef SUPINE_RENDER_INTERRUPT_H
#define SUPINE_RENDER_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

/* What SIGINT, SIGTERM and SIGHUP did before. */
struct interrupt {
  struct sigaction before[3];
};

/* From now on those signals are only noted; one that was ignored stays
   ignored. Main thread. */
void interrupt_init(struct interrupt *interrupt);

/* Whether one has come since. */
bool interrupt_has_come(void);

/* Gives the signals back their effect; one that has come then takes it, so
   that this does not return, and `what` is said in `errors` not to be
   written. */
void interrupt_finish(struct interrupt *interrupt, const char *what,
                      FILE *errors);

#endif
