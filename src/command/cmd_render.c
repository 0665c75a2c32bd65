/* supine render: sessions as sound files. */

#include "base/frames.h"
#include "base/jobs.h"
#include "base/text.h"
#include "command/own_config.h"
#include "command/report.h"
#include "command/table.h"
#include "phrases/phrases.h"
#include "render/captions.h"
#include "render/rendering.h"
#include "render/sound_file.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define PROGRESS_SECONDS 10

#define FIELD(name) offsetof(struct rendering, name)

static const struct option options[] = {
    {.name = "-o",
     .argument = "FILE",
     .help = "the sound file, or a folder; \"-\" is standard output",
     .kind = OPTION_TEXT,
     .offset = FIELD(output)},
    {.name = "--format",
     .argument = "FORMAT",
     .help = "wav, flac, ogg, opus or mp3, whatever FILE is called",
     .kind = OPTION_TEXT,
     .offset = FIELD(format)},
    {.name = "--split",
     .help = "one file a step, and an m3u playlist",
     .kind = OPTION_FLAG,
     .offset = FIELD(split)},
    {.name = "--cue-sheet",
     .argument = "FILE",
     .help = "also write a cue sheet of the steps",
     .kind = OPTION_TEXT,
     .offset = FIELD(cue_sheet)},
    {.name = "--captions",
     .argument = "FILE",
     .help = "also write what is spoken: vtt, srt or lrc",
     .kind = OPTION_TEXT,
     .offset = FIELD(captions)},
    {.name = NULL},
};

/* One call of the command. What workers find out lies in memory they share. */
struct batch {
  const struct session_options *session_options;
  const struct config *config;
  const struct rendering *rendering;
  char **routines;
  size_t count;
  bool into_folder;
  bool shows_progress;
  struct batch_results {
    atomic_llong last_line_s; /* when the last line of progress was printed */
    atomic_size_t done;
    atomic_int exit_status; /* of the first that failed */
    atomic_bool complained; /* about the configuration */
  } * results;
};

static long long now_s(void)
{
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec;
}

/* True once in ten seconds, for one process among all. */
static bool is_time_for_a_line(const struct batch *batch)
{
  long long last = atomic_load(&batch->results->last_line_s);
  const long long now = now_s();
  return batch->shows_progress && now - last >= PROGRESS_SECONDS &&
         atomic_compare_exchange_strong(&batch->results->last_line_s, &last,
                                        now);
}

/* A session on its way to a file. */
struct rendered {
  const struct batch *batch;
  const char *name;
};

static void report_progress(void *context, int64_t done, int64_t frames)
{
  const struct rendered *rendered = context;
  if (frames > 0 && is_time_for_a_line(rendered->batch)) {
    fprintf(stderr, "%s: %d percent.\n", rendered->name,
            (int)(done * 100 / frames));
  }
}

static void say_done(const struct session *session, const char *path)
{
  FILE *stream = strcmp(path, "-") == 0 ? stderr : stdout;
  struct text length = {0};
  phrases_append_duration(phrases_for("en"), session->plan->frames, &length);
  if (stream == stdout || isatty(STDERR_FILENO)) {
    fprintf(stream, "%s is done: %s.\n",
            stream == stdout ? path : session->name, text_string(&length));
  }
  text_finish(&length);
}

/* "folder/evening.wav" for a folder; else what was asked for. */
static enum status name_output(const struct batch *batch,
                               const struct session *session, struct text *path)
{
  const struct rendering *asked = batch->rendering;
  text_append(path, asked->output);
  if (batch->into_folder) {
    const size_t length = strlen(asked->output);
    const bool has_slash = length > 0 && asked->output[length - 1] == '/';
    text_append_format(path, "%s%s.%s", has_slash ? "" : "/", session->name,
                       asked->format ? asked->format : "wav");
  }
  return path->status;
}

static int render_session(const struct batch *batch,
                          const struct session *session)
{
  struct rendered rendered = {.batch = batch, .name = session->name};
  const struct rendering_progress progress = {&rendered, report_progress};
  struct rendering rendering = *batch->rendering;
  struct text path = {0};
  enum status status = name_output(batch, session, &path);
  if (status != STATUS_OK) {
    return exit_status_for(status);
  }
  rendering.output = text_string(&path);
  rendering.mixer = batch->session_options->mixer;
  bool has_sound = false;
  const int exit_status =
      rendering_run(session, &rendering, &progress, &has_sound);
  if (has_sound) {
    say_done(session, rendering.output);
  }
  text_finish(&path);
  return exit_status;
}

static int render_one(const struct batch *batch, struct studio *studio,
                      const struct session_options *session_options,
                      const char *routine)
{
  struct session *session = NULL;
  int exit_status = session_open(studio, routine, session_options,
                                 batch->count > 1, stderr, &session);
  if (exit_status == EXIT_DONE) {
    const char *trouble = session_trouble(session);
    if (trouble) {
      fprintf(stderr, "%s: %s\n", session->name, trouble);
    }
    exit_status = render_session(batch, session);
  }
  session_destroy(session);
  return exit_status;
}

static void note_failure(const struct batch *batch, int exit_status)
{
  int none = EXIT_DONE;
  atomic_compare_exchange_strong(&batch->results->exit_status, &none,
                                 exit_status);
}

static void work(struct job_queue *queue, void *context)
{
  const struct batch *batch = context;
  struct studio *studio = NULL;
  const enum status status = studio_create(VOICE_ENGINE_ESPEAK, &studio);
  if (status != STATUS_OK) {
    report_failure("supine", status);
    note_failure(batch, exit_status_for(status));
    return;
  }
  struct session_options session_options = *batch->session_options;
  own_config_check(batch->config, studio,
                   !atomic_exchange(&batch->results->complained, true),
                   &session_options);
  for (size_t i = 0; jobs_next(queue, &i);) {
    const int exit_status =
        render_one(batch, studio, &session_options, batch->routines[i]);
    if (exit_status == EXIT_DONE) {
      atomic_fetch_add(&batch->results->done, 1);
    } else {
      note_failure(batch, exit_status);
    }
  }
  studio_destroy(studio);
}

static int end_of_batch(const struct batch *batch)
{
  const size_t done = atomic_load(&batch->results->done);
  const int exit_status = atomic_load(&batch->results->exit_status);
  if (done == batch->count) {
    return EXIT_DONE;
  }
  if (batch->count > 1) {
    fprintf(stderr, "%zu of %zu routines could not be rendered.\n",
            batch->count - done, batch->count);
  }
  if (exit_status == EXIT_DONE) {
    fputs("A part of Supine ended by itself. Please try again with fewer "
          "routines at once.\n",
          stderr);
    return EXIT_FILE;
  }
  return exit_status;
}

/* A single routine stays in this process, so that whoever reads its stream may
   end it. */
static enum status share_out(struct pool *pool, struct batch *batch)
{
  return batch->count > 1 ? jobs_run(pool, batch->count, work, batch)
                          : jobs_run_here(pool, batch->count, work, batch);
}

static int render(struct batch *batch)
{
  struct pool *pool = NULL;
  if (batch->into_folder) {
    mkdir(batch->rendering->output, 0777);
  }
  enum status status = pool_create(&pool);
  if (status == STATUS_OK) {
    batch->results = pool_take(pool, sizeof(*batch->results));
    status = batch->results ? STATUS_OK : STATUS_NO_MEMORY;
  }
  if (status == STATUS_OK) {
    atomic_store(&batch->results->last_line_s, now_s());
    status = share_out(pool, batch);
  }
  int exit_status = exit_status_for(status);
  if (status == STATUS_OK) {
    exit_status = end_of_batch(batch);
  } else {
    report_failure("supine", status);
  }
  pool_destroy(pool);
  return exit_status;
}

static bool is_folder(const char *path)
{
  struct stat about;
  const size_t length = strlen(path);
  return (length > 0 && path[length - 1] == '/') ||
         (stat(path, &about) == 0 && S_ISDIR(about.st_mode));
}

/* True when both are called "evening", whatever their folders and endings. */
static bool share_name(const char *one, const char *other)
{
  const char *slash = strrchr(one, '/');
  one = slash ? slash + 1 : one;
  slash = strrchr(other, '/');
  other = slash ? slash + 1 : other;
  const size_t length = strcspn(one, ".");
  return length == strcspn(other, ".") && strncmp(one, other, length) == 0;
}

/* Two routines of one name would write one file. */
static const char *find_repeated(const struct batch *batch)
{
  for (size_t i = 0; i < batch->count; i++) {
    for (size_t j = 0; j < i; j++) {
      if (share_name(batch->routines[i], batch->routines[j])) {
        return batch->routines[i];
      }
    }
  }
  return NULL;
}

static bool share_file(const char *one, const char *other)
{
  return one && other && strcmp(one, other) == 0;
}

static int check_usage(const struct batch *batch)
{
  const struct rendering *asked = batch->rendering;
  const struct command *command = &command_render;
  if (batch->count == 0) {
    return usage_error(command, "Render takes at least one routine.");
  }
  if (!asked->output) {
    return usage_error(command, "Say where to with -o FILE.");
  }
  const bool streams = strcmp(asked->output, "-") == 0;
  if (streams && asked->split) {
    return usage_error(command, "--split needs files, not standard output.");
  }
  if (streams && asked->cue_sheet) {
    return usage_error(command,
                       "A cue sheet names the sound file, and standard "
                       "output has no name.");
  }
  if (batch->count > 1 && !batch->into_folder) {
    return usage_error(command, "Several routines need a folder: -o FOLDER/.");
  }
  if (batch->count > 1 && (asked->captions || asked->cue_sheet)) {
    return usage_error(command, "--captions and --cue-sheet take one routine.");
  }
  if (asked->captions && !captions_can_write(asked->captions)) {
    return usage_error(command,
                       "The name of the captions ends in .vtt, .srt or .lrc.");
  }
  if (asked->format && !sound_file_knows(asked->format)) {
    return usage_error(command, "--format takes wav, flac, ogg, opus or mp3.");
  }
  if (share_file(asked->output, asked->captions) ||
      share_file(asked->output, asked->cue_sheet) ||
      share_file(asked->captions, asked->cue_sheet)) {
    return usage_error(command, "Sound, captions and cue sheet need a file "
                                "each.");
  }
  const char *repeated = find_repeated(batch);
  return repeated ? usage_error(command, "\"%s\" stands there twice.", repeated)
                  : EXIT_DONE;
}

static int run(int argc, char **argv)
{
  struct rendering rendering = {0};
  struct config config;
  own_config_read(&config);
  struct session_options session_options;
  own_config_options(&config, &session_options);
  struct parsed parsed = {.own = &rendering, .session = &session_options};
  int exit_status = EXIT_DONE;
  if (options_parse(&command_render, argc, argv, &parsed, &exit_status)) {
    struct batch batch = {
        .session_options = &session_options,
        .config = &config,
        .rendering = &rendering,
        .routines = parsed.operands,
        .count = (size_t)parsed.operand_count,
        .into_folder = rendering.output && is_folder(rendering.output),
        .shows_progress = isatty(STDERR_FILENO),
    };
    exit_status = check_usage(&batch);
    if (exit_status == EXIT_DONE) {
      exit_status = render(&batch);
    }
  }
  session_options_finish(&session_options);
  config_finish(&config);
  return exit_status;
}

const struct command command_render = {
    .name = "render",
    .arguments = "ROUTINE... -o FILE",
    .summary = "Writes sessions to sound files",
    .options = options,
    .takes_session_options = true,
    .run = run,
};
