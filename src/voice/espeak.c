/* eSpeak NG, inside the voice process alone. */

#include "voice/espeak.h"

#include <errno.h>
#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool write_all(int file, const void *bytes, size_t length)
{
  const char *next = bytes;
  while (length > 0) {
    const ssize_t written = write(file, next, length);
    if (written < 0 && errno != EINTR) {
      return false;
    }
    if (written > 0) {
      next += written;
      length -= (size_t)written;
    }
  }
  return true;
}

/* A result of 1 makes the engine stop. */
static int pass_samples(short *samples, int count, espeak_EVENT *events)
{
  const int *file = events->user_data;
  if (!samples || count <= 0) {
    return 0;
  }
  return write_all(*file, samples, (size_t)count * sizeof(*samples)) ? 0 : 1;
}

/* The engine's markup can name sound files, which 1.51 hands to a shell. No
   markup is ever asked for; this is the second lock on that door. */
static int refuse_sound(int type, const char *address, const char *base)
{
  (void)type;
  (void)address;
  (void)base;
  return 1;
}

bool espeak_wake(void)
{
  /* A folder ~/espeak-ng-data would silently take the place of the installed
     data; ESPEAK_DATA_PATH says the same on purpose. */
  unsetenv("HOME");
  espeak_ng_InitializePath(NULL);
  espeak_ng_ERROR_CONTEXT error = NULL;
  if (espeak_ng_Initialize(&error) != ENS_OK) {
    espeak_ng_ClearErrorContext(&error);
    return false;
  }
  if (espeak_ng_InitializeOutput(ENOUTPUT_MODE_SYNCHRONOUS, 0, NULL) !=
      ENS_OK) {
    return false;
  }
  espeak_SetSynthCallback(pass_samples);
  espeak_SetUriCallback(refuse_sound);
  return espeak_ng_GetSampleRate() == ENGINE_RATE;
}

/* Names that the engine does not know leave it as it was, and some leave it
   silent; so what it says it took is compared with what was asked. */
static bool choose_voice(const char *voice)
{
  if (espeak_ng_SetVoiceByName(voice) != ENS_OK) {
    return false;
  }
  const espeak_VOICE *current = espeak_GetCurrentVoice();
  return current && current->identifier &&
         strcmp(current->identifier, voice) == 0 &&
         espeak_ng_GetSampleRate() == ENGINE_RATE;
}

/* Hindi writes a nasal vowel with a moon dot (U+0901) or a plain one (U+0902).
   The engine's rules know the plain one: with the other "jaaen" loses its last
   vowel, and "saans" gains an n. */
static void write_plain_dots(char *text)
{
  for (char *dot = strstr(text, "\xe0\xa4\x81"); dot;
       dot = strstr(dot, "\xe0\xa4\x81")) {
    dot[2] = '\x82';
  }
}

static enum engine_end speak(const struct engine_order *order, int file)
{
  if (!choose_voice(order->voice)) {
    return ENGINE_NO_VOICE;
  }
  if (espeak_SetParameter(espeakRATE, order->speed, 0) != EE_OK ||
      espeak_SetParameter(espeakPITCH, order->pitch, 0) != EE_OK ||
      espeak_SetParameter(espeakRANGE, order->range, 0) != EE_OK) {
    return ENGINE_FAILED;
  }
  char text[LONGEST_TEXT + 1];
  snprintf(text, sizeof(text), "%s", order->text);
  if (strncmp(order->voice, "inc/hi", strlen("inc/hi")) == 0) {
    write_plain_dots(text);
  }
  const espeak_ERROR error =
      espeak_Synth(text, strlen(text) + 1, 0, POS_CHARACTER, 0,
                   espeakCHARS_UTF8, NULL, &file);
  return error == EE_OK ? ENGINE_DONE : ENGINE_FAILED;
}

/* A voice's `languages` are a priority byte and a name each, and end with a
   zero priority. */
static void print_languages(FILE *out, const char *languages)
{
  for (const char *next = languages; *next; next += strlen(next + 1) + 2) {
    fprintf(out, "\t%d\t%s", *next, next + 1);
  }
}

static void print_voices(FILE *out, espeak_VOICE *like, const char *kind)
{
  const espeak_VOICE **voices = espeak_ListVoices(like);
  for (size_t i = 0; voices && voices[i]; i++) {
    /* MBROLA voices need data of their own, and without it leave the engine
       silent. */
    if (strncmp(voices[i]->identifier, "mb/", 3) != 0) {
      fprintf(out, "%s\t%s\t%s", kind, voices[i]->identifier, voices[i]->name);
      print_languages(out, voices[i]->languages);
      fputc('\n', out);
    }
  }
}

static enum engine_end list(int file)
{
  FILE *out = fdopen(file, "w");
  if (!out) {
    return ENGINE_FAILED;
  }
  print_voices(out, NULL, "voice");
  print_voices(out, &(espeak_VOICE){.languages = "variant"}, "variant");
  return fclose(out) == 0 ? ENGINE_DONE : ENGINE_FAILED;
}

enum engine_end espeak_fulfil(const struct engine_order *order, int file)
{
  switch (order->task) {
  case ENGINE_SPEAK:
    return speak(order, file);
  case ENGINE_LIST:
    return list(file);
  }
  return ENGINE_FAILED;
}
