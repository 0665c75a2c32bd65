/* How loud speech is, and the one gain that makes a voice as loud as every
   other. */

#ifndef SUPINE_VOICE_LEVEL_H
#define SUPINE_VOICE_LEVEL_H

#include "base/status.h"
#include "voice/shape.h"

/* What every voice is brought to: the level of the session's speech. Panned
   with equal power, a mono clip is as loud in stereo as alone. */
#define SPEECH_LUFS (-18.0)

/* What a voice is measured on. Figures, because the engine speaks them in the
   voice's own language, whatever it is; in words of one language a voice of
   another would be measured on sounds it never makes. Long enough for the
   gates of EBU R 128 to settle. */
#define STANDARD_TEXT                                                          \
  "1 2 3 4 5 6 7 8 9 10, 11 12 13 14 15 16 17 18 19 20, 30 40 50 60 70 80 90."

/* The gain that brings `standard`, the spoken standard text, to SPEECH_LUFS
   (integrated loudness, ITU-R BS.1770-4, through libebur128). 1 for what has no
   loudness.
   Possible errors: STATUS_NO_MEMORY. */
enum status level_gain(const struct shaped *standard, float *gain);

#endif
