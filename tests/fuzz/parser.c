/* What must hold for any file at all: loading it neither crashes nor hangs,
   and a routine without errors is formatted into one that means the same and
   is formatted already. libFuzzer calls it, or mutate.c does. */

#include "fuzz/parser.h"

#include "library/format_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void complain(const char *what, const char *text)
{
  fprintf(stderr, "%s\n%s\n", what, text);
  abort();
}

static void write_file(const char *path, const char *bytes, size_t length)
{
  FILE *file = fopen(path, "wb");
  if (!file || fwrite(bytes, 1, length, file) != length || fclose(file) != 0) {
    perror(path);
    exit(EXIT_FAILURE);
  }
}

static enum status format(const char *path, bool flat, struct text *out)
{
  const struct library nothing = {0};
  struct diagnostics diagnostics;
  struct script *script = NULL;
  diagnostics_init(&diagnostics);
  const enum status status =
      format_file(path, &nothing, flat, &diagnostics, &script, out);
  if (script && (status == STATUS_OK) != (diagnostics.error_count == 0)) {
    complain("The status and the errors differ.", "");
  }
  diagnostics_finish(&diagnostics);
  script_destroy(script);
  return status;
}

/* Formats the formatted text, flat and not, and wants it as it is. */
static void format_again(const char *path, const struct text *once)
{
  struct text again = {0};
  struct text flat = {0};
  struct text back = {0};
  write_file(path, text_string(once), once->length);
  if (format(path, false, &again) != STATUS_OK ||
      strcmp(text_string(once), text_string(&again)) != 0) {
    complain("Formatting is not stable:", text_string(once));
  }
  format(path, true, &flat);
  write_file(path, text_string(&flat), flat.length);
  if (format(path, false, &back) != STATUS_OK ||
      strcmp(text_string(once), text_string(&back)) != 0) {
    complain("The flat form does not come back:", text_string(&flat));
  }
  text_finish(&again);
  text_finish(&flat);
  text_finish(&back);
}

void fuzz_parser(const char *path, const char *bytes, size_t length)
{
  struct text once = {0};
  write_file(path, bytes, length);
  if (format(path, false, &once) == STATUS_OK) {
    format_again(path, &once);
  }
  text_finish(&once);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
  static char path[64];
  if (!path[0]) {
    snprintf(path, sizeof(path), "/tmp/supine-fuzz-%d.routine", (int)getpid());
  }
  fuzz_parser(path, (const char *)bytes, length);
  return 0;
}
