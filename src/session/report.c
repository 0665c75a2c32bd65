/* What is wrong, in sentences. */

#include "session/report.h"

#include "base/plain.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Unless every one was asked for. */
#define SHOWN_OF_EACH 5

static const char *severity_word(enum severity severity)
{
  static const char *const words[SEVERITIES] = {
      [SEVERITY_ERROR] = "error",
      [SEVERITY_WARNING] = "warning",
      [SEVERITY_HINT] = "hint",
  };
  return words[severity];
}

static void print_for_editors(FILE *stream, const struct diagnostic *item)
{
  const struct location where = item->where;
  if (where.source) {
    plain_print(stream, where.source->path);
    fprintf(stream, ":%u:%u: ", location_line(where), location_column(where));
  }
  fprintf(stream, "%s: ", severity_word(item->severity));
}

/* The file's name without its ending. */
static void print_name(FILE *stream, const struct source *source)
{
  const char *dot = strrchr(source->name, '.');
  const size_t length =
      dot ? (size_t)(dot - source->name) : strlen(source->name);
  plain_print_format(stream, "%.*s", (int)length, source->name);
}

static void print_for_people(FILE *stream, const struct diagnostic *item,
                             bool by_name)
{
  const struct location where = item->where;
  if (where.source && by_name) {
    print_name(stream, where.source);
    fprintf(stream, ", line %u: ", location_line(where));
  } else if (where.source) {
    fprintf(stream, "Line %u: ", location_line(where));
  }
}

/* After "Line 8:" the sentence goes on small, unless it opens with "I" or with
   a name. */
static bool opens_small(const char *message)
{
  return isupper((unsigned char)message[0]) &&
         (islower((unsigned char)message[1]) ||
          (message[0] == 'A' && message[1] == ' ')) &&
         strncmp(message, "Supine ", 7) != 0;
}

static void print_message(FILE *stream, const struct diagnostic *item)
{
  const char *message = item->message;
  if (item->where.source && opens_small(message)) {
    fputc(tolower((unsigned char)message[0]), stream);
    message++;
  }
  plain_print(stream, message);
}

static void print_item(FILE *stream, const struct diagnostic *item,
                       const struct report_options *options)
{
  if (options->gcc) {
    print_for_editors(stream, item);
  } else {
    print_for_people(stream, item,
                     options->by_name || item->where.source != options->main);
  }
  print_message(stream, item);
  fputc('\n', stream);
}

static void print_rest(FILE *stream, size_t count, const char *word)
{
  if (count > SHOWN_OF_EACH) {
    const size_t rest = count - SHOWN_OF_EACH;
    fprintf(stream, "And %zu more %s%s. \"supine check --all\" shows them.\n",
            rest, word, rest == 1 ? "" : "s");
  }
}

/* Prints those of the severities from `first` to `last`. */
static void print_severities(FILE *stream,
                             const struct diagnostics *diagnostics,
                             enum severity first, enum severity last,
                             const struct report_options *options)
{
  size_t seen[SEVERITIES] = {0};
  for (size_t i = 0; i < diagnostics->count; i++) {
    const struct diagnostic *item = &diagnostics->items[i];
    const bool wanted = item->severity >= first && item->severity <= last;
    if (wanted && (options->all || seen[item->severity] < SHOWN_OF_EACH)) {
      print_item(stream, item, options);
    }
    seen[item->severity] += wanted;
  }
  for (int i = 0; i < SEVERITIES && !options->all; i++) {
    print_rest(stream, seen[i], severity_word((enum severity)i));
  }
}

void report_diagnostics(FILE *stream, const struct diagnostics *diagnostics,
                        const struct report_options *options)
{
  print_severities(stream, diagnostics, SEVERITY_ERROR,
                   options->warnings ? SEVERITY_WARNING : SEVERITY_ERROR,
                   options);
  if (options->hints) {
    print_severities(stream, diagnostics, SEVERITY_HINT, SEVERITY_HINT,
                     options);
  }
  if (diagnostics->incomplete) {
    fprintf(stream, "%s\n", status_text(STATUS_NO_MEMORY));
  }
}

/* Why nothing can be written to `path`; NULL when that is not to be seen. */
static const char *why_unwritable(const char *path)
{
  const char *slash = strrchr(path, '/');
  char *folder =
      slash ? strndup(path, (size_t)(slash - path + 1)) : strdup(".");
  const char *reason = NULL;
  if (folder && access(folder, F_OK) != 0) {
    reason = "there is no such folder";
  } else if (folder && access(folder, W_OK) != 0) {
    reason = "the folder is not yours to write to";
  }
  free(folder);
  return reason;
}

void report_failure(FILE *stream, const char *what, enum status status)
{
  plain_print(stream, what);
  const char *reason =
      status == STATUS_WRITE_FAILED ? why_unwritable(what) : NULL;
  if (reason) {
    fprintf(stream, ": The file cannot be written: %s.\n", reason);
  } else {
    fprintf(stream, ": %s\n", status_text(status));
  }
}

void report_nothing_shipped(FILE *stream)
{
  fputs("The routines that come with Supine are not beside this program, in "
        "share/supine. Type \"cmake --install build\" where it was built.\n",
        stream);
}

void report_unknown_routine(FILE *stream, const struct library *library,
                            const char *routine)
{
  fputs("There is no routine \"", stream);
  plain_print(stream, routine);
  fputs("\".", stream);
  char *suggestion = library_suggest(library, NULL, routine);
  if (suggestion) {
    fprintf(stream, " Did you mean \"%s\"?\n", suggestion);
  } else if (!library_has_shipped(library)) {
    fputc(' ', stream);
    report_nothing_shipped(stream);
  } else {
    fputs(" Type \"supine list\" for those there are.\n", stream);
  }
  free(suggestion);
}
