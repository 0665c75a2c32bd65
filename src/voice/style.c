/* The ways of speaking that Supine has names for. */

#include "voice/style.h"

#include <strings.h>

const struct voice_style voice_styles[] = {
    {
        .name = "calm",
        .help = "low, soft and unhurried; the default",
        .variant = "m8",
        .speed = 125,
        .pitch = 42,
        .range = 40,
        .word_gap = 0,
        .shelf_db = -7,
        .room = 0.12f,
    },
    {
        .name = "clear",
        .help = "brighter, with more melody, for noisy rooms and poor hearing",
        .variant = NULL,
        .speed = 120,
        .pitch = 48,
        .range = 55,
        .word_gap = 1,
        .shelf_db = -2,
        .room = 0,
    },
    {
        .name = "plain",
        .help = "the bare engine",
        .variant = NULL,
        .speed = 125,
        .pitch = 50,
        .range = 50,
        .word_gap = 0,
        .shelf_db = 0,
        .room = 0,
    },
    {
        .name = "whisper",
        .help = "whispered, without a voice's tone",
        .variant = "whisper",
        .speed = 120,
        .pitch = 50,
        .range = 50,
        .word_gap = 0,
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
