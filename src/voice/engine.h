/* What is asked of a speech engine in the voice process. */

#ifndef SUPINE_VOICE_ENGINE_H
#define SUPINE_VOICE_ENGINE_H

/* Longest text, and longest name of a voice with its variant, in bytes. */
#define LONGEST_TEXT 2000
#define LONGEST_VOICE 79

enum engine_task {
  ENGINE_SPEAK, /* answers with samples: 16 bits, mono, at ENGINE_RATE */
  ENGINE_LIST,  /* answers with text: a voice a line, fields parted by tabs */
};

/* Frames a second of what the engine speaks. */
#define ENGINE_RATE 22050

/* Plain data: crosses a socket as it stands. */
struct engine_order {
  enum engine_task task;
  int speed;                     /* nominal words a minute, 80 to 450 */
  int pitch;                     /* 0 to 99 */
  int range;                     /* of the pitch, 0 to 100 */
  char voice[LONGEST_VOICE + 1]; /* identifier, then + and a variant's name;
                                    both from the engine's own lists */
  char text[LONGEST_TEXT + 1];   /* UTF-8 without control characters */
};

/* How a child of the voice process ends. */
enum engine_end {
  ENGINE_DONE = 0,
  ENGINE_NO_VOICE = 3,
  ENGINE_FAILED = 4,
};

#endif
