/* Says one announcement at a time: the newest first, trouble to its end. */

#include "listen/announcer.h"

#include "base/frames.h"
#include "base/utterance.h"
#include "phrases/phrases.h"
#include "speech/speech.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Between sentences: those of a routine as in the routine, our own as an
   engine parts them. */
#define ROUTINE_GAP ((int64_t)FRAME_RATE)
#define OWN_GAP (2 * (int64_t)FRAME_RATE / 5)

/* Of a text that is spoken sentence by sentence; the longest has about 200. */
#define TEXT_BYTES 1024
#define LANGUAGE_BYTES 64

struct sound {
  const struct clip *clip;
  float gain;
};

/* An announcement on its way. */
struct speech {
  enum announcement_rank rank;
  bool cancelled; /* it fades, and nothing of it follows */
  size_t count;   /* 0: nothing is being said */
  size_t next;    /* the sound to be sent after the one that sounds */
  struct sound sounds[ANNOUNCEMENT_PARTS];
  char rest[TEXT_BYTES]; /* sentences that are not spoken yet, so that the first
                            need not wait for them */
  float rest_gain;
  char language[LANGUAGE_BYTES];
  int speed;
};

struct announcer {
  struct announcer_services services;
  struct announcer_options options;
  const struct clip *tick; /* NULL: it could not be read */
  bool voiceless;          /* the voice failed when it was last asked */
  struct speech current;
  struct speech queued; /* behind trouble */
  uint32_t message;     /* the last one sent to the mixer */
  int64_t rest_until;   /* rendered frames; 0: a sound is on its way */
};

enum status announcer_create(const struct announcer_services *services,
                             const struct announcer_options *options,
                             struct announcer **announcer)
{
  struct announcer *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  made->services = *services;
  made->options = *options;
  const struct clip_source *clips = &services->clips;
  if (clips->sound(clips->context, "tick", NULL, &made->tick) != STATUS_OK) {
    made->tick = NULL;
  }
  *announcer = made;
  return STATUS_OK;
}

void announcer_destroy(struct announcer *announcer)
{
  free(announcer);
}

bool announcer_is_busy(const struct announcer *announcer)
{
  return announcer->current.count > 0;
}

static void print(const struct announcer *announcer, enum player_line kind,
                  const char *text)
{
  const struct player_lines *lines = &announcer->services.lines;
  if (lines->line) {
    lines->line(lines->context, kind, text);
  }
}

static void send(struct announcer *announcer, const struct mix_message *message)
{
  mixer_send(announcer->services.mixer, message);
  announcer->message = mixer_messages_sent(announcer->services.mixer);
}

static void send_next(struct announcer *announcer)
{
  struct speech *speech = &announcer->current;
  const struct sound *sound = &speech->sounds[speech->next++];
  send(announcer, &(struct mix_message){.kind = MIX_ANSWER,
                                        .clip = sound->clip,
                                        .gain = sound->gain});
  announcer->rest_until = 0;
}

static void add_sound(struct speech *speech, const struct clip *clip,
                      float gain)
{
  if (clip && speech->count < ANNOUNCEMENT_PARTS) {
    speech->sounds[speech->count++] =
        (struct sound){.clip = clip, .gain = gain};
  }
}

static void tell_of_silence(struct announcer *announcer, const char *language)
{
  if (!announcer->voiceless) {
    announcer->voiceless = true;
    print(announcer, PLAYER_LINE_TROUBLE,
          phrase(phrases_for(language),
                 "The voice does not answer. A tick stands for it."));
  }
}

/* Adds the text as a voice of the language speaks it. */
static void speak(struct announcer *announcer, struct speech *speech,
                  const char *text, const char *language, float gain)
{
  struct text words = {0};
  speech_append_spoken(text, language, &words);
  const struct utterance utterance = {
      .text = text_string(&words),
      .language = language,
      .voice = announcer->options.voice,
      .speed = speech->speed,
      .pitch = announcer->options.pitch,
      .volume = 100,
  };
  const struct clip_source *clips = &announcer->services.clips;
  const struct clip *clip = announcer->tick;
  if (words.status == STATUS_OK &&
      clips->speak(clips->context, &utterance, &clip) == STATUS_OK) {
    announcer->voiceless = false;
  } else {
    tell_of_silence(announcer, speech->language);
  }
  text_finish(&words);
  add_sound(speech, clip, gain);
}

/* The bytes of the first sentence, its end and what parts it from the next
   among them. */
static size_t first_sentence(const char *text)
{
  static const char *const ends[] = {". ", "! ", "? ", "\u0964 "};
  size_t first = strlen(text);
  for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
    const char *end = strstr(text, ends[i]);
    const size_t length = end ? (size_t)(end - text) + strlen(ends[i]) : first;
    first = length < first ? length : first;
  }
  return first;
}

/* Makes the next sentence of the rest, which is Supine's own. */
static void speak_next(struct announcer *announcer, struct speech *speech)
{
  char sentence[TEXT_BYTES];
  const size_t length = first_sentence(speech->rest);
  memcpy(sentence, speech->rest, length);
  sentence[length] = '\0';
  memmove(speech->rest, speech->rest + length,
          strlen(speech->rest + length) + 1);
  speak(announcer, speech, sentence, phrases_spoken_language(speech->language),
        speech->rest_gain);
}

static void add_part(struct announcer *announcer, struct speech *speech,
                     const struct announcement_part *part)
{
  if (part->clip) {
    add_sound(speech, part->clip, part->gain);
  } else if (!part->text) {
    add_sound(speech, announcer->tick, part->gain);
  } else if (part->whole) {
    speak(announcer, speech, part->text, speech->language, part->gain);
  } else {
    snprintf(speech->rest, sizeof(speech->rest), "%s", part->text);
    speech->rest_gain = part->gain;
  }
}

/* Everything but what can be spoken later. */
static void make(struct announcer *announcer,
                 const struct announcement *announcement, struct speech *speech)
{
  *speech =
      (struct speech){.rank = announcement->rank, .speed = announcement->speed};
  snprintf(speech->language, sizeof(speech->language), "%s",
           announcement->language);
  for (size_t i = 0; i < announcement->count; i++) {
    /* What is spoken sentence by sentence can only come last. */
    assert(!speech->rest[0]);
    add_part(announcer, speech, &announcement->parts[i]);
  }
  while (speech->count == 0 && speech->rest[0]) {
    speak_next(announcer, speech);
  }
}

static void begin(struct announcer *announcer, const struct speech *speech)
{
  const bool busy = announcer_is_busy(announcer);
  if (busy && speech->rank == RANK_SOFT) {
    return;
  }
  if (busy && announcer->current.rank == RANK_TROUBLE) {
    if (announcer->queued.count == 0 ||
        announcer->queued.rank <= speech->rank) {
      announcer->queued = *speech;
    }
    return;
  }
  announcer->current = *speech;
  send_next(announcer);
}

void announcer_say(struct announcer *announcer,
                   const struct announcement *announcement)
{
  for (size_t i = 0; i < announcement->count; i++) {
    if (announcement->parts[i].text) {
      print(announcer,
            announcement->rank == RANK_TROUBLE ? PLAYER_LINE_TROUBLE
                                               : PLAYER_LINE_ANSWER,
            announcement->parts[i].text);
    }
  }
  struct speech speech;
  make(announcer, announcement, &speech);
  if (speech.count > 0) {
    begin(announcer, &speech);
  }
}

void announcer_cancel(struct announcer *announcer)
{
  struct speech *speech = &announcer->current;
  if (speech->count > 0 && speech->rank != RANK_TROUBLE) {
    send(announcer, &(struct mix_message){.kind = MIX_CANCEL});
    speech->cancelled = true;
  }
}

void announcer_drop(struct announcer *announcer)
{
  announcer->current.count = 0;
  announcer->queued.count = 0;
}

static enum announcer_news finish(struct announcer *announcer)
{
  announcer->current.count = 0;
  if (announcer->queued.count == 0) {
    return ANNOUNCER_DONE;
  }
  const struct speech queued = announcer->queued;
  announcer->queued.count = 0;
  begin(announcer, &queued);
  return ANNOUNCER_NO_NEWS;
}

/* Nothing sounds now, so that making the next sentence delays no key's
   silence. */
static enum announcer_news rest(struct announcer *announcer, int64_t now)
{
  struct speech *speech = &announcer->current;
  int64_t gap = ROUTINE_GAP;
  while (speech->next == speech->count && speech->rest[0]) {
    speak_next(announcer, speech);
    gap = OWN_GAP;
  }
  if (speech->next < speech->count) {
    announcer->rest_until = now + gap;
    return ANNOUNCER_NO_NEWS;
  }
  if (announcer->options.release_frames == 0) {
    return finish(announcer);
  }
  announcer->rest_until = now + announcer->options.release_frames;
  return ANNOUNCER_SAID;
}

enum announcer_news announcer_poll(struct announcer *announcer,
                                   const struct mix_status *status)
{
  const struct speech *speech = &announcer->current;
  if (speech->count == 0 || status->answering ||
      (int32_t)(status->messages_applied - announcer->message) < 0) {
    return ANNOUNCER_NO_NEWS;
  }
  if (speech->cancelled) {
    return finish(announcer);
  }
  if (announcer->rest_until == 0) {
    return rest(announcer, status->rendered_frames);
  }
  if (status->rendered_frames < announcer->rest_until) {
    return ANNOUNCER_NO_NEWS;
  }
  if (speech->next == speech->count) {
    return finish(announcer);
  }
  send_next(announcer);
  return ANNOUNCER_NO_NEWS;
}
