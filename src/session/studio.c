/* Sets up what sessions are made in. */

#include "session/studio.h"

#include "sound/locate.h"

#include <stdlib.h>

static enum status speak(void *context, const struct utterance *utterance,
                         const struct clip **clip)
{
  struct studio *studio = context;
  progress_count(&studio->progress);
  const enum status status = voice_speak(studio->voice, utterance, clip);
  if (status == STATUS_VOICE_FAILED || status == STATUS_VOICE_GONE) {
    studio->voice_trouble = status;
  }
  return status;
}

static enum status find_sound(void *context, const char *name,
                              const char *beside, const struct clip **clip)
{
  const struct studio *studio = context;
  return sound_store_find(studio->sounds, name, beside, clip);
}

static char *conversion(void *context, const char *name, const char *beside)
{
  (void)context;
  return locate_conversion(name, beside);
}

static char *suggest(void *context, enum clip_name kind, const char *name,
                     const char *beside)
{
  const struct studio *studio = context;
  switch (kind) {
  case CLIP_NAME_SOUND:
    return locate_suggest(name, beside);
  case CLIP_NAME_VOICE:
    return voice_suggest(studio->voice, name);
  case CLIP_NAME_LANGUAGE:
    return voice_suggest_language(studio->voice, name);
  }
  return NULL;
}

static enum status set_up(struct studio *studio, enum voice_engine engine)
{
  enum status status = pool_create(&studio->pool);
  if (status == STATUS_OK) {
    status = voice_create(studio->pool, engine, &studio->voice);
  }
  if (status == STATUS_OK) {
    status = sound_store_create(studio->pool, &studio->sounds);
  }
  if (status == STATUS_OK) {
    status = library_init(&studio->library);
  }
  return status;
}

enum status studio_create(enum voice_engine engine, struct studio **studio)
{
  struct studio *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  made->clips = (struct clip_source){.context = made,
                                     .speak = speak,
                                     .sound = find_sound,
                                     .conversion = conversion,
                                     .suggest = suggest};
  const enum status status = set_up(made, engine);
  if (status != STATUS_OK) {
    studio_destroy(made);
    return status;
  }
  *studio = made;
  return STATUS_OK;
}

static void render(void *context, float *stereo, uint32_t frames)
{
  mixer_render(context, stereo, frames);
}

static bool refill(void *context)
{
  return sound_store_refill(context);
}

static void repair(void *context, void *refill_context)
{
  mixer_repair(context);
  sound_store_repair(refill_context);
}

struct output_source studio_source(struct studio *studio, struct mixer *mixer)
{
  return (struct output_source){.render = render,
                                .context = mixer,
                                .refill = refill,
                                .refill_context = studio->sounds,
                                .repair = repair};
}

void studio_destroy(struct studio *studio)
{
  if (!studio) {
    return;
  }
  library_finish(&studio->library);
  sound_store_destroy(studio->sounds);
  voice_destroy(studio->voice);
  pool_destroy(studio->pool);
  free(studio);
}
