/* The session follows the routine as it is saved. */

#include "listen/live_reload.h"

#include "listen/spoken_error.h"

#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

/* A file of the routine as it was when it was last right. */
struct watched_file {
  char *path; /* its real one: a routine can be asked for by others */
  char *text;
};

struct live_reload {
  struct live_reload_parts parts;
  int descriptor;
  struct watched_file *files;
  size_t file_count;
  bool changed;
};

static void forget_files(struct live_reload *reload)
{
  for (size_t i = 0; i < reload->file_count; i++) {
    free(reload->files[i].path);
    free(reload->files[i].text);
  }
  free(reload->files);
  reload->files = NULL;
  reload->file_count = 0;
}

static bool watch_folder(const struct live_reload *reload, const char *path)
{
  const char *slash = strrchr(path, '/');
  char *folder =
      slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
  const bool watched =
      folder && inotify_add_watch(reload->descriptor, folder,
                                  IN_CLOSE_WRITE | IN_MOVED_TO) >= 0;
  free(folder);
  return watched;
}

/* What is included may lie in other folders than the routine. */
static void remember_files(struct live_reload *reload,
                           const struct script *script)
{
  forget_files(reload);
  reload->files = calloc(script->routine_count, sizeof(*reload->files));
  for (const struct routine *routine = script->main; reload->files && routine;
       routine = routine->next) {
    const struct source *source = routine->source;
    reload->files[reload->file_count++] = (struct watched_file){
        .path = realpath(source->path, NULL), .text = strdup(source->bytes)};
    watch_folder(reload, source->path);
  }
}

enum status live_reload_create(const struct live_reload_parts *parts,
                               struct live_reload **reload)
{
  struct live_reload *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  made->parts = *parts;
  made->descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (made->descriptor < 0 || !watch_folder(made, parts->routine)) {
    live_reload_destroy(made);
    return STATUS_UNSUPPORTED;
  }
  remember_files(made, parts->session->script);
  *reload = made;
  return STATUS_OK;
}

void live_reload_destroy(struct live_reload *reload)
{
  if (reload) {
    if (reload->descriptor >= 0) {
      close(reload->descriptor);
    }
    forget_files(reload);
    free(reload);
  }
}

static bool is_routine(const char *name)
{
  const char *dot = strrchr(name, '.');
  return dot && strcmp(dot, ".routine") == 0;
}

/* Any routine counts: it may be one that is included. */
static void read_events(struct live_reload *reload)
{
  _Alignas(struct inotify_event) char
      bytes[sizeof(struct inotify_event) + NAME_MAX + 1];
  for (ssize_t count;
       (count = read(reload->descriptor, bytes, sizeof(bytes))) > 0;) {
    for (ssize_t at = 0; at < count;) {
      const struct inotify_event *event =
          (const struct inotify_event *)(bytes + at);
      reload->changed =
          reload->changed || (event->len > 0 && is_routine(event->name));
      at += (ssize_t)(sizeof(*event) + event->len);
    }
  }
}

/* The first line that differs, from 1; 0 when none does. */
static uint32_t first_difference(const char *before, const char *now)
{
  uint32_t line = 1;
  size_t i = 0;
  for (; before[i] && before[i] == now[i]; i++) {
    line += now[i] == '\n';
  }
  return before[i] == now[i] ? 0 : line;
}

/* Where the routine itself begins to be heard in a step: behind the title and
   the time to settle, which belong to the first step. */
static int64_t frame_of_step(const struct plan *plan, uint32_t step)
{
  size_t i = 0;
  while (i < plan->event_count &&
         (plan->events[i].step != step || plan->events[i].place.line == 0)) {
    i++;
  }
  return i < plan->event_count ? plan->events[i].start_frame
                               : plan->steps[step].start_frame;
}

/* Where the step begins that says what stands at `line` of a file, or below
   0. */
static int64_t frame_of_line(const struct plan *plan, uint32_t file,
                             uint32_t line)
{
  const struct event *nearest = NULL;
  for (size_t i = 0; i < plan->event_count; i++) {
    const struct event *event = &plan->events[i];
    if (event->place.file == file && event->place.line > 0 &&
        event->place.line <= line &&
        (!nearest || event->place.line > nearest->place.line)) {
      nearest = event;
    }
  }
  return nearest ? frame_of_step(plan, nearest->step) : -1;
}

static const char *old_text(const struct live_reload *reload, const char *path)
{
  char *real = realpath(path, NULL);
  const char *text = NULL;
  for (size_t i = 0; real && i < reload->file_count; i++) {
    const struct watched_file *file = &reload->files[i];
    if (file->path && strcmp(file->path, real) == 0) {
      text = file->text;
    }
  }
  free(real);
  return text;
}

/* Where the step that was edited begins, in whatever file it is written; below
   0 when no step says what was edited. */
static int64_t frame_of_edit(const struct live_reload *reload,
                             const struct session *session)
{
  int64_t frame = -1;
  uint32_t file = 0;
  for (const struct routine *routine = session->script->main;
       routine && frame < 0; routine = routine->next, file++) {
    const char *before = old_text(reload, routine->source->path);
    const uint32_t line =
        before ? first_difference(before, routine->source->bytes) : 0;
    frame = line > 0 ? frame_of_line(session->plan, file, line) : -1;
  }
  return frame;
}

static void follow(struct live_reload *reload, struct session *session)
{
  const int64_t frame = frame_of_edit(reload, session);
  remember_files(reload, session->script);
  player_context_tell(reload->parts.player,
                      &(struct happening){.kind = HAPPENED_EDIT,
                                          .plan = session->plan,
                                          .score = session->score,
                                          .frame = frame});
}

/* All messages are printed on standard error; the first is spoken too, and not
   printed again where the player's lines go. */
static void complain(struct live_reload *reload, const struct session *session,
                     enum status status)
{
  char *lines = session && session->script ? spoken_error_lines(session)
                                           : strdup(status_text(status));
  if (!lines) {
    return;
  }
  const size_t length = strlen(lines);
  FILE *errors = reload->parts.errors;
  fputs(lines, errors);
  fputs(length > 0 && lines[length - 1] == '\n' ? "" : "\n", errors);
  lines[strcspn(lines, "\n")] = '\0';
  struct printer *printer = reload->parts.printer;
  const bool quiet = printer->quiet;
  printer->quiet = true;
  player_context_say_trouble(reload->parts.player, lines);
  printer->quiet = quiet;
  free(lines);
}

static void plan_again(struct live_reload *reload)
{
  const struct live_reload_parts *parts = &reload->parts;
  struct player_view view;
  player_context_view(parts->player, &view);
  struct session_options options = *parts->options;
  options.plan.speed = view.speed > 0 ? view.speed : options.plan.speed;
  struct session *session = NULL;
  const enum status status =
      session_create(parts->studio, parts->routine, &options, &session);
  if (status != STATUS_OK) {
    complain(reload, session, status);
    session_destroy(session);
  } else if (parts->add(parts->context, session)) {
    follow(reload, session);
  } else {
    session_destroy(session);
  }
}

static int prepare(void *context, short *events, int *timeout_ms)
{
  (void)timeout_ms;
  const struct live_reload *reload = context;
  *events = POLLIN;
  return reload->descriptor;
}

static void look(void *context)
{
  struct live_reload *reload = context;
  read_events(reload);
  if (reload->changed) {
    reload->changed = false;
    plan_again(reload);
  }
}

void live_reload_join(struct live_reload *reload, struct loop *loop)
{
  if (reload) {
    loop_invite(loop, (struct loop_guest){
                          .context = reload, .prepare = prepare, .look = look});
  }
}
