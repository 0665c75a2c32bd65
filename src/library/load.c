/* From a routine file and what it includes to one tree. */

#include "library/load.h"

#include "library/resolve.h"
#include "parse/parse.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static char *copy_string(struct load *load, const char *string)
{
  char *copy = arena_copy(&load->script->arena, string, strlen(string));
  if (!copy) {
    load->status = STATUS_NO_MEMORY;
  }
  return copy;
}

/* Reads and parses a file as the next one of the load. */
static enum status add_file(struct load *load, const char *path,
                            const char *real)
{
  struct load_file *file = &load->files[load->count];
  struct arena *arena = &load->script->arena;
  size_t malformed;
  *file = (struct load_file){0};
  const enum status status =
      source_read(path, arena, &file->source, &malformed);
  if (status != STATUS_OK) {
    return status;
  }
  file->path = copy_string(load, real);
  if (!file->path) {
    return STATUS_NO_MEMORY;
  }
  if (malformed < file->source->length) {
    report_error(load->diagnostics,
                 (struct location){file->source, (uint32_t)malformed,
                                   (uint32_t)malformed + 1},
                 "This is not UTF-8 text. Save the file as UTF-8.");
  }
  load->count++;
  return parse_file(file->source, arena, load->diagnostics,
                    load->count == 1 ? load->layout : NULL, &file->result);
}

static bool find_file(const struct load *load, const char *real, size_t *index)
{
  for (size_t i = 0; i < load->count; i++) {
    if (strcmp(load->files[i].path, real) == 0) {
      *index = i;
      return true;
    }
  }
  return false;
}

/* The folder that a file is in; the caller frees it. NULL when memory is
   short. */
static char *folder_of(const struct source *source)
{
  const size_t length = strlen(source->path) - strlen(source->name);
  return length > 0 ? strndup(source->path, length) : strdup(".");
}

/* Looks beside the including file first, then in the library. */
static enum status find_include(const struct load_file *file,
                                const struct library *library, const char *name,
                                char **path)
{
  char *folder = folder_of(file->source);
  if (!folder) {
    return STATUS_NO_MEMORY;
  }
  enum status status = library_find_in(folder, name, path);
  free(folder);
  for (size_t i = 0; status == STATUS_NOT_FOUND &&
                     i < sizeof(library->folders) / sizeof(char *);
       i++) {
    if (library->folders[i]) {
      status = library_find_in(library->folders[i], name, path);
    }
  }
  return status;
}

static void refuse_include(struct load *load, const struct library *library,
                           const char *name, struct location where,
                           enum status status)
{
  char *folder = folder_of(where.source);
  char *near = status == STATUS_NOT_FOUND
                   ? library_suggest(library, folder, name)
                   : NULL;
  free(folder);
  if (near) {
    report_error(load->diagnostics, where,
                 "There is no routine " QUOTED
                 " beside this file or in the library. Did you mean \"%s\"?",
                 QUOTE(where), near);
  } else if (status == STATUS_NOT_FOUND) {
    report_error(load->diagnostics, where,
                 "There is no routine " QUOTED
                 " beside this file or in the library. Its file would be "
                 "called \"%.*s.routine\".",
                 QUOTE(where), quoted_length(where), quoted_bytes(where));
  } else if (status == STATUS_NO_MEMORY) {
    load->status = status;
  } else {
    report_error(load->diagnostics, where, QUOTED " cannot be included. %s",
                 QUOTE(where), status_text(status));
  }
  free(near);
}

/* Opens a file that is not known yet; `index` gets its place. */
static enum status open_include(struct load *load, const char *path,
                                struct location where, size_t *index)
{
  char real[PATH_MAX];
  if (!realpath(path, real)) {
    return STATUS_NOT_FOUND;
  }
  if (find_file(load, real, index)) {
    return STATUS_OK;
  }
  if (load->count > LOAD_MOST_INCLUDES) {
    return report_error(load->diagnostics, where,
                        "More than %d files are included. This one is left "
                        "out.",
                        LOAD_MOST_INCLUDES);
  }
  *index = load->count;
  return add_file(load, path, real);
}

static void add_edge(struct load *load, struct load_file *file, size_t to,
                     struct location where)
{
  struct load_edge *edge = arena_take(&load->script->arena, sizeof(*edge));
  if (!edge) {
    load->status = STATUS_NO_MEMORY;
    return;
  }
  *edge = (struct load_edge){to, where, file->edges};
  file->edges = edge;
}

/* `include` number `i` of the file, found and read. */
static void follow_include(struct load *load, struct load_file *file,
                           const struct library *library, struct location where)
{
  char *path = NULL;
  size_t index = 0;
  char *name = strndup(quoted_bytes(where), where.end - where.begin);
  if (!name) {
    load->status = STATUS_NO_MEMORY;
    return;
  }
  enum status status = find_include(file, library, name, &path);
  if (status == STATUS_OK) {
    status = open_include(load, path, where, &index);
  }
  if (status == STATUS_OK) {
    add_edge(load, file, index, where);
  } else {
    file->lacks_include = true;
    if (status != STATUS_BAD_ROUTINE) {
      refuse_include(load, library, name, where, status);
    }
  }
  free(path);
  free(name);
}

static void follow_includes(struct load *load, const struct library *library)
{
  for (size_t i = 0; i < load->count && load->status == STATUS_OK; i++) {
    struct load_file *file = &load->files[i];
    for (const struct pending_include *include = file->result.includes;
         include && load->status == STATUS_OK; include = include->next) {
      follow_include(load, file, library, include->where);
    }
  }
}

/* --- Include cycles --- */

enum mark { MARK_NEW, MARK_OPEN, MARK_DONE };

/* At most as deep as there are files. */
static void visit_file(struct load *load, size_t index, enum mark *marks)
{
  marks[index] = MARK_OPEN;
  for (const struct load_edge *edge = load->files[index].edges; edge;
       edge = edge->next) {
    if (edge->to == index) {
      report_error(load->diagnostics, edge->where,
                   "A file cannot include itself.");
    } else if (marks[edge->to] == MARK_OPEN) {
      report_error(load->diagnostics, edge->where,
                   QUOTED " includes this file in its turn. Take one of the "
                          "two includes out.",
                   QUOTE(edge->where));
    } else if (marks[edge->to] == MARK_NEW) {
      visit_file(load, edge->to, marks);
    }
  }
  marks[index] = MARK_DONE;
}

static void link_routines(struct load *load)
{
  struct script *script = load->script;
  script->main = load->files[0].result.routine;
  script->routine_count = load->count;
  for (size_t i = 0; i + 1 < load->count; i++) {
    load->files[i].result.routine->next = load->files[i + 1].result.routine;
  }
}

/* A file that only describes exercises is there for others to include. */
static void warn_of_nothing(struct load *load)
{
  const struct routine *routine = load->files[0].result.routine;
  const struct location start = {routine->source, 0, 0};
  if (routine->body.first) {
    return;
  }
  if (routine->exercises) {
    report_warning(load->diagnostics, routine->exercises->where,
                   "Nothing is done in this routine. To do what it describes, "
                   "add a line: do %s",
                   routine->exercises->name);
  } else {
    report_warning(load->diagnostics, start,
                   "Nothing is done in this routine yet. Example: say Lie on "
                   "your back.");
  }
}

static void resolve(struct load *load)
{
  enum mark marks[LOAD_MOST_INCLUDES + 1] = {MARK_NEW};
  visit_file(load, 0, marks);
  resolve_uses(load);
  resolve_values(load);
  if (load->status == STATUS_OK) {
    resolve_flow(load);
  }
  if (load->status == STATUS_OK &&
      load->diagnostics->error_count == load->errors_before) {
    warn_of_nothing(load);
  }
}

static enum status load_files(struct load *load, const char *path,
                              const struct library *library)
{
  char real[PATH_MAX];
  const enum status status =
      add_file(load, path, realpath(path, real) ? real : path);
  if (status != STATUS_OK) {
    return status;
  }
  follow_includes(load, library);
  if (load->status != STATUS_OK) {
    return load->status;
  }
  link_routines(load);
  resolve(load);
  return load->status;
}

enum status script_load_with_layout(const char *path,
                                    const struct library *library,
                                    struct diagnostics *diagnostics,
                                    struct layout *layout,
                                    struct script **script)
{
  struct load *load = calloc(1, sizeof(*load));
  struct script *made = calloc(1, sizeof(*made));
  enum status status = load && made ? STATUS_OK : STATUS_NO_MEMORY;
  const size_t errors = diagnostics->error_count;
  if (status == STATUS_OK) {
    *load = (struct load){.script = made,
                          .diagnostics = diagnostics,
                          .layout = layout,
                          .errors_before = errors};
    status = load_files(load, path, library);
  }
  free(load);
  *script = NULL;
  if (status != STATUS_OK) {
    script_destroy(made);
    return status;
  }
  *script = made;
  return diagnostics->error_count > errors ? STATUS_BAD_ROUTINE : STATUS_OK;
}

enum status script_load(const char *path, const struct library *library,
                        struct diagnostics *diagnostics, struct script **script)
{
  return script_load_with_layout(path, library, diagnostics, NULL, script);
}

void script_destroy(struct script *script)
{
  if (script) {
    arena_finish(&script->arena);
    free(script);
  }
}
