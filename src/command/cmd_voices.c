/* supine voices: what can speak. */

#include "command/report.h"
#include "command/table.h"
#include "session/studio.h"
#include "voice/style.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* "English" of "English (Great Britain)". */
static size_t group_length(const char *title)
{
  size_t length = strcspn(title, "(");
  while (length > 0 && title[length - 1] == ' ') {
    length--;
  }
  return length;
}

static bool is_same_group(const char *a, const char *b)
{
  const size_t length = group_length(a);
  return length == group_length(b) && strncmp(a, b, length) == 0;
}

/* "en-us, America"; the name alone where the title says no more. */
static void print_voice(const struct voice_entry *entry)
{
  fputs(entry->name, stdout);
  const char *more = strchr(entry->title, '(');
  if (more) {
    printf(", %.*s", (int)strcspn(more + 1, ")"), more + 1);
  }
}

/* A line a language, since a list by ear is long enough. */
static void print_languages(const struct voice_entry *entries, size_t count,
                            const char *language)
{
  const char *group = NULL;
  for (size_t i = 0; i < count; i++) {
    const struct voice_entry *entry = &entries[i];
    const size_t length = strlen(language);
    if (entry->is_variant ||
        (strncasecmp(entry->language, language, length) != 0 &&
         strncasecmp(entry->title, language, length) != 0)) {
      continue;
    }
    if (group && is_same_group(group, entry->title)) {
      fputs("; ", stdout);
    } else {
      printf("%s%.*s: ", group ? ".\n" : "", (int)group_length(entry->title),
             entry->title);
      group = entry->title;
    }
    print_voice(entry);
  }
  fputs(group ? ".\n" : "", stdout);
}

static void print_variants(const struct voice_entry *entries, size_t count)
{
  const char *between = "Variants, for any of these after a plus, as in "
                        "en-gb+f3: ";
  for (size_t i = 0; i < count; i++) {
    if (entries[i].is_variant) {
      printf("%s%s", between, entries[i].name);
      between = ", ";
    }
  }
  fputs(".\n", stdout);
}

static void print_styles(void)
{
  fputs("Styles, in the language of the routine:\n", stdout);
  for (size_t i = 0; i < voice_style_count; i++) {
    printf("%s: %s.\n", voice_styles[i].name, voice_styles[i].help);
  }
}

static bool is_any(const struct voice_entry *entries, size_t count,
                   const char *language)
{
  const size_t length = strlen(language);
  for (size_t i = 0; i < count; i++) {
    if (!entries[i].is_variant &&
        (strncasecmp(entries[i].language, language, length) == 0 ||
         strncasecmp(entries[i].title, language, length) == 0)) {
      return true;
    }
  }
  return false;
}

static int print(const struct voice_entry *entries, size_t count,
                 const char *language)
{
  if (!language) {
    print_styles();
    fputs("\nVoices of the speech engine:\n", stdout);
    print_languages(entries, count, "");
    putchar('\n');
    print_variants(entries, count);
    return EXIT_DONE;
  }
  if (!is_any(entries, count, language)) {
    fputs("There is no voice for \"", stderr);
    print_plain(stderr, language);
    fputs("\". \"supine voices\" lists them all.\n", stderr);
    return EXIT_USAGE;
  }
  print_languages(entries, count, language);
  return EXIT_DONE;
}

static int list(const char *language)
{
  struct studio *studio = NULL;
  struct voice_entry *entries = NULL;
  size_t count = 0;
  enum status status = studio_create(VOICE_ENGINE_ESPEAK, &studio);
  if (status == STATUS_OK) {
    status = voice_list(studio->voice, &entries, &count);
  }
  int exit_status = exit_status_for(status);
  if (status == STATUS_OK) {
    exit_status = print(entries, count, language);
  } else {
    report_failure("supine", status);
  }
  free(entries);
  studio_destroy(studio);
  return exit_status;
}

static int run(int argc, char **argv)
{
  struct parsed parsed = {0};
  int exit_status = EXIT_DONE;
  if (!options_parse(&command_voices, argc, argv, &parsed, &exit_status)) {
    return exit_status;
  }
  if (parsed.operand_count > 1) {
    return usage_error(&command_voices, "Voices takes one language at most.");
  }
  return list(parsed.operand_count ? parsed.operands[0] : NULL);
}

const struct command command_voices = {
    .name = "voices",
    .arguments = "[LANGUAGE]",
    .summary = "Lists the voices, or those of a language",
    .run = run,
};
