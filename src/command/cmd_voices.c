/* supine voices: what can speak. */

#include "base/plain.h"
#include "command/commands.h"
#include "usage/exit.h"
#include "voice/style.h"

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
    plain_print(stderr, language);
    fputs("\". \"supine voices\" lists them all.\n", stderr);
    return EXIT_USAGE;
  }
  print_languages(entries, count, language);
  return EXIT_DONE;
}

static int run(struct call *call)
{
  struct voice_entry *entries = NULL;
  size_t count = 0;
  const enum status status = voice_list(call->studio->voice, &entries, &count);
  if (status != STATUS_OK) {
    return exit_failed("supine", status);
  }
  const int exit_status =
      print(entries, count, call->operand_count ? call->operands[0] : NULL);
  free(entries);
  return exit_status;
}

const struct command command_voices = {
    .name = "voices",
    .arguments = "[LANGUAGE]",
    .summary = "Lists the voices, or those of a language",
    .voice = COMMAND_SPEAKS,
    .operands = OFFER_LANGUAGES,
    .most_operands = 1,
    .operands_wrong = "Voices takes one language at most.",
    .run = run,
};
