/* The session follows the routine as it is saved. */

#include "command/watching.h"

#include "command/spoken_error.h"

#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

struct watching {
  struct watching_parts parts;
  int descriptor;
  char *text; /* of the routine, as it was when it was last right */
  bool changed;
};

static int watch_folder(const char *routine)
{
  const char *slash = strrchr(routine, '/');
  char *folder =
      slash ? strndup(routine, (size_t)(slash - routine) + 1) : strdup(".");
  const int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (!folder || descriptor < 0 ||
      inotify_add_watch(descriptor, folder, IN_CLOSE_WRITE | IN_MOVED_TO) < 0) {
    free(folder);
    close(descriptor);
    return -1;
  }
  free(folder);
  return descriptor;
}

enum status watching_create(const struct watching_parts *parts,
                            struct watching **watching)
{
  struct watching *made = calloc(1, sizeof(*made));
  char *text = strdup(parts->session->script->main->source->bytes);
  if (!made || !text) {
    free(made);
    free(text);
    return STATUS_NO_MEMORY;
  }
  made->parts = *parts;
  made->text = text;
  made->descriptor = watch_folder(parts->routine);
  if (made->descriptor < 0) {
    watching_destroy(made);
    return STATUS_UNSUPPORTED;
  }
  *watching = made;
  return STATUS_OK;
}

void watching_destroy(struct watching *watching)
{
  if (watching) {
    if (watching->descriptor >= 0) {
      close(watching->descriptor);
    }
    free(watching->text);
    free(watching);
  }
}

static bool is_routine(const char *name)
{
  const char *dot = strrchr(name, '.');
  return dot && strcmp(dot, ".routine") == 0;
}

/* Included files lie in the same folder, so that any routine counts. */
static void read_events(struct watching *watching)
{
  _Alignas(struct inotify_event) char
      bytes[sizeof(struct inotify_event) + NAME_MAX + 1];
  for (ssize_t count;
       (count = read(watching->descriptor, bytes, sizeof(bytes))) > 0;) {
    for (ssize_t at = 0; at < count;) {
      const struct inotify_event *event =
          (const struct inotify_event *)(bytes + at);
      watching->changed =
          watching->changed || (event->len > 0 && is_routine(event->name));
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

/* The start of the step that says what stands at `line` of the main file, or
   below 0. */
static int64_t frame_of_line(const struct session *session, uint32_t line)
{
  const struct plan *plan = session->plan;
  const char *name = session->script->main->source->name;
  int64_t frame = -1;
  uint32_t nearest = 0;
  for (size_t i = 0; i < plan->event_count; i++) {
    const struct event *event = &plan->events[i];
    if (event->place.line <= line && event->place.line > nearest &&
        strcmp(plan->files[event->place.file], name) == 0) {
      nearest = event->place.line;
      frame = plan->steps[event->step].start_frame;
    }
  }
  return frame;
}

static void follow(struct watching *watching, struct session *session)
{
  const char *now = session->script->main->source->bytes;
  const uint32_t line = first_difference(watching->text, now);
  char *text = strdup(now);
  if (text) {
    free(watching->text);
    watching->text = text;
  }
  player_replace(watching->parts.player, session->plan, session->score,
                 line > 0 ? frame_of_line(session, line) : -1);
}

/* The first message is spoken, and all of them are printed. */
static void complain(struct watching *watching, const struct session *session,
                     enum status status)
{
  char *lines = session && session->script ? spoken_error_lines(session)
                                           : strdup(status_text(status));
  if (!lines) {
    return;
  }
  const size_t length = strlen(lines);
  fputs(lines, stderr);
  fputs(length > 0 && lines[length - 1] == '\n' ? "" : "\n", stderr);
  lines[strcspn(lines, "\n")] = '\0';
  player_say_trouble(watching->parts.player, lines);
  free(lines);
}

static void plan_again(struct watching *watching)
{
  const struct watching_parts *parts = &watching->parts;
  struct player_view view;
  player_view(parts->player, &view);
  struct session_options options = *parts->options;
  options.plan.speed = view.speed > 0 ? view.speed : options.plan.speed;
  struct session *session = NULL;
  const enum status status =
      session_create(parts->studio, parts->routine, &options, &session);
  if (status != STATUS_OK) {
    complain(watching, session, status);
    session_destroy(session);
  } else if (parts->add(parts->context, session)) {
    follow(watching, session);
  } else {
    session_destroy(session);
  }
}

static int prepare(void *context, short *events, int *timeout_ms)
{
  (void)timeout_ms;
  const struct watching *watching = context;
  *events = POLLIN;
  return watching->descriptor;
}

static void look(void *context)
{
  struct watching *watching = context;
  read_events(watching);
  if (watching->changed && player_can_replace(watching->parts.player)) {
    watching->changed = false;
    plan_again(watching);
  }
}

void watching_join(struct watching *watching, struct loop *loop)
{
  if (watching) {
    loop_invite(loop, (struct loop_guest){.context = watching,
                                          .prepare = prepare,
                                          .look = look});
  }
}
