/* What libraries say of their own failures. */

#include "system/log.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool log_is_on(void)
{
  const char *asked = getenv("SUPINE_LOG");
  return asked && strcmp(asked, "debug") == 0;
}

void log_failure(const char *library, const char *why)
{
  const int before = errno;
  if (log_is_on()) {
    fprintf(stderr, "supine: %s: %s\n", library, why ? why : "no reason given");
  }
  errno = before;
}
