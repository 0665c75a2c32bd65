/* The spoken menu, and what is chosen from it. */

#include "menu/choosing.h"

#include "listen/buttons.h"
#include "listen/resume.h"
#include "listen/spoken_error.h"
#include "memory/last_used.h"
#include "memory/own_config.h"
#include "menu/menu.h"
#include "menu/menu_order.h"
#include "phrases/phrases.h"
#include "session/overview.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What can be chosen: the unfinished session first, then every routine. */
struct choices {
  struct library_entry *entries;
  struct menu_item *items; /* as many */
  size_t count;
  struct session_options options; /* as the configuration has them */
  struct overview *overview;
  struct place_record *places;
  size_t place_count;
};

/* What is known of it by now. */
static const struct menu_item *item_at(void *context, size_t index)
{
  const struct choices *choices = context;
  struct menu_item *item = &choices->items[index];
  const struct finding *finding = overview_finding(choices->overview, index);
  item->pending = !atomic_load_explicit(&finding->known, memory_order_acquire);
  if (!item->pending && finding->planned) {
    item->title = finding->title;
    item->language = finding->language;
    item->frames = item->unfinished ? item->frames : finding->frames;
  }
  return item;
}

static void finish_choices(struct choices *choices)
{
  overview_destroy(choices->overview);
  session_options_finish(&choices->options);
  free(choices->items);
  library_entries_free(choices->entries, choices->count);
  saved_places_free(choices->places, choices->place_count);
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

static enum status find_routines(struct choices *choices,
                                 const struct library *library)
{
  char *last = last_used_routine();
  const struct menu_taste taste = {.language = own_language(),
                                   .last = last,
                                   .newcomer =
                                       !last && choices->place_count == 0};
  enum status status =
      library_list(library, &choices->entries, &choices->count);
  if (status == STATUS_OK) {
    status = menu_order(library, &taste, choices->entries, choices->count);
  }
  free(last);
  return status;
}

/* The routine of the unfinished session comes first, and once more below. */
static enum status add_unfinished(struct choices *choices,
                                  const struct place_record *past)
{
  struct library_entry *grown =
      reallocarray(choices->entries, choices->count + 1, sizeof(*grown));
  if (!grown) {
    return STATUS_NO_MEMORY;
  }
  memmove(grown + 1, grown, choices->count * sizeof(*grown));
  grown[0] = (struct library_entry){.name = strdup(past->title),
                                    .path = strdup(past->routine)};
  choices->entries = grown;
  choices->count++;
  return grown[0].name && grown[0].path ? STATUS_OK : STATUS_NO_MEMORY;
}

/* "constructive-rest", as it is said. */
static char *spoken_name(char *name)
{
  for (char *at = name; *at; at++) {
    *at = *at == '-' ? ' ' : *at;
  }
  return name;
}

/* Until more is known, a routine is called by its name. */
static enum status list_items(struct choices *choices,
                              const struct place_record *past)
{
  choices->items = calloc(choices->count + 1, sizeof(*choices->items));
  if (!choices->items) {
    return STATUS_NO_MEMORY;
  }
  for (size_t i = 0; i < choices->count; i++) {
    choices->items[i] = (struct menu_item){
        .title = spoken_name(choices->entries[i].name), .language = "en"};
  }
  if (past) {
    choices->items[0].unfinished = true;
    choices->items[0].frames = past->left_frames;
  }
  return choices->count > 0 ? STATUS_OK : STATUS_NOT_FOUND;
}

/* What the configuration skips has been said when the stage was set up. */
static void use_defaults(const struct stage *stage,
                         struct session_options *options)
{
  own_config_options(stage->config, options);
  own_config_check(stage->config, stage->studio, NULL, options);
}

static enum status find_choices(struct stage *stage, struct choices *choices)
{
  struct studio *studio = stage->studio;
  if (saved_places_list(&choices->places, &choices->place_count) != STATUS_OK) {
    choices->place_count = 0;
  }
  const struct place_record *past = choices->places;
  if (choices->place_count == 0 || access(past->routine, F_OK) != 0) {
    past = NULL;
  }
  enum status status = find_routines(choices, &studio->library);
  if (status == STATUS_OK && past) {
    status = add_unfinished(choices, past);
  }
  if (status == STATUS_OK) {
    status = list_items(choices, past);
  }
  use_defaults(stage, &choices->options);
  if (status == STATUS_OK) {
    status = overview_create(studio->pool, choices->entries, choices->count,
                             &choices->options, stage->options.errors,
                             &choices->overview);
  }
  return status == STATUS_OK ? overview_begin(choices->overview) : status;
}

static void keep_volume(struct stage *stage, int volume)
{
  if (volume != stage->volume) {
    stage->volume = volume;
    last_used_set_volume(volume);
  }
}

static enum loop_end run_menu(struct stage *stage, struct choices *choices,
                              size_t *chosen)
{
  const struct announcer_services services = {
      .mixer = stage->mixer,
      .clips = stage->studio->clips,
      .lines = printer_lines(&stage->printer),
  };
  const struct menu_items items = {
      .context = choices, .count = choices->count, .item = item_at};
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
  if (saved_place_resume(&entry.place, &entry.past) == STATUS_OK &&
      resume_take_options(&entry.past, options, error->stream) == STATUS_OK &&
      resume_open(stage->studio, options, &entry, error->stream, &session) ==
          STATUS_OK) {
    end = stage_play(stage, session, options, &entry);
  }
  saved_place_destroy(entry.place);
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
                   &session) != STATUS_OK) {
    return LOOP_MENU;
  }
  return stage_play(stage, session, options, &entry);
}

/* What was chosen, once the menu is gone. */
struct chosen {
  char *path; /* owned; NULL: nothing */
  bool unfinished;
};

static enum loop_end play_chosen(struct stage *stage,
                                 const struct chosen *chosen)
{
  struct session_options options;
  struct spoken_error error;
  use_defaults(stage, &options);
  spoken_error_init(&error, stage->options.errors);
  const enum loop_end end =
      chosen->unfinished ? play_on(stage, &options, &error)
                         : play_new(stage, chosen->path, &options, &error);
  const enum loop_end said = spoken_error_say(&error, stage);
  spoken_error_finish(&error);
  session_options_finish(&options);
  return said == LOOP_DONE ? end : said;
}

static enum status choose(struct stage *stage, struct chosen *chosen,
                          enum loop_end *end)
{
  struct choices choices = {0};
  size_t index = 0;
  const enum status status = find_choices(stage, &choices);
  if (status == STATUS_OK) {
    *end = run_menu(stage, &choices, &index);
    if (*end == LOOP_DONE && index < choices.count) {
      chosen->path = strdup(choices.entries[index].path);
      chosen->unfinished = choices.items[index].unfinished;
    }
  }
  finish_choices(&choices);
  return status;
}

static enum status choose_and_play(struct stage *stage, enum loop_end *end)
{
  struct chosen chosen = {0};
  *end = LOOP_DONE;
  const enum status status = choose(stage, &chosen, end);
  if (chosen.path) {
    *end = play_chosen(stage, &chosen);
  }
  free(chosen.path);
  return status;
}

enum status menu_play(struct stage *stage, struct session *session,
                      const struct session_options *session_options,
                      struct stage_entry *entry, enum loop_end *end)
{
  enum status status = STATUS_OK;
  *end =
      session ? stage_play(stage, session, session_options, entry) : LOOP_MENU;
  while (*end == LOOP_MENU) {
    status = choose_and_play(stage, end);
  }
  return status;
}
