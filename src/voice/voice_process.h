/* The voice process: woken once, it forks a child for every order, so that no
   order can disturb, kill or hang anything but itself. */

#ifndef SUPINE_VOICE_VOICE_PROCESS_H
#define SUPINE_VOICE_VOICE_PROCESS_H

#include "base/status.h"
#include "base/text.h"
#include "voice/engine.h"

#include <stdint.h>
#include <sys/types.h>

struct voice_process {
  pid_t pid;       /* 0 while there is none */
  int socket;      /* to it; -1 while there is none */
  int64_t gone_ms; /* when it was last seen not to start; 0: never */
};

/* Forks the process and waits until the engine is awake. Main thread, before
   any other thread exists. A zeroed struct is never valid; finish after OK.
   Possible errors: STATUS_VOICE_GONE, STATUS_NO_MEMORY. */
enum status voice_process_init(struct voice_process *process);

void voice_process_finish(struct voice_process *process);

/* Sends `order` and appends the answer to `answer`. A process that is gone or
   hung is replaced without a word and asked again; an order that kills or hangs
   its child fails, and only it. Takes a few milliseconds, half a second more
   where something hangs, and longer only where the machine has no time. A
   process that does not start is tried again 10 s later and not before.
   Possible errors: STATUS_NO_VOICE, STATUS_VOICE_FAILED, STATUS_VOICE_GONE,
   STATUS_TOO_LARGE, STATUS_NO_MEMORY. */
enum status voice_process_ask(struct voice_process *process,
                              const struct engine_order *order,
                              struct text *answer);

#endif
