/* How loud speech is, and the one gain that makes a voice as loud as every
   other. */

#ifndef SUPINE_VOICE_LEVEL_H
#define SUPINE_VOICE_LEVEL_H

#include "base/status.h"
#include "voice/shape.h"

/* What every voice is brought to: the level of the session's speech. Panned
   with equal power, a mono clip is as loud in stereo as alone. */
#define SPEECH_LUFS (-18.0)

/* What a voice of a language is measured on: a few sentences of guidance where
   we have them, else figures, which the engine speaks in the voice's own
   language whatever it is; English words would be measured on sounds that the
   voice never makes. Long enough for the gates of EBU R 128 to settle, at most
   LONGEST_TEXT bytes. */
const char *level_standard_text(const char *language);

/* The gain that brings `standard`, the spoken standard
   text, to SPEECH_LUFS
   (integrated loudness, ITU-R BS.1770-4, through libebur128). 1 for what has no
   loudness.
   Possible errors: STATUS_NO_MEMORY. */
enum status level_gain(const struct shaped *standard, float *gain);

#endif
