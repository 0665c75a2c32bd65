/* supine render: sessions as sound files. */

#include "command/commands.h"
#include "render/batch.h"
#include "render/captions.h"
#include "render/sound_file.h"
#include "usage/exit.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
     .offset = FIELD(format),
     .choices = sound_file_formats},
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
static const char *find_repeated(char *const *routines, int count)
{
  for (int i = 0; i < count; i++) {
    for (int j = 0; j < i; j++) {
      if (share_name(routines[i], routines[j])) {
        return routines[i];
      }
    }
  }
  return NULL;
}

static bool share_file(const char *one, const char *other)
{
  return one && other && strcmp(one, other) == 0;
}

static int check_files(struct call *call)
{
  const struct rendering *asked = call->own;
  if (!asked->output) {
    return exit_wrong_usage(call, "Say where to with -o FILE.");
  }
  const bool streams = strcmp(asked->output, "-") == 0;
  if (streams && asked->split) {
    return exit_wrong_usage(call, "--split needs files, not standard output.");
  }
  if (streams && asked->cue_sheet) {
    return exit_wrong_usage(call,
                            "A cue sheet names the sound file, and standard "
                            "output has no name.");
  }
  if (call->operand_count > 1 && !is_folder(asked->output)) {
    return exit_wrong_usage(call,
                            "Several routines need a folder: -o FOLDER/.");
  }
  if (call->operand_count > 1 && (asked->captions || asked->cue_sheet)) {
    return exit_wrong_usage(call,
                            "--captions and --cue-sheet take one routine.");
  }
  if (asked->captions && !captions_can_write(asked->captions)) {
    return exit_wrong_usage(
        call, "The name of the captions ends in .vtt, .srt or .lrc.");
  }
  if (asked->format && !sound_file_knows(asked->format)) {
    return exit_wrong_usage(call,
                            "--format takes wav, flac, ogg, opus or mp3.");
  }
  if (share_file(asked->output, asked->captions) ||
      share_file(asked->output, asked->cue_sheet) ||
      share_file(asked->captions, asked->cue_sheet)) {
    return exit_wrong_usage(call, "Sound, captions and cue sheet need a file "
                                  "each.");
  }
  const char *repeated = find_repeated(call->operands, call->operand_count);
  return repeated
             ? exit_wrong_usage(call, "\"%s\" stands there twice.", repeated)
             : EXIT_DONE;
}

/* What became of the batch. */
static int end_of(const struct call *call, const struct batch_result *result)
{
  const size_t count = (size_t)call->operand_count;
  if (result->done == count) {
    return EXIT_DONE;
  }
  if (count > 1) {
    fprintf(stderr, "%zu of %zu routines could not be rendered.\n",
            count - result->done, count);
  }
  if (result->failure == STATUS_OK) {
    fputs("A part of Supine ended by itself. Please try again with fewer "
          "routines at once.\n",
          stderr);
    return EXIT_FILE;
  }
  return exit_for_status(result->failure);
}

static int run(struct call *call)
{
  struct rendering *rendering = call->own;
  rendering->errors = stderr;
  const struct batch batch = {
      .studio = call->studio,
      .session_options = &call->session,
      .rendering = rendering,
      .routines = call->operands,
      .count = (size_t)call->operand_count,
      .into_folder = is_folder(rendering->output),
      .shows_progress = isatty(STDERR_FILENO),
      .lines = stdout,
  };
  struct batch_result result = {0};
  const enum status status = batch_run(&batch, &result);
  return status == STATUS_OK ? end_of(call, &result)
                             : exit_failed("supine", status);
}

const struct command command_render = {
    .name = "render",
    .arguments = "ROUTINE... -o FILE",
    .summary = "Writes sessions to sound files",
    .options = options,
    .own_bytes = sizeof(struct rendering),
    .takes_session_options = true,
    .voice = COMMAND_SPEAKS,
    .operands = OFFER_ROUTINES,
    .least_operands = 1,
    .most_operands = ANY_NUMBER,
    .operands_wrong = "Render takes at least one routine.",
    .check = check_files,
    .run = run,
};
