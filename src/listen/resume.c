/* Goes on with an unfinished session. */

#include "listen/resume.h"

#include "base/plain.h"

#include <unistd.h>

enum status resume_take_options(const struct place_record *past,
                                struct session_options *session, FILE *errors)
{
  struct text wrong = {0};
  const enum status status =
      session_options_take(session, past->options, past->option_count, &wrong);
  if (status == STATUS_BAD_ARGUMENT) {
    fprintf(errors, "%s Type \"supine help resume\" for help.\n",
            text_string(&wrong));
  } else if (status != STATUS_OK) {
    fprintf(errors, "%s\n", status_text(status));
  }
  text_finish(&wrong);
  return status;
}

static enum status report_gone(const struct place_record *past, FILE *errors)
{
  fputs("The routine of \"", errors);
  plain_print(errors, past->title);
  fputs("\" is no longer there.\nIt was: ", errors);
  plain_print(errors, past->routine);
  fputc('\n', errors);
  return STATUS_NOT_FOUND;
}

enum status resume_open(struct studio *studio,
                        const struct session_options *session_options,
                        struct stage_entry *entry, FILE *errors,
                        struct session **session)
{
  const struct place_record *past = &entry->past;
  struct session_options now = *session_options;
  now.plan.speed = past->speed ? past->speed : now.plan.speed;
  if (access(past->routine, F_OK) != 0) {
    return report_gone(past, errors);
  }
  const enum status status =
      session_open(studio, past->routine, &now, false, errors, session);
  if (status == STATUS_OK) {
    bool exact;
    entry->from_frame = place_find(past, (*session)->plan, &exact);
    entry->inexact = !exact;
    entry->speed = past->speed;
  }
  return status;
}
