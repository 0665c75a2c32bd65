/* Captions in three formats. */

#include "render/captions.h"

#include "base/frames.h"
#include "base/plain.h"
#include "base/text.h"
#include "system/atomic_file.h"

#include <inttypes.h>
#include <string.h>
#include <strings.h>

/* How one format writes a head and a sentence. */
struct caption_format {
  const char *ending;
  void (*begin)(struct text *out, const struct plan *plan, const char *title);
  void (*add)(struct text *out, size_t number, const struct event *event);
};

static int64_t milliseconds(int64_t frames)
{
  return (frames * 1000 + FRAME_RATE / 2) / FRAME_RATE;
}

static void append_time(struct text *out, int64_t frames, char point)
{
  const int64_t ms = milliseconds(frames);
  text_append_format(
      out, "%02" PRId64 ":%02" PRId64 ":%02" PRId64 "%c%03" PRId64,
      ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, point, ms % 1000);
}

static void append_span(struct text *out, const struct event *event, char point)
{
  append_time(out, event->start_frame, point);
  text_append(out, " --> ");
  append_time(out, event->start_frame + event->frames, point);
  text_append(out, "\n");
}

static void begin_vtt(struct text *out, const struct plan *plan,
                      const char *title)
{
  text_append(out, "WEBVTT\nKind: captions\nLanguage: ");
  text_append_format(out, "%s\n\nNOTE ", plan->language);
  plain_append_escaped(out, title);
  text_append(out, "\n\n");
}

static void add_vtt(struct text *out, size_t number, const struct event *event)
{
  (void)number;
  append_span(out, event, '.');
  plain_append_escaped(out, event->text);
  text_append(out, "\n\n");
}

static void begin_srt(struct text *out, const struct plan *plan,
                      const char *title)
{
  (void)out;
  (void)plan;
  (void)title;
}

static void add_srt(struct text *out, size_t number, const struct event *event)
{
  text_append_format(out, "%zu\n", number);
  append_span(out, event, ',');
  plain_append_unmarked(out, event->text);
  text_append(out, "\n\n");
}

static void append_lrc_time(struct text *out, int64_t frames)
{
  const int64_t hundredths = (frames * 100 + FRAME_RATE / 2) / FRAME_RATE;
  text_append_format(out, "[%02" PRId64 ":%02" PRId64 ".%02" PRId64 "]",
                     hundredths / 6000, hundredths / 100 % 60,
                     hundredths % 100);
}

static void append_lrc_tag(struct text *out, const char *name,
                           const char *words)
{
  text_append_format(out, "[%s:", name);
  plain_append_unmarked(out, words);
  text_append(out, "]\n");
}

static void begin_lrc(struct text *out, const struct plan *plan,
                      const char *title)
{
  append_lrc_tag(out, "ti", title);
  if (plan->author[0]) {
    append_lrc_tag(out, "ar", plan->author);
  }
  append_lrc_tag(out, "la", plan->language);
}

/* A line lasts until the next, so the end of a sentence is an empty one. */
static void add_lrc(struct text *out, size_t number, const struct event *event)
{
  (void)number;
  append_lrc_time(out, event->start_frame);
  plain_append_unmarked(out, event->text);
  text_append(out, "\n");
  append_lrc_time(out, event->start_frame + event->frames);
  text_append(out, "\n");
}

static const struct caption_format formats[] = {
    {".vtt", begin_vtt, add_vtt},
    {".srt", begin_srt, add_srt},
    {".lrc", begin_lrc, add_lrc},
};

static const struct caption_format *find_format(const char *path)
{
  const char *dot = strrchr(path, '.');
  for (size_t i = 0; dot && i < sizeof(formats) / sizeof(formats[0]); i++) {
    if (strcasecmp(dot, formats[i].ending) == 0) {
      return &formats[i];
    }
  }
  return NULL;
}

bool captions_can_write(const char *path)
{
  return find_format(path) != NULL;
}

enum status captions_write(const struct plan *plan, const char *title,
                           const char *path)
{
  const struct caption_format *format = find_format(path);
  if (!format) {
    return STATUS_UNSUPPORTED;
  }
  struct text out = {0};
  size_t number = 0;
  format->begin(&out, plan, title);
  for (size_t i = 0; i < plan->event_count; i++) {
    const struct event *event = &plan->events[i];
    if ((event->spoken || event_is_tone(event)) && event->text[0]) {
      format->add(&out, ++number, event);
    }
  }
  const enum status status =
      out.status == STATUS_OK
          ? atomic_file_replace(path, text_string(&out), out.length)
          : out.status;
  text_finish(&out);
  return status;
}
