/* Words and sentences as clips. */

#include "base/frames.h"
#include "base/utf8.h"
#include "plan/amount.h"
#include "speech/sentences.h"
#include "speech/speech.h"
#include "wording/narrator.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define TICK "tick"

/* The calm pace: a tenth slower than the words. Words are not spoken so, since
   slow synthetic words are understood worse; the next number of a count nobody
   has to guess. */
#define CALM_PACE 90

/* What the shortest word takes at the greatest speed: a clip that lasts less
   has no sound in it. */
#define SHORTEST_SPEECH ((int64_t)FRAME_RATE * 6 / 100)

static const struct location nowhere;

const char *narrator_phrase(const struct narrator *narrator, const char *text)
{
  return phrase(narrator->speech->phrases, text);
}

bool narrator_is_news(const struct narrator *narrator, struct location where,
                      uint64_t kind)
{
  uint64_t key = hash_mix(kind, where.begin);
  key = hash_mix(key, (uintptr_t)where.source);
  return hash_counts_add(narrator->warned, key) == 0;
}

/* Kinds of warnings that are told once a line. */
enum { WARNING_UNSPEAKABLE = 1000, WARNING_DOUBTFUL, WARNING_FOREIGN };

/* --- Words --- */

static enum status append_piece(const struct narrator *narrator,
                                const struct piece *piece,
                                struct location where, struct text *out)
{
  switch (piece->kind) {
  case PIECE_LITERAL:
    text_append(out, piece->text);
    break;
  case PIECE_VALUE:
    return scope_append_value(&narrator->scope, piece->text, where,
                              narrator->speech->phrases, out);
  case PIECE_SIDE:
    text_append(out, scope_side_words(&narrator->scope, narrator->scope.side,
                                      narrator->speech->phrases));
    break;
  case PIECE_OTHER_SIDE:
    text_append(out, scope_side_words(&narrator->scope,
                                      side_other(narrator->scope.side),
                                      narrator->speech->phrases));
    break;
  case PIECE_ROUND:
    text_append_format(out, "%d", narrator->scope.round);
    break;
  }
  return STATUS_OK;
}

enum status narrator_append_words(const struct narrator *narrator,
                                  const struct words *words, struct text *out)
{
  for (size_t i = 0; i < words->count; i++) {
    const enum status status =
        append_piece(narrator, &words->pieces[i], words->where, out);
    if (status != STATUS_OK) {
      return status;
    }
  }
  return out->status;
}

/* --- One sentence --- */

/* Appends a sentence as the voice is given it: pronounced as the routine says,
   which knows the words as its author wrote them; then written out, and
   pronounced as Supine knows. */
static void append_spoken(const struct narrator *narrator, const char *text,
                          const char *language, struct text *out)
{
  struct text pronounced = {0};
  lexicon_append(narrator->lexicon, narrator->scope.routine,
                 narrator->scope.values->script->main, text, &pronounced);
  speech_append_spoken(text_string(&pronounced), language, out);
  out->status = out->status == STATUS_OK ? pronounced.status : out->status;
  text_finish(&pronounced);
}

static enum status speak(const struct narrator *narrator, const char *words,
                         const char *language, const struct clip **clip)
{
  const struct speech_settings *speech = narrator->speech;
  const struct utterance utterance = {
      .text = words,
      .language = language,
      .voice = speech->voice,
      .speed = speech->speed,
      .pace = speech->pace,
      .pitch = speech->pitch,
      .volume = speech->volume,
  };
  return narrator->clips->speak(narrator->clips->context, &utterance, clip);
}

static void report_voice(const struct narrator *narrator, enum clip_name kind,
                         const char *name, struct location where)
{
  struct text hint = {0};
  narrator_append_suggestion(narrator, kind, name, NULL,
                             "\"supine voices\" lists those there are.", &hint);
  report_error(narrator->scope.values->diagnostics, where,
               "There is no voice %s\"%s\". %s",
               kind == CLIP_NAME_LANGUAGE ? "for the language " : "",
               brief_of(name).text, text_string(&hint));
  text_finish(&hint);
}

/* Once: it is the same trouble in every line. */
static void warn_gone(const struct narrator *narrator, struct location where)
{
  if (narrator_is_news(narrator, nowhere, STATUS_VOICE_GONE)) {
    report_warning(narrator->scope.values->diagnostics, where,
                   "The voice has stopped and does not start again. From here "
                   "on there are only bells and tones.");
  }
}

/* A sentence that cannot be spoken costs itself alone. */
static enum status judge_speech(const struct narrator *narrator,
                                enum status status, struct location where)
{
  const struct speech_settings *speech = narrator->speech;
  switch (status) {
  case STATUS_NO_VOICE:
    report_voice(narrator, CLIP_NAME_VOICE,
                 speech->voice ? speech->voice : "calm", speech->voice_where);
    return status;
  case STATUS_NO_LANGUAGE:
    report_voice(narrator, CLIP_NAME_LANGUAGE, speech->language,
                 speech->language_where);
    return status;
  case STATUS_VOICE_GONE:
    warn_gone(narrator, where);
    return STATUS_OK;
  case STATUS_VOICE_FAILED:
  case STATUS_TOO_LARGE:
    report_warning(narrator->scope.values->diagnostics, where,
                   "The voice cannot speak this sentence, so it is left out.");
    return STATUS_OK;
  default:
    return status;
  }
}

bool narrator_speaks_own_language(const struct narrator *narrator)
{
  const struct speech_settings *speech = narrator->speech;
  return strcmp(speech->language, speech->own_language) == 0;
}

static enum status speak_in(const struct narrator *narrator, const char *text,
                            const char *language, struct location where,
                            struct sound *sound)
{
  struct arena *arena = narrator->scope.values->arena;
  struct sound made = {.spoken = true};
  struct text words = {0};
  append_spoken(narrator, text, language, &words);
  made.text = arena_copy(arena, text, strlen(text));
  if (strcmp(text_string(&words), text) != 0) {
    made.words = arena_copy(arena, text_string(&words), words.length);
  }
  enum status status = words.status;
  if (!made.text || (!made.words && strcmp(text_string(&words), text) != 0)) {
    status = STATUS_NO_MEMORY;
  }
  if (status == STATUS_OK) {
    status = judge_speech(
        narrator, speak(narrator, text_string(&words), language, &made.clip),
        where);
  }
  text_finish(&words);
  if (status == STATUS_OK) {
    made.clip = made.clip && made.clip->frames > 0 ? made.clip : NULL;
    *sound = made;
  }
  return status;
}

enum status narrator_speak(const struct narrator *narrator, const char *text,
                           struct location where, struct sound *sound)
{
  return speak_in(narrator, text, narrator->speech->own_language, where, sound);
}

static void warn_of_word(const struct narrator *narrator, struct location where,
                         const struct speech_trouble *trouble)
{
  struct diagnostics *diagnostics = narrator->scope.values->diagnostics;
  char word[64];
  snprintf(word, sizeof(word), "%.*s", (int)trouble->length, trouble->bytes);
  switch (trouble->kind) {
  case SPEECH_FINE:
    break;
  case SPEECH_MARKUP:
  case SPEECH_ENTITY:
    report_warning(diagnostics, where,
                   "The voice reads \"%s\" aloud, sign by sign: routines are "
                   "plain text. Leave it out.",
                   brief_of(word).text);
    break;
  case SPEECH_FOREIGN_LETTERS:
    report_warning(diagnostics, where,
                   "A voice for the language \"%s\" cannot read \"%s\". Write "
                   "it in letters of that language, or say how it sounds: "
                   "pronounce %s as ...",
                   narrator->speech->language, brief_of(word).text,
                   brief_of(word).text);
    break;
  case SPEECH_NO_WORDS:
    report_warning(diagnostics, where,
                   "There is no word in \"%s\", so nothing is said. Leave the "
                   "line out, or write: pause 3 seconds",
                   brief_of(word).text);
    break;
  }
}

/* What the voice makes no sound for, although there are words. */
static void warn_of_silence(const struct narrator *narrator, const char *text,
                            struct location where)
{
  report_warning(narrator->scope.values->diagnostics, where,
                 "The voice makes no sound for \"%s\". Write it in other "
                 "words, or choose another voice: \"supine voices\" lists "
                 "them.",
                 brief_of(text).text);
}

/* Foreign letters are looked for in what the voice is given, since the routine
   may say how they sound; markup in what the author wrote. */
static struct speech_trouble find_trouble(const struct narrator *narrator,
                                          const struct sound *sound)
{
  const char *language = narrator->speech->language;
  struct speech_trouble trouble = speech_find_trouble(sound->text, language);
  if (trouble.kind == SPEECH_FOREIGN_LETTERS && sound->words) {
    trouble = speech_find_trouble(sound->words, language);
  }
  return trouble;
}

/* Once, and only of a language that there is a voice for. */
static void warn_of_english(const struct narrator *narrator)
{
  const struct speech_settings *speech = narrator->speech;
  if (!narrator_speaks_own_language(narrator) &&
      narrator_is_news(narrator, speech->language_where, WARNING_FOREIGN)) {
    report_warning(narrator->scope.values->diagnostics, speech->language_where,
                   "Supine has no words of its own in \"%s\", so cues and "
                   "counts are in English.",
                   brief_of(speech->language).text);
  }
}

enum status narrator_speak_authored(const struct narrator *narrator,
                                    const char *text, struct location where,
                                    struct sound *sound)
{
  const enum status status =
      speak_in(narrator, text, narrator->speech->language, where, sound);
  if (status == STATUS_OK) {
    warn_of_english(narrator);
  }
  if (status != STATUS_OK || !where.source) {
    return status;
  }
  const struct speech_trouble trouble = find_trouble(narrator, sound);
  const bool silent = sound->clip && sound->clip->frames < SHORTEST_SPEECH;
  if ((trouble.kind != SPEECH_FINE || silent) &&
      narrator_is_news(narrator, where, WARNING_UNSPEAKABLE)) {
    if (trouble.kind != SPEECH_FINE) {
      warn_of_word(narrator, where, &trouble);
    } else {
      warn_of_silence(narrator, text, where);
    }
  }
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

/* A full stop after a number that could be an ordinal's or a sentence's. */
static void warn_of_doubt(const struct narrator *narrator, const char *text,
                          struct location where)
{
  if (narrator_is_news(narrator, where, WARNING_DOUBTFUL)) {
    report_warning(narrator->scope.values->diagnostics, where,
                   "\"%s\" is read as one sentence, its number as an ordinal. "
                   "For two sentences write the number as a word.",
                   brief_of(text).text);
  }
}

static enum status speak_sentences(const struct narrator *narrator,
                                   const char *text, struct location where,
                                   struct sound *sounds, size_t *count)
{
  struct sentence sentence;
  struct text plain = {0};
  enum status status = STATUS_OK;
  *count = 0;
  while (status == STATUS_OK &&
         sentence_next(&text, narrator->speech->language, &sentence)) {
    text_clear(&plain);
    append_plain(&sentence, &plain);
    status = plain.status;
    if (status == STATUS_OK && plain.length > 0) {
      if (sentence.doubtful) {
        warn_of_doubt(narrator, text_string(&plain), where);
      }
      status = narrator_speak_authored(narrator, text_string(&plain), where,
                                       &sounds[*count]);
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

enum status narrator_speak_words(const struct narrator *narrator,
                                 const struct words *words,
                                 struct sounds *sounds)
{
  struct text text = {0};
  enum status status = narrator_append_words(narrator, words, &text);
  struct sound *items = NULL;
  size_t count = 0;
  if (status == STATUS_OK) {
    count = count_sentences(text_string(&text), narrator->speech->language);
    items =
        arena_take_array(narrator->scope.values->arena, count, sizeof(*items));
    status = items ? speak_sentences(narrator, text_string(&text), words->where,
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

static bool fits(const struct sound *sound, const struct allowance *allowance)
{
  return allowance->taken + sound_frames(sound) <= allowance->frames;
}

/* Once a line: the numbers of later passes would be no news. */
static void warn_too_long(const struct narrator *narrator, const char *text,
                          const struct sound *sound,
                          const struct allowance *allowance)
{
  if (!narrator_is_news(narrator, allowance->where, 0)) {
    return;
  }
  report_warning(narrator->scope.values->diagnostics, allowance->where,
                 "The cue \"%s\" takes %s and %s lasts %s, so a shorter sign "
                 "takes its place.",
                 brief_of(text).text,
                 amount_of_frames(allowance->taken + sound_frames(sound)).text,
                 allowance->name, amount_of_frames(allowance->frames).text);
}

enum status narrator_speak_within(const struct narrator *narrator,
                                  const char *text, const char *brief,
                                  const struct allowance *allowance,
                                  struct sound *sound)
{
  const struct location where = allowance->where;
  enum status status = narrator_speak_authored(narrator, text, where, sound);
  if (status != STATUS_OK || fits(sound, allowance)) {
    return status;
  }
  warn_too_long(narrator, text, sound, allowance);
  if (*brief) {
    status = narrator_speak_authored(narrator, brief, where, sound);
    if (status != STATUS_OK || fits(sound, allowance)) {
      return status;
    }
  }
  return narrator_find_sound(narrator, TICK, nowhere, sound);
}

/* Speaks a number at a pace, in per cent. */
static enum status speak_number(const struct narrator *narrator, int pace,
                                const char *number, struct location where,
                                struct sound *sound)
{
  struct narrator paced = *narrator;
  struct speech_settings speech = *narrator->speech;
  speech.pace = pace;
  paced.speech = &speech;
  return narrator_speak(&paced, number, where, sound);
}

static bool is_silent(const struct sound *sound)
{
  return sound_frames(sound) < SHORTEST_SPEECH;
}

enum status narrator_speak_number(const struct narrator *narrator,
                                  int64_t number, bool calm,
                                  const struct allowance *allowance,
                                  struct sound *sound)
{
  char text[24];
  snprintf(text, sizeof(text), "%" PRId64, number);
  const int pace = calm ? CALM_PACE : 100;
  enum status status =
      speak_number(narrator, pace, text, allowance->where, sound);
  if (status == STATUS_OK && calm && !fits(sound, allowance)) {
    status = speak_number(narrator, 100, text, allowance->where, sound);
  }
  if (status != STATUS_OK) {
    return status;
  }
  if (fits(sound, allowance) && !is_silent(sound)) {
    return STATUS_OK;
  }
  if (!is_silent(sound)) {
    warn_too_long(narrator, text, sound, allowance);
  }
  return narrator_find_sound(narrator, TICK, nowhere, sound);
}
