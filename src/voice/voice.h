/* Text to trimmed, levelled clips. The engine lives in a process of its own:
   what it speaks depends on everything it has spoken before, and some input
   kills it; a fresh child for each utterance makes both harmless. */

#ifndef SUPINE_VOICE_VOICE_H
#define SUPINE_VOICE_VOICE_H

#include "base/clip.h"
#include "base/pool.h"
#include "base/status.h"
#include "base/utterance.h"

#include <stdbool.h>
#include <stddef.h>

struct voice;

enum voice_engine {
  VOICE_ENGINE_ESPEAK,
  VOICE_ENGINE_LENGTHS,  /* eSpeak NG again, for those who only ask how long:
                            clips have their true frames and no samples */
  VOICE_ENGINE_STAND_IN, /* 60 ms of a soft tone a code point; for tests */
};

/* Starts the voice process. Called before the program has any thread or opens
   anything that a child should not inherit.
   Possible errors: STATUS_VOICE_GONE, STATUS_NO_MEMORY. */
enum status voice_create(struct pool *pool, enum voice_engine engine,
                         struct voice **voice);

/* Ends the voice process and releases every clip; NULL is fine. */
void voice_destroy(struct voice *voice);

/* Speaks, or finds what was spoken before: equal utterances give the same clip.
   The clip is mono, trimmed of the engine's silence, levelled, with a 2 ms
   fade in and a 5 to 10 ms fade out; it stays with the voice. A child that
   dies or hangs is replaced. Control characters are dropped; a text past
   LONGEST_TEXT bytes is an error.
   Possible errors: STATUS_NO_VOICE, STATUS_NO_LANGUAGE, STATUS_VOICE_FAILED
   (this text cannot be spoken), STATUS_VOICE_GONE (nothing can),
   STATUS_TOO_LARGE, STATUS_NO_MEMORY. */
enum status voice_speak(struct voice *voice, const struct utterance *utterance,
                        const struct clip **clip);

/* The nominal words a minute at which a voice speaks that is asked for by this
   name (NULL: the default) without a speed. */
int voice_usual_speed(const char *name);

/* A voice of the engine, or a variant that any of them can take. */
struct voice_entry {
  const char *name;     /* as a routine writes it: "en-gb", "f3" */
  const char *title;    /* "English (Great Britain)" */
  const char *language; /* a tag; "" for a variant */
  bool is_variant;
};

/* Every voice by title, then every variant by name. The caller frees the array;
   the strings stay with the voice.
   Possible errors: STATUS_UNSUPPORTED (by the stand-in), STATUS_VOICE_FAILED,
   STATUS_VOICE_GONE, STATUS_NO_MEMORY. */
enum status voice_list(struct voice *voice, struct voice_entry **entries,
                       size_t *count);

/* What voice or language was meant by a name or a tag that is not there, or
   NULL; see voice/suggest.h. The caller frees it. */
char *voice_suggest(struct voice *voice, const char *name);
char *voice_suggest_language(struct voice *voice, const char *tag);

#endif
