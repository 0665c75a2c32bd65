/* Plays one session on a stage, planning it anew when the listener changes the
   speed. */

#include "base/vector.h"
#include "listen/autosave.h"
#include "listen/buttons.h"
#include "listen/live_reload.h"
#include "listen/player_context.h"
#include "listen/stage.h"
#include "session/report.h"

#include <stdlib.h>
#include <string.h>

static bool keep(struct stage *stage, struct session *session)
{
  if (!vector_reserve(&stage->sessions, stage->session_count,
                      &stage->session_capacity, sizeof(*stage->sessions))) {
    return false;
  }
  stage->sessions[stage->session_count++] = session;
  return true;
}

/* One session as it is being played. */
struct performance {
  struct stage *stage;
  const struct session_options *options;
  const struct session *session; /* as it was when it began */
  const char *routine;           /* its path */
  char *artist; /* owned, since the session may be planned anew */
  char *album;
};

static enum status plan_again(void *context, int speed,
                              const struct plan **plan,
                              const struct score **score)
{
  struct performance *performance = context;
  struct stage *stage = performance->stage;
  struct session_options options = *performance->options;
  if (speed > 0) {
    options.plan.speed = speed;
  }
  struct session *session = NULL;
  enum status status =
      session_create(stage->studio, performance->routine, &options, &session);
  if (status == STATUS_OK && !keep(stage, session)) {
    status = STATUS_NO_MEMORY;
  }
  if (status != STATUS_OK) {
    session_destroy(session);
    return status;
  }
  *plan = session->plan;
  *score = session->score;
  return STATUS_OK;
}

/* Only the session that the mixer plays is needed any more. */
static void release(void *context, const struct score *score)
{
  const struct performance *performance = context;
  struct stage *stage = performance->stage;
  size_t kept = 0;
  for (size_t i = 0; i < stage->session_count; i++) {
    if (stage->sessions[i]->score == score) {
      stage->sessions[kept++] = stage->sessions[i];
    } else {
      session_destroy(stage->sessions[i]);
    }
  }
  stage->session_count = kept;
}

static enum status make_player(struct performance *performance,
                               const struct stage_entry *entry,
                               struct player_context **player)
{
  const struct stage *stage = performance->stage;
  const struct plan_options *wish = &performance->options->plan;
  const struct session *session = performance->session;
  const struct player_context_parts parts = {
      .services = {.mixer = stage->mixer,
                   .clips = stage->studio->clips,
                   .lines = printer_lines(&performance->stage->printer)},
      .planner = {.context = performance,
                  .plan = plan_again,
                  .release = release},
      .voice = wish->voice,
      .pitch = wish->pitch,
      .keymap = &stage->config->keymap,
      .artist = performance->artist,
      .album = performance->album,
  };
  const struct player_options options = {
      .speed = wish->speed,
      .base_speed = wish->speed ? wish->speed : voice_usual_speed(wish->voice),
      .chosen_speed = entry->speed,
      .volume = stage->volume,
      .keymap = &stage->config->keymap,
      .from_frame = entry->from_frame,
      .earlier_frames = entry->past.played_frames,
      .inexact = entry->inexact,
      .heartbeat = stage->options.heartbeat,
      .has_input = stage->terminal || bus_session(stage->bus),
  };
  return player_context_create(&parts, &options, session->plan, session->score,
                               player);
}

/* A session without a place of its own gets one; a disk that cannot be written
   costs the memory, not the session. */
static void open_memory(const struct performance *performance,
                        struct stage_entry *entry)
{
  if (!entry->place &&
      saved_place_create(performance->routine, &entry->place) != STATUS_OK) {
    entry->place = NULL;
  }
  struct place_record *past = &entry->past;
  if (!past->routine) {
    past->routine = strdup(performance->routine);
    session_options_words(performance->options, &past->options,
                          &past->option_count);
  }
}

static bool add_session(void *context, struct session *session)
{
  return keep(context, session);
}

static struct live_reload *
open_live_reload(const struct performance *performance,
                 struct player_context *player)
{
  struct live_reload *reload = NULL;
  const struct live_reload_parts parts = {
      .studio = performance->stage->studio,
      .player = player,
      .printer = &performance->stage->printer,
      .session = performance->session,
      .options = performance->options,
      .routine = performance->routine,
      .add = add_session,
      .context = performance->stage,
      .errors = performance->stage->options.errors,
  };
  if (performance->stage->options.watch) {
    const enum status status = live_reload_create(&parts, &reload);
    if (status != STATUS_OK) {
      report_failure(parts.errors,
                     "The folder of the routine cannot be watched", status);
    }
  }
  return reload;
}

/* What was wrong before the first sound, once. */
static void say_troubles(const struct performance *performance,
                         struct player_context *player)
{
  const struct session *session = performance->session;
  const char *trouble = session_trouble(session);
  if (trouble) {
    player_context_say_trouble(player, trouble);
  }
  struct stage_options *options = &performance->stage->options;
  if (options->config_skipped) {
    player_context_say_trouble(
        player, phrase(phrases_for(session->plan->language),
                       "Part of your configuration was skipped."));
  }
  options->config_skipped = false;
}

static enum loop_end run(struct performance *performance,
                         struct player_context *player,
                         struct stage_entry *entry)
{
  struct stage *stage = performance->stage;
  struct loop loop = {.host = player_context_host(player),
                      .output = stage->output,
                      .terminal = stage->terminal};
  struct buttons buttons;
  struct autosave autosave;
  struct live_reload *reload = open_live_reload(performance, player);
  const struct media_owner owner = player_context_media(player);
  buttons_init(&buttons, stage->bus, &owner, player_context_keeps_awake);
  autosave_init(&autosave, player, entry->place, &entry->past);
  entry->place = NULL;
  buttons_join(&buttons, &loop);
  autosave_join(&autosave, &loop);
  live_reload_join(reload, &loop);
  say_troubles(performance, player);
  const enum loop_end end = loop_run(&loop);
  autosave_finish(&autosave);
  buttons_finish(&buttons);
  live_reload_destroy(reload);
  struct player_view view;
  player_context_view(player, &view);
  stage->volume = view.volume;
  return end;
}

/* What outlives the plan that it comes from. */
static bool copy_texts(struct performance *performance)
{
  const struct session *session = performance->session;
  performance->artist = strdup(session->plan->author);
  performance->album = strdup(session_title(session));
  return performance->artist && performance->album;
}

static enum loop_end play(struct performance *performance,
                          struct stage_entry *entry)
{
  struct player_context *player = NULL;
  enum loop_end end = LOOP_DONE;
  if (copy_texts(performance) &&
      make_player(performance, entry, &player) == STATUS_OK) {
    open_memory(performance, entry);
    end = run(performance, player, entry);
  }
  player_context_destroy(player);
  free(performance->artist);
  free(performance->album);
  return end;
}

enum loop_end stage_play(struct stage *stage, struct session *session,
                         const struct session_options *options,
                         struct stage_entry *entry)
{
  char *routine = realpath(session->path, NULL);
  if (!routine || !keep(stage, session)) {
    free(routine);
    session_destroy(session);
    return LOOP_DONE;
  }
  struct performance performance = {.stage = stage,
                                    .options = options,
                                    .session = session,
                                    .routine = routine};
  const enum loop_end end = play(&performance, entry);
  free(routine);
  return end;
}
