/* supine history: the sessions so far, printed and spoken. */

#include "player/history.h"

#include "command/report.h"
#include "command/stage.h"
#include "command/table.h"

#include <stdio.h>

/* More can be read in the file itself. */
#define MOST_LINES 20

static void print_unfinished(void)
{
  struct place_record *records = NULL;
  size_t count = 0;
  if (journal_list(&records, &count) != STATUS_OK) {
    return;
  }
  for (size_t i = 0; i < count; i++) {
    fputs("Unfinished: ", stdout);
    print_plain(stdout, records[i].title);
    printf(", step %d of %d, ", records[i].step, records[i].step_count);
    print_plain(stdout, records[i].step_name);
    puts(".");
  }
  if (count > 0) {
    puts("Type \"supine resume\" to go on with the first.");
  }
  journal_list_free(records, count);
}

static int run(int argc, char **argv)
{
  struct parsed parsed = {0};
  int exit_status = EXIT_DONE;
  if (!options_parse(&command_history, argc, argv, &parsed, &exit_status)) {
    return exit_status;
  }
  if (parsed.operand_count != 0) {
    return usage_error(&command_history, "History takes no words.");
  }
  struct text lines = {0};
  const enum status status = history_read(MOST_LINES, &lines);
  if (status == STATUS_OK) {
    fputs(text_string(&lines), stdout);
  } else if (status == STATUS_NOT_FOUND) {
    puts("No session so far.");
  } else {
    report_failure("The history", status);
    exit_status = exit_status_for(status);
  }
  text_finish(&lines);
  print_unfinished();
  return exit_status;
}

const struct command command_history = {
    .name = "history",
    .arguments = "",
    .summary = "Tells which sessions were finished, and which were not",
    .run = run,
};
