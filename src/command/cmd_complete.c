/* supine complete: what could come next on a command line, for shells. */

#include "base/plain.h"
#include "base/text.h"
#include "command/commands.h"
#include "script/words.h"
#include "sound/locate.h"
#include "voice/style.h"

#include <stdlib.h>
#include <string.h>

/* A command line that somebody is typing. */
struct typing {
  char **words; /* after "supine"; the last is the one to complete */
  int count;
  const char *current; /* the part of the last word that is compared */
  const char *before;  /* what precedes it in the word: "--set=", or "" */
  const struct command *const *commands;
  const struct command *command; /* NULL while it is being typed */
  struct option_target options[COMMAND_TABLES]; /* of that command */
};

/* Prints one candidate, if it begins as what was typed. */
static void offer(const struct typing *typing, const char *candidate,
                  const char *help)
{
  if (strncmp(candidate, typing->current, strlen(typing->current)) != 0) {
    return;
  }
  fputs(typing->before, stdout);
  plain_print(stdout, candidate);
  if (help && help[0]) {
    putchar('\t');
    plain_print(stdout, help);
  }
  putchar('\n');
}

static void offer_commands(const struct typing *typing)
{
  for (const struct command *const *next = typing->commands; *next; next++) {
    offer(typing, (*next)->name, (*next)->summary);
  }
}

static void offer_options(const struct typing *typing)
{
  for (const struct option_target *target = typing->options; target->table;
       target++) {
    for (const struct option *next = target->table; next->name; next++) {
      offer(typing, next->name, next->help);
    }
  }
  offer(typing, "--help", "show the help");
}

/* The first operand before the last word: the routine that options speak of. */
static const char *typed_routine(const struct typing *typing)
{
  for (int i = 1; i < typing->count - 1; i++) {
    const char *word = typing->words[i];
    if (word[0] != '-') {
      return word;
    }
    const struct option *option =
        options_find(typing->options, word, strlen(word));
    i += option && option->argument ? 1 : 0;
  }
  return NULL;
}

static void offer_routines(const struct typing *typing)
{
  struct library library;
  if (library_init(&library) != STATUS_OK) {
    return;
  }
  struct library_entry *entries = NULL;
  size_t count = 0;
  if (library_list(&library, &entries, &count) == STATUS_OK) {
    for (size_t i = 0; i < count; i++) {
      offer(typing, entries[i].name, NULL);
    }
    library_entries_free(entries, count);
  }
  library_finish(&library);
}

static void offer_steps(const struct typing *typing,
                        const struct session *session)
{
  const struct plan *plan = session->plan;
  for (size_t i = 0; plan && i < plan->step_count; i++) {
    bool seen = false;
    for (size_t j = 0; j < i && !seen; j++) {
      seen = strcmp(plan->steps[j].name, plan->steps[i].name) == 0;
    }
    if (!seen) {
      offer(typing, plan->steps[i].name, NULL);
    }
  }
}

static void offer_setting(const struct typing *typing, const char *name,
                          const char *value)
{
  struct text setting = {0};
  text_append_format(&setting, "%s=%s", name, value);
  offer(typing, text_string(&setting), NULL);
  text_finish(&setting);
}

/* "length=" before the equals sign is typed, the choices after it. */
static void offer_values(const struct typing *typing,
                         const struct session *session)
{
  const bool named = strchr(typing->current, '=') != NULL;
  const struct value *value = session->script->main->values;
  for (; value; value = value->next) {
    if (!named) {
      offer_setting(typing, value->name, "");
    }
    for (size_t i = 0; named && i < value->choice_count; i++) {
      offer_setting(typing, value->name, value->choices[i]);
    }
  }
}

/* Opens the routine that was typed and offers what it holds. */
static void offer_from_routine(const struct typing *typing,
                               void (*from)(const struct typing *typing,
                                            const struct session *session))
{
  const char *routine = typed_routine(typing);
  struct studio *studio = NULL;
  if (!routine || studio_create(VOICE_ENGINE_LENGTHS, &studio) != STATUS_OK) {
    return;
  }
  struct session_options as_written;
  session_options_init(&as_written);
  struct session *session = NULL;
  session_create(studio, routine, &as_written, &session);
  if (session && session->script) {
    from(typing, session);
  }
  session_destroy(session);
  session_options_finish(&as_written);
  studio_destroy(studio);
}

/* With hyphens, which mean the same and need no quotes. */
static void offer_sounds(const struct typing *typing, bool beds)
{
  char **names = NULL;
  size_t count = 0;
  if (locate_shipped(beds, &names, &count) != STATUS_OK) {
    return;
  }
  for (size_t i = 0; i < count; i++) {
    for (char *space = names[i]; (space = strchr(space, ' '));) {
      *space = '-';
    }
    offer(typing, names[i], NULL);
    free(names[i]);
  }
  free(names);
}

/* The voices of the engine: their names, or the languages they speak. */
static void offer_engine_voices(const struct typing *typing, bool languages)
{
  struct studio *studio = NULL;
  struct voice_entry *entries = NULL;
  size_t count = 0;
  if (studio_create(VOICE_ENGINE_LENGTHS, &studio) != STATUS_OK) {
    return;
  }
  if (voice_list(studio->voice, &entries, &count) == STATUS_OK) {
    for (size_t i = 0; i < count; i++) {
      if (!languages || !entries[i].is_variant) {
        offer(typing, languages ? entries[i].language : entries[i].name,
              entries[i].title);
      }
    }
  }
  free(entries);
  studio_destroy(studio);
}

static void offer_voices(const struct typing *typing)
{
  for (size_t i = 0; i < voice_style_count; i++) {
    offer(typing, voice_styles[i].name, voice_styles[i].help);
  }
  offer_engine_voices(typing, false);
}

static void offer_words(const struct typing *typing)
{
  for (enum word word = WORD_NONE + 1; word < WORD_AFTER_LAST; word++) {
    offer(typing, word_entry(word)->spelling, word_entry(word)->help);
  }
}

static void offer_backgrounds(const struct typing *typing)
{
  offer(typing, "off", "no background");
  offer_sounds(typing, true);
}

static void offer_of_kind(const struct typing *typing, enum offer kind)
{
  switch (kind) {
  case OFFER_NOTHING:
    break;
  case OFFER_COMMANDS:
    offer_commands(typing);
    offer(typing, "keys", "the keys while a session plays");
    break;
  case OFFER_ROUTINES:
    offer_routines(typing);
    break;
  case OFFER_STEPS:
    offer_from_routine(typing, offer_steps);
    break;
  case OFFER_SETTINGS:
    offer_from_routine(typing, offer_values);
    break;
  case OFFER_SOUNDS:
    offer_sounds(typing, false);
    offer_sounds(typing, true);
    break;
  case OFFER_BACKGROUNDS:
    offer_backgrounds(typing);
    break;
  case OFFER_VOICES:
    offer_voices(typing);
    break;
  case OFFER_LANGUAGES:
    offer_engine_voices(typing, true);
    break;
  case OFFER_WORDS:
    offer_words(typing);
    break;
  }
}

static void offer_argument(const struct typing *typing,
                           const struct option *option)
{
  for (const char *const *next = option->choices; next && *next; next++) {
    offer(typing, *next, NULL);
  }
  offer_of_kind(typing, option->offers);
}

/* What the last word may become, once the command is known. */
static void offer_for_command(struct typing *typing)
{
  const char *last = typing->words[typing->count - 1];
  const char *equals = last[0] == '-' ? strchr(last, '=') : NULL;
  const char *previous = typing->words[typing->count - 2];
  const struct option *option = NULL;
  char *before = NULL;
  if (equals) {
    option = options_find(typing->options, last, (size_t)(equals - last));
    before = strndup(last, (size_t)(equals - last) + 1);
    typing->before = before ? before : "";
    typing->current = equals + 1;
  } else if (typing->count > 2 && previous[0] == '-') {
    option = options_find(typing->options, previous, strlen(previous));
  }
  if (option && option->argument) {
    offer_argument(typing, option);
  } else if (last[0] == '-') {
    offer_options(typing);
  } else {
    offer_of_kind(typing, typing->command->operands);
  }
  free(before);
}

static int run(struct call *call)
{
  struct typing typing = {
      .words = call->operands,
      .count = call->operand_count,
      .current = call->operands[call->operand_count - 1],
      .before = "",
      .commands = call->commands,
  };
  if (typing.count == 1) {
    offer_commands(&typing);
    return EXIT_DONE;
  }
  typing.command = command_find(call->commands, typing.words[0]);
  if (typing.command) {
    command_targets(typing.command, NULL, typing.options);
    offer_for_command(&typing);
  }
  return EXIT_DONE;
}

const struct command command_complete = {
    .name = "complete",
    .arguments = "-- WORD...",
    .summary = "Prints what could come next on a command line, for shells",
    .least_operands = 1,
    .most_operands = ANY_NUMBER,
    .operands_wrong = "Complete takes the words so far.",
    .run = run,
};
