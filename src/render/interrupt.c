/* Ending in good order on a signal. */

#include "render/interrupt.h"

#include "base/plain.h"

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};

#define SIGNALS (sizeof(signals) / sizeof(*signals))

static volatile sig_atomic_t come;

static void note(int number)
{
  come = number;
}

void interrupt_init(struct interrupt *interrupt)
{
  const struct sigaction noting = {.sa_handler = note};
  come = 0;
  for (size_t i = 0; i < SIGNALS; i++) {
    sigaction(signals[i], NULL, &interrupt->before[i]);
    if (interrupt->before[i].sa_handler != SIG_IGN) {
      sigaction(signals[i], &noting, NULL);
    }
  }
}

bool interrupt_has_come(void)
{
  return come != 0;
}

void interrupt_finish(struct interrupt *interrupt, const char *what,
                      FILE *errors)
{
  for (size_t i = 0; i < SIGNALS; i++) {
    sigaction(signals[i], &interrupt->before[i], NULL);
  }
  if (come) {
    plain_print(errors, what);
    fputs(": Interrupted, and not written.\n", errors);
    raise(come);
  }
}
