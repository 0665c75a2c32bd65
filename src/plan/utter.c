/* Everything that is spoken or sounded, as clips. */

#include "base/utf8.h"
#include "plan/sentence.h"
#include "plan/timing.h"
#include "plan/unroll.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TICK "tick"

static const struct location nowhere;

static enum status speak(struct unroll *unroll, const char *text,
                         const struct clip **clip)
{
  struct text pronounced = {0};
  lexicon_append(unroll->lexicon, unroll->scope.routine, unroll->script->main,
                 text, &pronounced);
  const struct manner *manner = unroll->manner;
  const struct utterance utterance = {
      .text = text_string(&pronounced),
      .language = manner->language,
      .voice = manner->voice,
      .speed = manner->speed,
      .pitch = manner->pitch,
      .volume = manner->volume,
  };
  enum status status = pronounced.status;
  if (status == STATUS_OK) {
    status = unroll->clips->speak(unroll->clips->context, &utterance, clip);
  }
  text_finish(&pronounced);
  return status;
}

void append_suggestion(const struct unroll *unroll, enum clip_name kind,
                       const char *name, const char *beside,
                       const char *otherwise, struct text *out)
{
  const struct clip_source *clips = unroll->clips;
  char *near = clips->suggest(clips->context, kind, name, beside);
  if (near) {
    text_append_format(out, "Did you mean \"%s\"?", near);
  } else {
    text_append(out, otherwise);
  }
  free(near);
}

static void report_voice(struct unroll *unroll, enum clip_name kind,
                         const char *name, struct location where)
{
  struct text hint = {0};
  append_suggestion(unroll, kind, name, NULL,
                    "\"supine voices\" lists those there are.", &hint);
  report_error(unroll->diagnostics, where, "There is no voice %s\"%s\". %s",
               kind == CLIP_NAME_LANGUAGE ? "for the language " : "",
               brief_of(name).text, text_string(&hint));
  text_finish(&hint);
}

/* Once: it is the same trouble in every line. */
static void warn_gone(struct unroll *unroll, struct location where)
{
  if (hash_counts_add(unroll->seen,
                      hash_mix(PURPOSE_WARNING, STATUS_VOICE_GONE)) == 0) {
    report_warning(unroll->diagnostics, where,
                   "The voice has stopped and does not start again. From here "
                   "on there are only bells and tones.");
  }
}

/* A sentence that cannot be spoken costs itself alone. */
static enum status judge_speech(struct unroll *unroll, enum status status,
                                struct location where)
{
  const struct manner *manner = unroll->manner;
  switch (status) {
  case STATUS_NO_VOICE:
    report_voice(unroll, CLIP_NAME_VOICE,
                 manner->voice ? manner->voice : "calm", manner->voice_where);
    return status;
  case STATUS_NO_LANGUAGE:
    report_voice(unroll, CLIP_NAME_LANGUAGE, manner->language,
                 manner->language_where);
    return status;
  case STATUS_VOICE_GONE:
    warn_gone(unroll, where);
    return STATUS_OK;
  case STATUS_VOICE_FAILED:
  case STATUS_TOO_LARGE:
    report_warning(unroll->diagnostics, where,
                   "The voice cannot speak this sentence, so it is left out.");
    return STATUS_OK;
  default:
    return status;
  }
}

enum status utter(struct unroll *unroll, const char *text,
                  struct location where, struct sound *sound)
{
  struct sound made = {.spoken = true};
  made.text = arena_copy(&unroll->items->arena, text, strlen(text));
  if (!made.text) {
    return STATUS_NO_MEMORY;
  }
  const enum status status =
      judge_speech(unroll, speak(unroll, text, &made.clip), where);
  if (status == STATUS_OK) {
    made.clip = made.clip && made.clip->frames > 0 ? made.clip : NULL;
    *sound = made;
  }
  return status;
}

static enum status report_sound(struct unroll *unroll, enum status status,
                                const char *name, struct location where)
{
  if (status == STATUS_NO_MEMORY) {
    return status;
  }
  if (!where.source) {
    report_error(unroll->diagnostics, where,
                 "Supine's own sound \"%s\" cannot be used. Install Supine "
                 "anew.",
                 name);
  } else if (status == STATUS_NOT_FOUND) {
    struct text hint = {0};
    append_suggestion(unroll, CLIP_NAME_SOUND, name, where.source->path,
                      "\"supine sounds\" lists those.", &hint);
    report_error(unroll->diagnostics, where,
                 "There is no sound called \"%s\", neither beside this file "
                 "nor among Supine's own. %s",
                 brief_of(name).text, text_string(&hint));
    text_finish(&hint);
  } else {
    report_error(unroll->diagnostics, where,
                 "The sound \"%s\" cannot be used. %s", brief_of(name).text,
                 status_text(status));
  }
  return STATUS_BAD_ROUTINE;
}

enum status find_sound(struct unroll *unroll, const char *name,
                       struct location where, struct sound *sound)
{
  struct sound found = {.text = name};
  const char *beside = where.source ? where.source->path : NULL;
  const enum status status =
      unroll->clips->sound(unroll->clips->context, name, beside, &found.clip);
  if (status != STATUS_OK) {
    return report_sound(unroll, status, name, where);
  }
  *sound = found;
  return STATUS_OK;
}

/* One sentence on one line: white space as single blanks, no controls. */
static void append_plain(const struct sentence *sentence, struct text *out)
{
  bool blank = false;
  for (size_t i = 0; i < sentence->length;) {
    uint32_t c;
    const size_t bytes =
        utf8_decode(sentence->bytes + i, sentence->length - i, &c);
    if (c == ' ' || c == '\n' || c == '\t') {
      blank = true;
    } else if (!utf8_is_control(c)) {
      text_append(out, blank && out->length > 0 ? " " : "");
      text_append_bytes(out, sentence->bytes + i, bytes);
      blank = false;
    }
    i += bytes;
  }
}

static size_t count_sentences(const char *text, const char *language)
{
  struct sentence sentence;
  size_t count = 0;
  while (sentence_next(&text, language, &sentence)) {
    count++;
  }
  return count;
}

static enum status utter_sentences(struct unroll *unroll, const char *text,
                                   struct location where, struct sound *sounds,
                                   size_t *count)
{
  struct sentence sentence;
  struct text plain = {0};
  enum status status = STATUS_OK;
  *count = 0;
  while (status == STATUS_OK &&
         sentence_next(&text, unroll->manner->language, &sentence)) {
    text_clear(&plain);
    append_plain(&sentence, &plain);
    status = plain.status;
    if (status == STATUS_OK && plain.length > 0) {
      status = utter(unroll, text_string(&plain), where, &sounds[*count]);
      *count += status == STATUS_OK && sounds[*count].clip;
    }
  }
  text_finish(&plain);
  return status;
}

static int64_t frames_of(const struct sound *sounds, size_t count)
{
  int64_t frames = 0;
  for (size_t i = 0; i < count; i++) {
    frames += sounds[i].clip->frames + (i > 0 ? SENTENCE_GAP : 0);
  }
  return frames;
}

enum status utter_words(struct unroll *unroll, const struct words *words,
                        struct sounds *sounds)
{
  struct text text = {0};
  enum status status = append_words(unroll, words, &text);
  struct sound *items = NULL;
  size_t count = 0;
  if (status == STATUS_OK) {
    count = count_sentences(text_string(&text), unroll->manner->language);
    items = arena_take_array(&unroll->items->arena, count, sizeof(*items));
    status = items ? utter_sentences(unroll, text_string(&text), words->where,
                                     items, &count)
                   : STATUS_NO_MEMORY;
  }
  text_finish(&text);
  if (status == STATUS_OK) {
    *sounds = (struct sounds){
        .items = items, .count = count, .frames = frames_of(items, count)};
  }
  return status;
}

static int64_t sound_frames(const struct sound *sound)
{
  return sound->clip ? sound->clip->frames : 0;
}

static bool fits(const struct sound *sound, const struct room *room)
{
  return room->taken + sound_frames(sound) <= room->frames;
}

/* Once a line: the numbers of later passes would be no news. */
static void warn_too_long(struct unroll *unroll, const char *text,
                          const struct sound *sound, const struct room *room)
{
  uint64_t key = hash_mix(PURPOSE_WARNING, room->where.begin);
  key = hash_mix(key, (uintptr_t)room->where.source);
  if (hash_counts_add(unroll->seen, key) > 0) {
    return;
  }
  report_warning(unroll->diagnostics, room->where,
                 "The cue \"%s\" takes %s and %s lasts %s, so a shorter sign "
                 "takes its place.",
                 brief_of(text).text,
                 amount_of_frames(room->taken + sound_frames(sound)).text,
                 room->name, amount_of_frames(room->frames).text);
}

enum status utter_within(struct unroll *unroll, const char *text,
                         const char *brief, const struct room *room,
                         struct sound *sound)
{
  const struct location where = room->where;
  enum status status = utter(unroll, text, where, sound);
  if (status != STATUS_OK || fits(sound, room)) {
    return status;
  }
  warn_too_long(unroll, text, sound, room);
  if (brief && *brief) {
    status = utter(unroll, brief, where, sound);
    if (status != STATUS_OK || fits(sound, room)) {
      return status;
    }
  }
  return find_sound(unroll, TICK, nowhere, sound);
}
