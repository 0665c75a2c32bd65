/* Renders one session. */

#include "render/rendering.h"

#include "base/plain.h"
#include "base/text.h"
#include "plan/print.h"
#include "render/captions.h"
#include "render/interrupt.h"
#include "render/mixdown.h"
#include "render/playlist.h"
#include "render/sound_file.h"
#include "session/report.h"
#include "system/atomic_file.h"

#include <stdio.h>
#include <string.h>

#define LEAST_DIGITS 3

/* The work in hand: a track is a step, or all of them are in one file. */
struct work {
  const struct session *session;
  const struct rendering *rendering;
  const struct rendering_progress *progress;
  struct track *tracks;
  size_t track_count;
  struct chapter *chapters; /* one a track */
  struct arena arena;       /* of titles and names */
  const char *folder;       /* of the output, with its slash, or "" */
  const char *stem;         /* the output without folder and ending */
  const char *ending;       /* with its dot, or "" */
  struct sound_file *file;  /* being written */
  size_t track;             /* being written, when split */
  int64_t done;             /* frames written of the session */
  const char *path;         /* of that file */
  const char *captions;     /* to be written; NULL: not asked for, or refused */
  const char *cue_sheet;    /* likewise */
  enum status failure;      /* the first */
};

static const char *keep(struct work *work, struct text *text)
{
  const char *kept =
      text->status == STATUS_OK
          ? arena_copy(&work->arena, text_string(text), text->length)
          : NULL;
  text_finish(text);
  return kept;
}

static bool part_output(struct work *work)
{
  const char *output = work->rendering->output;
  const char *slash = strrchr(output, '/');
  const char *name = slash ? slash + 1 : output;
  const char *dot = strrchr(name, '.');
  const size_t stem = dot ? (size_t)(dot - name) : strlen(name);
  work->folder = arena_copy(&work->arena, output, (size_t)(name - output));
  work->stem = arena_copy(&work->arena, name, stem);
  work->ending = dot ? dot : "";
  return work->folder && work->stem;
}

/* As many digits as all of them need, so that they sort everywhere. */
static int number_width(const struct work *work)
{
  const int needed = snprintf(NULL, 0, "%zu", work->track_count);
  return needed > LEAST_DIGITS ? needed : LEAST_DIGITS;
}

/* "evening-003.wav", or the whole session's name. */
static const char *name_file(struct work *work, size_t track)
{
  struct text name = {0};
  text_append(&name, work->stem);
  if (work->rendering->split) {
    text_append_format(&name, "-%0*zu", number_width(work), track + 1);
  }
  text_append(&name, work->ending);
  return keep(work, &name);
}

static const char *name_track(struct work *work, size_t track)
{
  const struct plan *plan = work->session->plan;
  struct text title = {0};
  plan_append_step(plan, track, phrases_for(plan->language), &title);
  return keep(work, &title);
}

/* What precedes the first step belongs to it. */
static bool lay_out(struct work *work)
{
  const struct plan *plan = work->session->plan;
  const size_t count = plan->step_count;
  work->tracks = arena_take_array(&work->arena, count, sizeof(*work->tracks));
  work->chapters =
      arena_take_array(&work->arena, count, sizeof(*work->chapters));
  if (!work->tracks || !work->chapters || !part_output(work)) {
    return false;
  }
  work->track_count = count;
  for (size_t i = 0; i < count; i++) {
    struct track *track = &work->tracks[i];
    const int64_t end =
        i + 1 < count ? plan->steps[i + 1].start_frame : plan->frames;
    track->start_frame = i == 0 ? 0 : plan->steps[i].start_frame;
    track->frames = end - track->start_frame;
    track->title = name_track(work, i);
    track->file = name_file(work, i);
    if (!track->title || !track->file) {
      return false;
    }
    work->chapters[i] = (struct chapter){track->start_frame, track->title};
  }
  return true;
}

static enum status begin_file(struct work *work, const char *path,
                              const char *title, struct chapters chapters)
{
  const struct plan *plan = work->session->plan;
  const struct sound_file_options options = {
      .path = path,
      .format = work->rendering->format,
      .title = title,
      .artist = plan->author,
      .comment = plan->about,
      .chapters = chapters,
  };
  work->path = path;
  return sound_file_create(&options, &work->file);
}

static enum status begin_whole(struct work *work)
{
  const struct plan *plan = work->session->plan;
  const struct chapters chapters = {work->chapters, work->track_count,
                                    plan->frames, plan->language};
  return begin_file(work, work->rendering->output, session_title(work->session),
                    chapters);
}

static enum status begin_track(struct work *work)
{
  const struct track *track = &work->tracks[work->track];
  struct text path = {0};
  text_append_format(&path, "%s%s", work->folder, track->file);
  const char *kept = keep(work, &path);
  const struct chapters none = {.frames = track->frames,
                                .language = work->session->plan->language};
  return kept ? begin_file(work, kept, track->title, none) : STATUS_NO_MEMORY;
}

static enum status end_file(struct work *work)
{
  const enum status status = sound_file_finish(work->file);
  if (status == STATUS_OK && sound_file_is_rf64(work->file)) {
    plain_print_format(
        work->rendering->errors,
        "%s is over 4 GiB, which plain WAV cannot hold, so it is RF64. "
        "A player that does not know RF64 can play FLAC.\n",
        work->path);
  }
  sound_file_destroy(work->file);
  work->file = NULL;
  return status;
}

/* Writes up to the end of the track that is being written, and begins the next
   one when it is reached. Tracks may be empty. */
static enum status write_split(struct work *work, const float *stereo,
                               int64_t frames)
{
  enum status status = STATUS_OK;
  while (status == STATUS_OK && frames > 0) {
    const struct track *track = &work->tracks[work->track];
    const int64_t left = track->start_frame + track->frames - work->done;
    const int64_t count = frames < left ? frames : left;
    status = sound_file_write(work->file, stereo, count);
    work->done += count;
    stereo += 2 * count;
    frames -= count;
    if (status == STATUS_OK && count == left &&
        work->track + 1 < work->track_count) {
      status = end_file(work);
      work->track++;
      status = status == STATUS_OK ? begin_track(work) : status;
    }
  }
  return status;
}

static enum status take(void *context, const float *stereo, int64_t frames)
{
  struct work *work = context;
  const struct rendering_progress *progress = work->progress;
  enum status status = STATUS_OK;
  if (work->rendering->split) {
    status = write_split(work, stereo, frames);
  } else {
    status = sound_file_write(work->file, stereo, frames);
    work->done += frames;
  }
  if (progress) {
    progress->report(progress->context, work->done,
                     work->session->plan->frames);
  }
  return interrupt_has_come() ? STATUS_INTERRUPTED : status;
}

static enum status write_sound(struct work *work)
{
  struct interrupt interrupt;
  interrupt_init(&interrupt);
  enum status status =
      work->rendering->split ? begin_track(work) : begin_whole(work);
  if (status == STATUS_OK) {
    const struct mixdown_sink sink = {.context = work, .write = take};
    status = mixdown(work->session, &work->rendering->mixer, &sink);
  }
  if (status == STATUS_OK) {
    status = end_file(work);
  }
  sound_file_destroy(work->file);
  work->file = NULL;
  interrupt_finish(&interrupt,
                   strcmp(work->path, "-") == 0 ? work->session->name
                                                : work->path,
                   work->rendering->errors);
  return status;
}

static void report(FILE *errors, const char *path, enum status status)
{
  if (status == STATUS_UNSUPPORTED) {
    plain_print_format(
        errors,
        "%s: I write wav, flac, ogg, opus and mp3. End the name so, or say "
        "which with --format.\n",
        path);
  } else {
    report_failure(errors, path, status);
  }
}

/* Says what went wrong with a file, if anything did; true if nothing did. */
static bool note(struct work *work, const char *path, enum status status)
{
  if (status == STATUS_OK) {
    return true;
  }
  report(work->rendering->errors, path, status);
  work->failure = work->failure == STATUS_OK ? status : work->failure;
  return false;
}

/* The path, if a file can be written there. */
static const char *try_path(struct work *work, const char *path)
{
  struct atomic_file file;
  if (!path || !note(work, path, atomic_file_begin(&file, path))) {
    return NULL;
  }
  atomic_file_finish(&file);
  return path;
}

/* What cannot be written is known before an hour of sound is rendered. */
static void check_companions(struct work *work)
{
  const struct rendering *rendering = work->rendering;
  if (rendering->cue_sheet && work->track_count > CUE_SHEET_MOST_TRACKS) {
    plain_print_format(
        rendering->errors,
        "%s: A cue sheet has at most %d tracks, and this routine has %zu "
        "steps.\n",
        rendering->cue_sheet, CUE_SHEET_MOST_TRACKS, work->track_count);
    work->failure = STATUS_TOO_LARGE;
  } else {
    work->cue_sheet = try_path(work, rendering->cue_sheet);
  }
  work->captions = try_path(work, rendering->captions);
}

static void write_playlist(struct work *work, const struct album *album)
{
  struct text text = {0};
  text_append_format(&text, "%s%s.m3u", work->folder, work->stem);
  const char *path = keep(work, &text);
  note(work, path ? path : work->rendering->output,
       path ? playlist_write(album, path) : STATUS_NO_MEMORY);
}

static void write_companions(struct work *work)
{
  const struct plan *plan = work->session->plan;
  const char *title = session_title(work->session);
  const struct album album = {title, plan->author, work->tracks,
                              work->track_count};
  if (work->rendering->split) {
    write_playlist(work, &album);
  }
  if (work->cue_sheet) {
    note(work, work->cue_sheet, cue_sheet_write(&album, work->cue_sheet));
  }
  if (work->captions) {
    note(work, work->captions, captions_write(plan, title, work->captions));
  }
}

enum status rendering_run(const struct session *session,
                          const struct rendering *rendering,
                          const struct rendering_progress *progress,
                          bool *has_sound)
{
  struct work work = {.session = session,
                      .rendering = rendering,
                      .progress = progress,
                      .path = rendering->output};
  arena_init(&work.arena);
  enum status status = lay_out(&work) ? STATUS_OK : STATUS_NO_MEMORY;
  if (status == STATUS_OK) {
    check_companions(&work);
    status = write_sound(&work);
  }
  *has_sound = note(&work, work.path, status);
  if (*has_sound) {
    write_companions(&work);
  }
  arena_finish(&work.arena);
  return work.failure;
}
