/* supine alone, on a terminal: the spoken menu. */

#include "command/menu.h"

#include "command/command.h"
#include "command/menu_order.h"
#include "command/own_config.h"
#include "command/report.h"
#include "command/resume.h"
#include "command/spoken_error.h"
#include "phrases/phrases.h"
#include "player/buttons.h"
#include "player/history.h"
#include "player/menu.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A routine that can be chosen. */
struct choice {
  char *name; /* what is known before it is planned */
  char *path;
  struct place_record *past; /* of an unfinished session; NULL: a new one */
  struct session *session;   /* planned for its length; NULL: not yet */
  struct menu_item item;
  bool known;
};

struct choices {
  const struct config *config; /* borrowed */
  struct studio *lengths;      /* plans without making sound */
  struct choice *items;
  size_t count;
  struct place_record *places;
  size_t place_count;
};

static void learn(const struct choices *choices, struct choice *choice)
{
  struct session_options options;
  own_config_options(choices->config, &options);
  own_config_check(choices->config, choices->lengths, false, &options);
  choice->known = true;
  choice->item = (struct menu_item){.title = choice->name, .language = "en"};
  if (session_create(choices->lengths, choice->path, &options,
                     &choice->session) == STATUS_OK) {
    choice->item.title = session_title(choice->session);
    choice->item.language = choice->session->plan->language;
    choice->item.frames = choice->session->plan->frames;
  }
  if (choice->past) {
    choice->item.unfinished = true;
    choice->item.frames = choice->past->left_frames;
  }
  session_options_finish(&options);
}

static const struct menu_item *item_at(void *context, size_t index)
{
  const struct choices *choices = context;
  struct choice *choice = &choices->items[index];
  if (!choice->known) {
    learn(choices, choice);
  }
  return &choice->item;
}

static const char *name_at(void *context, size_t index)
{
  const struct choices *choices = context;
  const struct choice *choice = &choices->items[index];
  return choice->known ? choice->item.title : choice->name;
}

static void finish_choices(struct choices *choices)
{
  for (size_t i = 0; i < choices->count; i++) {
    session_destroy(choices->items[i].session);
    free(choices->items[i].name);
    free(choices->items[i].path);
  }
  free(choices->items);
  journal_list_free(choices->places, choices->place_count);
  studio_destroy(choices->lengths);
}

static void add_choice(struct choices *choices, const char *name,
                       const char *path, struct place_record *past)
{
  struct choice *choice = &choices->items[choices->count];
  choice->name = strdup(name);
  choice->path = strdup(path);
  choice->past = past;
  if (choice->name && choice->path) {
    choices->count++;
    return;
  }
  free(choice->name);
  free(choice->path);
}

/* The language of the menu itself is the listener's. */
static const char *own_language(void)
{
  static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
    const char *value = getenv(names[i]);
    if (value && *value) {
      return phrases_language(phrases_for(value));
    }
  }
  return "en";
}

static enum status add_library(struct choices *choices,
                               const struct library *library)
{
  struct library_entry *entries = NULL;
  size_t count = 0;
  enum status status = library_list(library, &entries, &count);
  char *last = routine_remembered();
  const struct menu_taste taste = {.language = own_language(),
                                   .last = last,
                                   .newcomer =
                                       !last && choices->place_count == 0};
  if (status == STATUS_OK) {
    status = menu_order(library, &taste, entries, count);
  }
  if (status == STATUS_OK) {
    choices->items = calloc(count + 1, sizeof(*choices->items));
    status = choices->items ? STATUS_OK : STATUS_NO_MEMORY;
  }
  struct place_record *past = &choices->places[0];
  if (status == STATUS_OK && choices->place_count > 0 &&
      access(past->routine, F_OK) == 0) {
    add_choice(choices, past->title, past->routine, past);
  }
  for (size_t i = 0; status == STATUS_OK && i < count; i++) {
    add_choice(choices, entries[i].name, entries[i].path, NULL);
  }
  free(last);
  library_entries_free(entries, count);
  return status;
}

/* The unfinished session first, then everything else. */
static enum status find_choices(struct choices *choices)
{
  if (journal_list(&choices->places, &choices->place_count) != STATUS_OK) {
    choices->place_count = 0;
  }
  enum status status = studio_create(VOICE_ENGINE_LENGTHS, &choices->lengths);
  if (status == STATUS_OK) {
    status = add_library(choices, &choices->lengths->library);
  }
  return status != STATUS_OK  ? status
         : choices->count > 0 ? STATUS_OK
                              : STATUS_NOT_FOUND;
}

static void keep_volume(struct stage *stage, int volume)
{
  if (volume != stage->volume) {
    stage->volume = volume;
    volume_remember(volume);
  }
}

static enum loop_end run_menu(struct stage *stage, struct choices *choices,
                              size_t *chosen)
{
  const struct player_services services = {
      .mixer = stage->mixer,
      .clips = stage->studio->clips,
      .lines = printer_lines(&stage->printer),
  };
  const struct menu_items items = {.context = choices,
                                   .count = choices->count,
                                   .item = item_at,
                                   .name = name_at};
  struct menu *menu = NULL;
  *chosen = choices->count;
  const struct menu_options options = {.language = own_language(),
                                       .voice = stage->options.voice,
                                       .speed = stage->options.speed,
                                       .volume = stage->volume};
  if (menu_create(&services, &options, &items, &menu) != STATUS_OK) {
    return LOOP_DONE;
  }
  struct loop loop = {.host = menu_host(menu),
                      .output = stage->output,
                      .terminal = stage->terminal};
  struct buttons buttons;
  const struct media_owner owner = menu_media(menu);
  buttons_init(&buttons, stage->bus, &owner, NULL);
  buttons_join(&buttons, &loop);
  const enum loop_end end = loop_run(&loop);
  buttons_finish(&buttons);
  *chosen = menu_choice(menu);
  keep_volume(stage, menu_volume(menu));
  menu_destroy(menu);
  return end;
}

/* An unfinished session goes on with the options that it began with. */
static enum loop_end play_on(struct stage *stage,
                             struct session_options *options,
                             struct spoken_error *error)
{
  struct stage_entry entry = {0};
  struct session *session = NULL;
  enum loop_end end = LOOP_MENU;
  if (journal_resume(&entry.journal, &entry.past) == STATUS_OK &&
      resume_take_options(&entry.past, options, error->stream) &&
      resume_open(stage->studio, options, &entry, error->stream, &session) ==
          EXIT_DONE) {
    end = stage_play(stage, session, options, &entry);
  }
  journal_destroy(entry.journal);
  place_record_finish(&entry.past);
  return end;
}

static enum loop_end play_new(struct stage *stage, const char *path,
                              const struct session_options *options,
                              struct spoken_error *error)
{
  struct stage_entry entry = {0};
  struct session *session = NULL;
  if (session_open(stage->studio, path, options, false, error->stream,
                   &session) != EXIT_DONE) {
    return LOOP_MENU;
  }
  return stage_play(stage, session, options, &entry);
}

static enum loop_end play_choice(struct stage *stage,
                                 const struct choice *choice)
{
  struct session_options options;
  struct spoken_error error;
  own_config_options(stage->config, &options);
  own_config_check(stage->config, stage->studio, false, &options);
  spoken_error_init(&error);
  const enum loop_end end =
      choice->past ? play_on(stage, &options, &error)
                   : play_new(stage, choice->path, &options, &error);
  const enum loop_end said = spoken_error_say(&error, stage);
  spoken_error_finish(&error);
  session_options_finish(&options);
  return said == LOOP_DONE ? end : said;
}

static enum loop_end choose_and_play(struct stage *stage, int *exit_status)
{
  struct choices choices = {.config = stage->config};
  size_t chosen = 0;
  enum loop_end end = LOOP_DONE;
  const enum status status = find_choices(&choices);
  if (status == STATUS_OK) {
    end = run_menu(stage, &choices, &chosen);
    if (end == LOOP_DONE && chosen < choices.count) {
      end = play_choice(stage, &choices.items[chosen]);
    }
  } else {
    report_failure("supine", status);
    *exit_status = exit_status_for(status);
  }
  finish_choices(&choices);
  return end;
}

int menu_play(struct studio *studio, const struct config *config,
              const struct stage_options *stage_options,
              struct session *session,
              const struct session_options *session_options,
              struct stage_entry *entry)
{
  struct stage *stage = NULL;
  const enum status status =
      stage_create(studio, config, stage_options, &stage);
  if (status != STATUS_OK) {
    stage_report(status, session ? session->name : "welcome");
    session_destroy(session);
    return exit_status_for(status);
  }
  int exit_status = EXIT_DONE;
  enum loop_end end =
      session ? stage_play(stage, session, session_options, entry) : LOOP_MENU;
  while (end == LOOP_MENU) {
    end = choose_and_play(stage, &exit_status);
  }
  stage_destroy(stage);
  return exit_status == EXIT_DONE ? stage_exit_status(end) : exit_status;
}

static int run_menu_first(struct studio *studio, const struct config *config)
{
  struct session_options as_configured;
  struct stage_options options = {0};
  own_config_options(config, &as_configured);
  own_config_check(config, studio, true, &as_configured);
  stage_use_options(config, &as_configured, &options);
  session_options_finish(&as_configured);
  return menu_play(studio, config, &options, NULL, NULL, NULL);
}

int menu_command(void)
{
  struct config config;
  own_config_read(&config);
  struct studio *studio = NULL;
  const enum status status = studio_create(VOICE_ENGINE_ESPEAK, &studio);
  int exit_status = exit_status_for(status);
  if (status == STATUS_OK) {
    exit_status = run_menu_first(studio, &config);
  } else {
    report_failure("supine", status);
  }
  studio_destroy(studio);
  config_finish(&config);
  return exit_status;
}
