/* Playlists and cue sheets. */

#include "render/playlist.h"

#include "base/frames.h"
#include "base/plain.h"
#include "base/text.h"
#include "system/atomic_file.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>
#include <strings.h>

#define CUE_FRAMES_A_SECOND 75

static enum status write_out(struct text *out, const char *path)
{
  const enum status status =
      out->status == STATUS_OK
          ? atomic_file_replace(path, text_string(out), out->length)
          : out->status;
  text_finish(out);
  return status;
}

enum status playlist_write(const struct album *album, const char *path)
{
  struct text out = {0};
  text_append(&out, "#EXTM3U\n#PLAYLIST:");
  plain_append(&out, album->title);
  text_append(&out, "\n");
  for (size_t i = 0; i < album->track_count; i++) {
    const struct track *track = &album->tracks[i];
    text_append_format(&out, "#EXTINF:%" PRId64 ",",
                       (track->frames + FRAME_RATE / 2) / FRAME_RATE);
    plain_append(&out, track->title);
    text_append(&out, "\n");
    plain_append_entry(&out, track->file);
    text_append(&out, "\n");
  }
  return write_out(&out, path);
}

static void append_quoted(struct text *out, const char *word, const char *words)
{
  text_append_format(out, "%s ", word);
  plain_append_quoted(out, words);
}

/* "WAVE" is every format that a player decodes, MP3 excepted. */
static const char *cue_kind(const char *file)
{
  const char *dot = strrchr(file, '.');
  return dot && strcasecmp(dot, ".mp3") == 0 ? "MP3" : "WAVE";
}

static void append_track(struct text *out, size_t number,
                         const struct track *track, int64_t frame)
{
  const int64_t frames =
      (frame * CUE_FRAMES_A_SECOND + FRAME_RATE / 2) / FRAME_RATE;
  text_append_format(out, "  TRACK %02zu AUDIO\n    ", number);
  append_quoted(out, "TITLE", track->title);
  text_append_format(
      out, "\n    INDEX 01 %02" PRId64 ":%02" PRId64 ":%02" PRId64 "\n",
      frames / (60 * CUE_FRAMES_A_SECOND), frames / CUE_FRAMES_A_SECOND % 60,
      frames % CUE_FRAMES_A_SECOND);
}

enum status cue_sheet_write(const struct album *album, const char *path)
{
  assert(album->track_count <= CUE_SHEET_MOST_TRACKS);
  struct text out = {0};
  if (album->author[0]) {
    append_quoted(&out, "PERFORMER", album->author);
    text_append(&out, "\n");
  }
  append_quoted(&out, "TITLE", album->title);
  text_append(&out, "\n");
  const struct track *first = NULL; /* of the file that is being listed */
  for (size_t i = 0; i < album->track_count; i++) {
    const struct track *track = &album->tracks[i];
    if (!first || strcmp(first->file, track->file) != 0) {
      append_quoted(&out, "FILE", track->file);
      text_append_format(&out, " %s\n", cue_kind(track->file));
      first = track;
    }
    append_track(&out, i + 1, track, track->start_frame - first->start_frame);
  }
  return write_out(&out, path);
}
