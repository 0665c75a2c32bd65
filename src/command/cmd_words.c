/* supine words: the language's words, each with its help and an example. */

#include "base/nearest.h"
#include "base/plain.h"
#include "command/commands.h"
#include "command/editors.h"
#include "script/meanings.h"
#include "script/words.h"
#include "usage/call.h"
#include "usage/exit.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct own_options {
  const char *editor;
};

static const char *const editor_names[] = {"vim", "nano", "vscode", NULL};

static const struct option options[] = {
    {.name = "--editor",
     .argument = "EDITOR",
     .help = "print a syntax file for vim, nano or vscode",
     .kind = OPTION_TEXT,
     .offset = offsetof(struct own_options, editor),
     .choices = editor_names},
    {.name = NULL},
};

static const char *const headings[] = {
    [WORD_KIND_HEADER] = "At the top of a routine",
    [WORD_KIND_STATEMENT] = "Lines",
    [WORD_KIND_BLOCK] = "Blocks, which last until their end",
    [WORD_KIND_END] = "Ends of blocks",
    [WORD_KIND_NOTE] = "Remarks",
    [WORD_KIND_PART] = "Inside lines",
    [WORD_KIND_UNIT] = "Units",
};

/* Entry by entry: each line opens with the word itself, so that a screen
   reader's user can skip from word to word. */
static void print_all(void)
{
  for (enum word_kind kind = WORD_KIND_HEADER; kind <= WORD_KIND_UNIT; kind++) {
    printf("%s%s:\n", kind > WORD_KIND_HEADER ? "\n" : "", headings[kind]);
    for (enum word word = WORD_NONE + 1; word < WORD_AFTER_LAST; word++) {
      const struct word_entry *entry = word_entry(word);
      if (entry->kind == kind) {
        printf("%s: %s Example: %.*s\n", entry->spelling, entry->help,
               (int)strcspn(entry->example, "\n"), entry->example);
      }
    }
  }
}

/* Whether what was asked for is one of the words of a spelling: "countdown" of
   "countdown from". */
static bool is_part(const char *spelling, const char *asked)
{
  const size_t length = strlen(asked);
  for (const char *at = spelling; at; at = strchr(at, ' ')) {
    at += *at == ' ';
    if (strncasecmp(at, asked, length) == 0 && strchr(" ", at[length])) {
      return length > 2;
    }
  }
  return false;
}

static bool is_asked(enum word word, const char *asked)
{
  return is_part(word_entry(word)->spelling, asked) ||
         strcasecmp(word_entry(word)->spelling, asked) == 0 ||
         word_is_spelled(word, asked, strlen(asked));
}

static void print_entry(const struct word_entry *entry)
{
  printf("%s: %s\n", entry->spelling, entry->help);
  if (entry->others) {
    printf("Also written: %s\n", entry->others);
  }
  printf("Example:\n%s\n", entry->example);
}

/* A word that people type, and what says it here. */
static void print_meaning(const char *asked, const struct meaning *meaning)
{
  plain_print(stdout, asked);
  if (meaning->advice) {
    printf(" is no word of a routine. %s\n", meaning->advice);
  } else {
    printf(" is no word of a routine. What says it is \"%s\".\n",
           word_entry(meaning->word)->spelling);
  }
  if (meaning->word != WORD_NONE) {
    print_entry(word_entry(meaning->word));
  }
}

static int print_asked(const char *asked)
{
  struct nearest search = {.typed = asked};
  bool found = false;
  for (enum word word = WORD_NONE + 1; word < WORD_AFTER_LAST; word++) {
    if (is_asked(word, asked)) {
      print_entry(word_entry(word));
      found = true;
    }
    nearest_consider(&search, word_entry(word)->spelling);
  }
  const struct meaning *meaning =
      found ? NULL : meaning_find(asked, strlen(asked), NULL);
  if (meaning) {
    print_meaning(asked, meaning);
  }
  if (found || meaning) {
    return EXIT_DONE;
  }
  fputs("There is no word \"", stderr);
  plain_print(stderr, asked);
  if (search.nearest) {
    fprintf(stderr, "\". Did you mean \"%s\"?\n", search.nearest);
  } else {
    fputs("\". Type \"supine words\" for all of them.\n", stderr);
  }
  return EXIT_USAGE;
}

static int print_editor(const struct call *call, const char *name)
{
  for (const struct editor *editor = editors; editor->name; editor++) {
    if (strcmp(editor->name, name) == 0) {
      fputs(editor->syntax, stdout);
      return EXIT_DONE;
    }
  }
  return exit_wrong_usage(call, "The editors are vim, nano and vscode.");
}

static int check(struct call *call)
{
  const struct own_options *own = call->own;
  return own->editor && call->operand_count > 0
             ? exit_wrong_usage(call,
                                "Give either a word or --editor, not both.")
             : EXIT_DONE;
}

static int run(struct call *call)
{
  const struct own_options *own = call->own;
  if (own->editor) {
    return print_editor(call, own->editor);
  }
  if (call->operand_count == 0) {
    print_all();
    return EXIT_DONE;
  }
  char *asked = call_join_operands(call);
  const int exit_status = asked ? print_asked(asked) : EXIT_FILE;
  free(asked);
  return exit_status;
}

const struct command command_words = {
    .name = "words",
    .arguments = "[WORD]",
    .summary = "Prints the words of the language with help and examples",
    .options = options,
    .own_bytes = sizeof(struct own_options),
    .operands = OFFER_WORDS,
    .most_operands = ANY_NUMBER,
    .operands_wrong = "",
    .check = check,
    .run = run,
};
