/* Clips whose lengths anyone can work out. */

#include "support/clips.h"

#include "base/frames.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "voice/stand_in.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define CODE_POINT_FRAMES (FRAME_RATE * 60 / 1000)

struct test_clip {
  struct clip clip;
  struct test_clip *next;
};

int64_t test_clips_frames(const char *text, int speed)
{
  const int64_t count = (int64_t)utf8_count(text, strlen(text));
  return count * CODE_POINT_FRAMES * STAND_IN_SPEED /
         (speed > 0 ? speed : STAND_IN_SPEED);
}

/* The one clip of a length. */
static enum status find_clip(struct test_clips *clips, int64_t frames,
                             const struct clip **clip)
{
  struct test_clip **bucket = &clips->buckets[frames % TEST_CLIPS_BUCKETS];
  struct test_clip *found = *bucket;
  while (found && found->clip.frames != frames) {
    found = found->next;
  }
  if (!found) {
    found = calloc(1, sizeof(*found));
    if (!found) {
      return STATUS_NO_MEMORY;
    }
    found->clip.frames = frames;
    found->clip.channels = 1;
    found->next = *bucket;
    *bucket = found;
  }
  *clip = &found->clip;
  return STATUS_OK;
}

/* What the stand-in knows by name; the beds among the sounds come first. */
enum { BEDS = 6 };
static const char *const sounds[] = {
    "brown noise", "low drone",   "pink noise",    "rain",      "sea",
    "stream",      "start bell",  "end bell",      "end mark",  "tick",
    "side change", "step change", "interval bell", "breath in", "breath out",
    "move up",     "move hold",   "move down",     "gong",      "bowl",
    NULL};
static const char *const voices[] = {"calm",    "clear",    "plain",
                                     "whisper", "en-gb+f3", NULL};
static const char *const languages[] = {"en", "en-gb", "en-us", "de", "de-at",
                                        "fr", "hi",    "el",    NULL};
static const char *const *const names[] = {[CLIP_NAME_SOUND] = sounds,
                                           [CLIP_NAME_VOICE] = voices,
                                           [CLIP_NAME_LANGUAGE] = languages};

/* Where a name stands among those of its kind; SIZE_MAX: nowhere. */
static size_t find_name(enum clip_name kind, const char *name)
{
  for (size_t i = 0; names[kind][i]; i++) {
    if (strcasecmp(names[kind][i], name) == 0) {
      return i;
    }
  }
  return SIZE_MAX;
}

static char *suggest(void *context, enum clip_name kind, const char *name,
                     const char *beside)
{
  (void)context;
  (void)beside;
  struct nearest search = {.typed = name};
  for (size_t i = 0; names[kind][i]; i++) {
    nearest_consider(&search, names[kind][i]);
  }
  return search.nearest ? strdup(search.nearest) : NULL;
}

static enum status speak(void *context, const struct utterance *utterance,
                         const struct clip **clip)
{
  struct test_clips *clips = context;
  if (utterance->voice &&
      find_name(CLIP_NAME_VOICE, utterance->voice) == SIZE_MAX) {
    return STATUS_NO_VOICE;
  }
  if (find_name(CLIP_NAME_LANGUAGE, utterance->language) == SIZE_MAX) {
    return STATUS_NO_LANGUAGE;
  }
  if (clips->listen) {
    const enum status status = clips->listen(clips->listener, utterance);
    if (status != STATUS_OK) {
      return status;
    }
  }
  const int pace = utterance->pace > 0 ? utterance->pace : 100;
  const int64_t frames = test_clips_frames(utterance->text, utterance->speed);
  return find_clip(clips, frames * 100 / pace, clip);
}

static enum status find_sound(void *context, const char *name,
                              const char *beside, const struct clip **clip)
{
  (void)beside;
  const size_t index = find_name(CLIP_NAME_SOUND, name);
  if (index == SIZE_MAX) {
    return STATUS_NOT_FOUND;
  }
  const int64_t tenths = strcmp(name, "tick") == 0        ? 1
                         : strncmp(name, "move ", 5) == 0 ? 4
                         : index < BEDS                   ? 100
                                                          : 20;
  return find_clip(context, tenths * FRAME_RATE / 10, clip);
}

void test_clips_init(struct test_clips *clips)
{
  *clips = (struct test_clips){0};
  clips->source = (struct clip_source){.context = clips,
                                       .speak = speak,
                                       .sound = find_sound,
                                       .suggest = suggest};
}

void test_clips_finish(struct test_clips *clips)
{
  for (size_t i = 0; i < TEST_CLIPS_BUCKETS; i++) {
    struct test_clip *next = clips->buckets[i];
    while (next) {
      struct test_clip *clip = next;
      next = clip->next;
      free(clip);
    }
  }
}
