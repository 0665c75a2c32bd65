/* Text to trimmed, levelled clips, each made once. */

#include "voice/voice.h"

#include "base/text.h"
#include "voice/cache.h"
#include "voice/level.h"
#include "voice/order.h"
#include "voice/shape.h"
#include "voice/stand_in.h"
#include "voice/style.h"
#include "voice/suggest.h"
#include "voice/voice_process.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define HIGHEST_VOLUME 400

static bool uses_espeak(enum voice_engine engine)
{
  return engine != VOICE_ENGINE_STAND_IN;
}

struct voice {
  struct pool *pool;
  enum voice_engine engine;
  struct voice_process process; /* if the engine uses eSpeak NG */
  struct catalogue catalogue;   /* likewise; filled when first needed */
  struct cache clips;           /* values: struct clip in the pool */
  struct cache gains;           /* numbers: linear, of a voice and pitch */
};

enum status voice_create(struct pool *pool, enum voice_engine engine,
                         struct voice **voice)
{
  struct voice *created = calloc(1, sizeof(*created));
  if (!created) {
    return STATUS_NO_MEMORY;
  }
  created->pool = pool;
  created->engine = engine;
  if (uses_espeak(engine)) {
    const enum status status = voice_process_init(&created->process);
    if (status != STATUS_OK) {
      free(created);
      return status;
    }
  }
  *voice = created;
  return STATUS_OK;
}

void voice_destroy(struct voice *voice)
{
  if (!voice) {
    return;
  }
  if (uses_espeak(voice->engine)) {
    voice_process_finish(&voice->process);
  }
  for (size_t i = 0; i < voice->clips.capacity; i++) {
    pool_give_back(voice->pool, voice->clips.entries[i].value);
  }
  cache_finish(&voice->clips);
  cache_finish(&voice->gains);
  catalogue_finish(&voice->catalogue);
  free(voice);
}

static enum status fill_catalogue(struct voice *voice)
{
  if (voice->catalogue.count > 0) {
    return STATUS_OK;
  }
  const struct engine_order order = {.task = ENGINE_LIST};
  struct text answer = {0};
  enum status status = voice_process_ask(&voice->process, &order, &answer);
  if (status == STATUS_OK) {
    char *text = text_take(&answer);
    status = text ? catalogue_init(&voice->catalogue, text) : STATUS_NO_MEMORY;
  }
  text_finish(&answer);
  return status;
}

static enum status speak_order(struct voice *voice,
                               const struct engine_order *order,
                               const struct voice_style *style,
                               struct shaped *shaped)
{
  struct text answer = {0};
  enum status status = voice_process_ask(&voice->process, order, &answer);
  if (status == STATUS_OK) {
    status = shape_speech((const int16_t *)(const void *)answer.bytes,
                          answer.length / sizeof(int16_t), style, shaped);
  }
  text_finish(&answer);
  return status;
}

/* As long as it will be, and silent. */
static enum status count_frames(struct voice *voice,
                                const struct engine_order *order,
                                const struct voice_style *style,
                                struct shaped *shaped)
{
  struct text answer = {0};
  const enum status status = voice_process_ask(&voice->process, order, &answer);
  if (status == STATUS_OK) {
    *shaped = (struct shaped){.frames = shape_count_frames(
                                  (const int16_t *)(const void *)answer.bytes,
                                  answer.length / sizeof(int16_t), style)};
  }
  text_finish(&answer);
  return status;
}

/* The gain of the order's voice, style and pitch, measured once. */
static enum status find_gain(struct voice *voice,
                             const struct engine_order *order,
                             const struct resolved *resolved, float *gain)
{
  struct text key = {0};
  text_append_format(&key, "%s %s %d", resolved->style->name, order->voice,
                     order->pitch);
  if (key.status != STATUS_OK) {
    return key.status;
  }
  const struct cache_entry *known = cache_find(&voice->gains, key.bytes);
  enum status status = STATUS_OK;
  float measured = known ? known->number : 1;
  if (!known) {
    struct engine_order standard = *order;
    standard.speed = resolved->style->speed;
    strcpy(standard.text, level_standard_text(resolved->language));
    struct shaped shaped;
    status = speak_order(voice, &standard, resolved->style, &shaped);
    if (status == STATUS_OK) {
      status = level_gain(&shaped, &measured);
      free(shaped.samples);
    }
    struct cache_entry *entry =
        status == STATUS_OK ? cache_add(&voice->gains, key.bytes) : NULL;
    if (entry) {
      entry->number = measured;
    }
  }
  text_finish(&key);
  *gain = measured;
  return status;
}

static enum status store(struct voice *voice, const char *key,
                         const struct shaped *shaped, const struct clip **clip)
{
  const size_t bytes =
      shaped->samples ? (size_t)shaped->frames * sizeof(float) : 0;
  struct clip *made = pool_take(voice->pool, sizeof(*made) + bytes);
  struct cache_entry *entry = made ? cache_add(&voice->clips, key) : NULL;
  if (!entry) {
    pool_give_back(voice->pool, made);
    return STATUS_NO_MEMORY;
  }
  float *samples = (float *)(void *)(made + 1);
  if (bytes > 0) {
    memcpy(samples, shaped->samples, bytes);
  }
  *made = (struct clip){.frames = shaped->frames,
                        .channels = 1,
                        .samples = shaped->samples ? samples : NULL};
  entry->value = made;
  *clip = made;
  return STATUS_OK;
}

/* Makes the sound of an order whose clip is not there yet. */
static enum status make(struct voice *voice, const struct engine_order *order,
                        const struct resolved *resolved, int volume,
                        struct shaped *shaped)
{
  if (voice->engine == VOICE_ENGINE_LENGTHS) {
    return count_frames(voice, order, resolved->style, shaped);
  }
  float gain = 1;
  struct shaped made;
  enum status status;
  if (voice->engine == VOICE_ENGINE_STAND_IN) {
    status = stand_in_speak(order->text, order->speed, &made);
  } else {
    status = find_gain(voice, order, resolved, &gain);
    if (status == STATUS_OK) {
      status = speak_order(voice, order, resolved->style, &made);
    }
  }
  if (status != STATUS_OK) {
    return status;
  }
  status = shape_finish(&made, gain * (float)volume / 100);
  if (status != STATUS_OK) {
    free(made.samples);
    return status;
  }
  *shaped = made;
  return STATUS_OK;
}

static enum status resolve(struct voice *voice,
                           const struct utterance *utterance,
                           struct engine_order *order,
                           struct resolved *resolved)
{
  enum status status = order_clean_text(utterance->text, order->text);
  if (status != STATUS_OK) {
    return status;
  }
  if (voice->engine == VOICE_ENGINE_STAND_IN) {
    order->speed = utterance->speed > 0 ? utterance->speed : STAND_IN_SPEED;
    order->speed = order_paced(order->speed, utterance->pace);
    *resolved = (struct resolved){voice_style_plain(), ""};
    return STATUS_OK;
  }
  status = fill_catalogue(voice);
  return status == STATUS_OK
             ? order_resolve(utterance, &voice->catalogue, order, resolved)
             : status;
}

enum status voice_speak(struct voice *voice, const struct utterance *utterance,
                        const struct clip **clip)
{
  assert(utterance->text && clip);
  if (utterance->volume < 0 || utterance->volume > HIGHEST_VOLUME) {
    return STATUS_BAD_ARGUMENT;
  }
  struct engine_order order = {.task = ENGINE_SPEAK};
  struct resolved resolved;
  enum status status = resolve(voice, utterance, &order, &resolved);
  if (status != STATUS_OK) {
    return status;
  }
  struct text key = {0};
  text_append_format(&key, "%s %s %d %d %d %s", resolved.style->name,
                     order.voice, order.speed, order.pitch, utterance->volume,
                     order.text);
  status = key.status;
  const struct cache_entry *known =
      status == STATUS_OK ? cache_find(&voice->clips, key.bytes) : NULL;
  if (known) {
    *clip = known->value;
  } else if (status == STATUS_OK) {
    struct shaped shaped;
    status = make(voice, &order, &resolved, utterance->volume, &shaped);
    if (status == STATUS_OK) {
      status = store(voice, key.bytes, &shaped, clip);
      free(shaped.samples);
    }
  }
  text_finish(&key);
  return status;
}

int voice_usual_speed(const char *name)
{
  if (!name) {
    return voice_styles[0].speed;
  }
  for (size_t i = 0; i < voice_style_count; i++) {
    const size_t length = strlen(voice_styles[i].name);
    if (strncasecmp(voice_styles[i].name, name, length) == 0 &&
        (name[length] == '\0' || name[length] == '+')) {
      return voice_styles[i].speed;
    }
  }
  return voice_style_plain()->speed;
}

static int compare_entries(const void *a, const void *b)
{
  const struct voice_entry *first = a;
  const struct voice_entry *second = b;
  if (first->is_variant != second->is_variant) {
    return first->is_variant ? 1 : -1;
  }
  return first->is_variant ? strcasecmp(first->name, second->name)
                           : strcasecmp(first->title, second->title);
}

enum status voice_list(struct voice *voice, struct voice_entry **entries,
                       size_t *count)
{
  if (!uses_espeak(voice->engine)) {
    return STATUS_UNSUPPORTED;
  }
  const enum status status = fill_catalogue(voice);
  if (status != STATUS_OK) {
    return status;
  }
  const struct catalogue *catalogue = &voice->catalogue;
  struct voice_entry *made = calloc(catalogue->count, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  for (size_t i = 0; i < catalogue->count; i++) {
    const struct catalogue_voice *known = &catalogue->voices[i];
    const bool has_tag = !known->is_variant && known->tag_count > 0;
    made[i] = (struct voice_entry){
        .name = catalogue_call(catalogue, known),
        .title = known->name,
        .language = has_tag ? known->tags[0].tag : "",
        .is_variant = known->is_variant,
    };
  }
  qsort(made, catalogue->count, sizeof(*made), compare_entries);
  *entries = made;
  *count = catalogue->count;
  return STATUS_OK;
}

static bool knows_names(struct voice *voice)
{
  return uses_espeak(voice->engine) && fill_catalogue(voice) == STATUS_OK;
}

char *voice_suggest(struct voice *voice, const char *name)
{
  return knows_names(voice) ? suggest_voice(&voice->catalogue, name) : NULL;
}

char *voice_suggest_language(struct voice *voice, const char *tag)
{
  return knows_names(voice) ? suggest_language(&voice->catalogue, tag) : NULL;
}
