/* Who reads the routine aloud: words and names as clips. */

#ifndef SUPINE_WORDING_NARRATOR_H
#define SUPINE_WORDING_NARRATOR_H

#include "base/clip_source.h"
#include "base/frames.h"
#include "base/side.h"
#include "values/values.h"
#include "wording/lexicon.h"

/* Between two sentences, and between a sentence and what sounds next. */
#define SENTENCE_GAP ((int64_t)FRAME_RATE)

/* How the voice speaks from some point of the session on. */
struct speech_settings {
  const char *language;     /* of the routine's words */
  const char *own_language; /* of Supine's own words: another where it has no
                               phrases in the routine's */
  const char *voice;        /* NULL: the default */
  struct location language_where;
  struct location voice_where; /* of what chose it; nowhere for a listener */
  int speed, pace;             /* as in struct utterance */
  int pitch, volume;
  const struct phrases *phrases;
};

/* Something to be heard inside a block. */
struct sound {
  const char *text;
  const char *words; /* given to the voice; NULL: the text, or no speech; "":
                        a tone stands for the text */
  const struct clip *clip; /* NULL: nothing sounds */
  bool spoken;
  bool soft; /* a chime that rings softly */
};

/* Sounds one after another, SENTENCE_GAP apart: they are moved or dropped as
   one. */
struct sounds {
  const struct sound *items;
  size_t count;
  int64_t frames; /* from the first onset to the last end */
};

/* Copied where a `do` begins, so that what an exercise changes returns at its
   end. */
struct narrator {
  /* The same in every copy; borrowed. */
  const struct plan_options *options;
  const struct clip_source *clips;
  struct lexicon *lexicon;
  struct hash_counts *warned; /* of what was warned already */

  struct scope scope;
  const struct speech_settings *speech; /* in the arena */
};

/* --- speech_settings.c --- */

/* How the session begins to speak.
   Possible errors: STATUS_BAD_ROUTINE, STATUS_NO_MEMORY. */
enum status narrator_begin(struct narrator *narrator);

/* A `voice`, `speed`, `pitch` or `volume` statement.
   Possible errors: STATUS_BAD_ROUTINE, STATUS_NO_MEMORY. */
enum status narrator_change(struct narrator *narrator,
                            const struct statement *statement);

/* Speaks an exercise that is written in another human language in it.
   Possible errors: STATUS_NO_MEMORY. */
enum status narrator_enter_language(struct narrator *narrator,
                                    const struct routine *routine);

/* --- speaking.c --- */

/* The player's own phrase in the language that is spoken. Static storage. */
const char *narrator_phrase(const struct narrator *narrator, const char *text);

/* Whether a warning of this `kind` at `where` is the first, and from now on it
   is not: the same trouble in later passes would be no news. */
bool narrator_is_news(const struct narrator *narrator, struct location where,
                      uint64_t kind);

/* Appends words with their @ references filled in.
   Possible errors: STATUS_BAD_ROUTINE, STATUS_NO_MEMORY. */
enum status narrator_append_words(const struct narrator *narrator,
                                  const struct words *words, struct text *out);

/* Whether Supine's own words are said in the language of the routine's. */
bool narrator_speaks_own_language(const struct narrator *narrator);

/* Speaks one sentence of Supine's own words, which is copied; one that the
   voice cannot speak is warned about and gives a clip of NULL.
   Possible errors: STATUS_NO_VOICE, STATUS_NO_LANGUAGE, STATUS_NO_MEMORY. */
enum status narrator_speak(const struct narrator *narrator, const char *text,
                           struct location where, struct sound *sound);

/* The same for a sentence, or a name, of the routine's words. Warns of what the
   voice would spell, or pass over in silence. */
enum status narrator_speak_authored(const struct narrator *narrator,
                                    const char *text, struct location where,
                                    struct sound *sound);

/* Splits words into sentences and speaks them.
   Possible errors: those of the two above. */
enum status narrator_speak_words(const struct narrator *narrator,
                                 const struct words *words,
                                 struct sounds *sounds);

/* The time a word has. */
struct allowance {
  int64_t frames;
  int64_t taken;    /* of these, by what else is spoken in it */
  const char *name; /* "the move" */
  struct location where;
};

/* Speaks the routine's words in full, else in short (`brief`), else a tick
   sounds: whichever is the first to fit. Warns when it is not the first.
   Possible errors: those of narrator_speak() and narrator_find_sound(). */
enum status narrator_speak_within(const struct narrator *narrator,
                                  const char *text, const char *brief,
                                  const struct allowance *allowance,
                                  struct sound *sound);

/* Speaks a number, of a count or a countdown: `calm`ly, a little slower than
   words, where it fits so; a tick sounds where it does not fit at all, or where
   the voice makes no sound for it.
   Possible errors: as above. */
enum status narrator_speak_number(const struct narrator *narrator,
                                  int64_t number, bool calm,
                                  const struct allowance *allowance,
                                  struct sound *sound);

/* --- hints.c --- */

/* Hints at words of the routine that listeners dislike. */
void narrator_hint_at_words(const struct narrator *narrator,
                            const struct words *words);

/* --- sound_names.c --- */

/* Finds a sound of the routine, or of Supine's own when `where` is nowhere.
   Possible errors: STATUS_BAD_ROUTINE, STATUS_NO_MEMORY. */
enum status narrator_find_sound(const struct narrator *narrator,
                                const char *name, struct location where,
                                struct sound *sound);

/* Appends what was meant by a name that is not there: Did you mean "rain"? Or
   `otherwise`, when nothing is near. */
void narrator_append_suggestion(const struct narrator *narrator,
                                enum clip_name kind, const char *name,
                                const char *beside, const char *otherwise,
                                struct text *out);

/* Appends what can be done about a sound that was refused with
   STATUS_FOREIGN_SOUND, after its name. */
void narrator_append_conversion(const struct narrator *narrator,
                                const char *name, const char *beside,
                                struct text *out);

#endif
