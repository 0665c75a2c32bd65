/* What libraries say of their own failures, for whoever looks for a cause. */

#ifndef SUPINE_SYSTEM_LOG_H
#define SUPINE_SYSTEM_LOG_H

#include <stdbool.h>

/* Whether the environment asks for it: SUPINE_LOG=debug. */
bool log_is_on(void);

/* Writes "supine: PortAudio: Invalid device" to standard error, if it is asked
   for. `why` is the library's text; NULL: none. Any thread but the audio
   thread; errno stays as it was. */
void log_failure(const char *library, const char *why);

#endif
