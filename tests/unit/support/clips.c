/* Clips whose lengths anyone can work out. */

#include "support/clips.h"

#include "base/frames.h"
#include "base/utf8.h"
#include "voice/stand_in.h"

#include <stdlib.h>
#include <string.h>

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

static enum status speak(void *context, const struct utterance *utterance,
                         const struct clip **clip)
{
  struct test_clips *clips = context;
  if (clips->listen) {
    const enum status status = clips->listen(clips->listener, utterance);
    if (status != STATUS_OK) {
      return status;
    }
  }
  return find_clip(clips, test_clips_frames(utterance->text, utterance->speed),
                   clip);
}

static bool is_bed(const char *name)
{
  static const char *const beds[] = {"brown noise", "pink noise", "rain",
                                     "sea",         "stream",     "drone"};
  for (size_t i = 0; i < sizeof(beds) / sizeof(beds[0]); i++) {
    if (strcmp(beds[i], name) == 0) {
      return true;
    }
  }
  return false;
}

static enum status find_sound(void *context, const char *name,
                              const char *beside, const struct clip **clip)
{
  (void)beside;
  if (strcmp(name, "missing") == 0) {
    return STATUS_NOT_FOUND;
  }
  const int64_t tenths = strcmp(name, "tick") == 0 ? 1
                         : is_bed(name)            ? 100
                                                   : 20;
  return find_clip(context, tenths * FRAME_RATE / 10, clip);
}

void test_clips_init(struct test_clips *clips)
{
  *clips = (struct test_clips){0};
  clips->source = (struct clip_source){
      .context = clips, .speak = speak, .sound = find_sound};
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
