/* What a voice is asked to speak, and how. */

#ifndef SUPINE_BASE_UTTERANCE_H
#define SUPINE_BASE_UTTERANCE_H

/* Nominal words a minute that a voice can be asked for. */
#define SPEED_LEAST 80
#define SPEED_MOST 450
#define SPEED_RANGE "80 to 450" /* for sentences */
/* On the engine's scale, which begins at 0. */
#define PITCH_MOST 99

/* One sentence. Everything is borrowed. */
struct utterance {
  const char *text;     /* plain UTF-8, pronunciations applied */
  const char *language; /* a language tag: "en-gb" */
  const char *voice;    /* a style or a voice of the engine: "calm", "plain",
                           "en-gb+f3"; NULL: the default */
  int speed;            /* nominal words a minute; 0: the style's */
  int pace;             /* per cent of that; 0: all of it */
  int pitch;            /* 0 to PITCH_MOST; -1: the style's */
  int volume;           /* per cent of the even level, 0 to 400 */
};

#endif
