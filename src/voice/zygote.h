/* What runs inside the voice process. */

#ifndef SUPINE_VOICE_ZYGOTE_H
#define SUPINE_VOICE_ZYGOTE_H

#include <stdnoreturn.h>

enum zygote_report_kind {
  ZYGOTE_AWAKE, /* once, when the engine can work */
  ZYGOTE_BEGUN, /* an order was taken up */
  ZYGOTE_ENDED, /* its child has ended */
};

/* One packet from the voice process. */
struct zygote_report {
  enum zygote_report_kind kind;
  int wait_status; /* as waitpid() gave it; of ZYGOTE_ENDED */
};

/* Wakes the engine and forks a child for each order that comes through
   `socket`: a struct engine_order with the file its answer goes to. Ends with
   the program that forked it. */
noreturn void zygote_run(int socket);

#endif
