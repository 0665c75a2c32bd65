/* A voice without an engine, whose lengths anyone can work out. */

#ifndef SUPINE_VOICE_STAND_IN_H
#define SUPINE_VOICE_STAND_IN_H

#include "voice/shape.h"

/* 60 ms of a soft tone a code point of `text` at a `speed` of 125 words a
   minute, and in proportion at others; a millisecond for no text. Before the
   fades.
   Possible errors: STATUS_NO_MEMORY. */
enum status stand_in_speak(const char *text, int speed, struct shaped *shaped);

#define STAND_IN_SPEED 125

#endif
