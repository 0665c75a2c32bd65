/* eSpeak NG, inside the voice process alone. */

#ifndef SUPINE_VOICE_ESPEAK_H
#define SUPINE_VOICE_ESPEAK_H

#include "voice/engine.h"

#include <stdbool.h>

/* Wakes the engine: once in a process, which never ends it, since a second end
   deadlocks (eSpeak NG 1.51). Starts a thread. False when it cannot work. */
bool espeak_wake(void);

/* Fulfils `order` and writes the answer to `file`. Called once in a process
   forked from one that did nothing but wake the engine, so that equal orders
   give equal bytes. */
enum engine_end espeak_fulfil(const struct engine_order *order, int file);

#endif
