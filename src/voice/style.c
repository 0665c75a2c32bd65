/* The ways of speaking that Supine has names for. */

#include "voice/style.h"

#include <string.h>
#include <strings.h>

/* Why these values; the figures are of a page of guidance in English, spoken
   and measured (tests/unit/voice/test_level.c keeps them true).

   Speed: 115 nominal gives 143 to 153 words a minute, within the 140 to 160 of
   people who guide; the engine's own 175 gives more than 200. Words are never
   stretched, since slow synthetic words are understood worse (Sutton, King,
   Hux and Beukelman 1995); the slowness is in the silence between sentences.

   calm: of the variants that are neither rough nor clipped, "Henrique" is among
   the most regular (periodicity 0.97 against 0.89 of the bare voice and 0.93 of
   m8), lies low (F0 98 Hz, with half the usual melody 82 to 115), and carries
   less fizz. Above 3 kHz the bare voice has -16.6 dB of its energy and this one
   -20.2; the shelf makes that -23.8. More would blunt consonants. The room's
   reflections lie 15 dB below the voice together: not heard as a room, but
   sentences do not end in a hole.

   clear: the bare voice, whose consonants are the strongest, with more melody
   and its pitch nearer the ear's best range; the shelf only takes the edge off.

   whisper: has no tone at all and nearly everything in its hiss, so the shelf
   is deepest here. */
const struct voice_style voice_styles[] = {
    {
        .name = "calm",
        .help = "low, soft and unhurried; the default",
        .variant = "Henrique",
        .speed = 115,
        .pitch = 42,
        .range = 40,
        .shelf_db = -4,
        .room = 0.12f,
    },
    {
        .name = "clear",
        .help = "brighter, with more melody, for noisy rooms and poor hearing",
        .variant = NULL,
        .speed = 115,
        .pitch = 52,
        .range = 60,
        .shelf_db = -2,
        .room = 0,
    },
    {
        .name = "plain",
        .help = "the bare engine",
        .variant = NULL,
        .speed = 115,
        .pitch = 50,
        .range = 50,
        .shelf_db = 0,
        .room = 0,
    },
    {
        .name = "whisper",
        .help = "whispered, without a voice's tone",
        .variant = "whisper",
        .speed = 115,
        .pitch = 50,
        .range = 50,
        .shelf_db = -9,
        .room = 0.12f,
    },
};

const size_t voice_style_count = sizeof(voice_styles) / sizeof(*voice_styles);

const struct voice_style *voice_style_find(const char *name)
{
  for (size_t i = 0; i < voice_style_count; i++) {
    if (strcasecmp(voice_styles[i].name, name) == 0) {
      return &voice_styles[i];
    }
  }
  return NULL;
}

const struct voice_style *voice_style_plain(void)
{
  return voice_style_find("plain");
}
