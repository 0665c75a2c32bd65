/* supine say: a sentence in a voice, to try it. */

#include "base/utterance.h"
#include "command/report.h"
#include "command/table.h"
#include "listen/audition.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct own_options {
  const char *voice;
  const char *language;
  const char *device;
  int speed;
  int pitch;
};

#define FIELD(name) offsetof(struct own_options, name)

static const struct option options[] = {
    {.name = "--voice",
     .argument = "VOICE",
     .help = "in this voice; \"supine voices\" lists them",
     .kind = OPTION_TEXT,
     .offset = FIELD(voice)},
    {.name = "--language",
     .argument = "TAG",
     .help = "in this language, such as en-us or de",
     .kind = OPTION_TEXT,
     .offset = FIELD(language)},
    {.name = "--speed",
     .argument = "N",
     .help = "words a minute, 80 to 450",
     .kind = OPTION_NUMBER,
     .offset = FIELD(speed),
     .least = SPEED_LEAST,
     .most = SPEED_MOST},
    {.name = "--pitch",
     .argument = "N",
     .help = "how high, 0 to 99",
     .kind = OPTION_NUMBER,
     .offset = FIELD(pitch),
     .least = 0,
     .most = PITCH_MOST},
    {.name = "--device",
     .argument = "NAME",
     .help = "on this sound device; \"supine devices\" lists them",
     .kind = OPTION_TEXT,
     .offset = FIELD(device)},
    {.name = NULL},
};

/* Takes `near` over: what was meant, or NULL. */
static void report_unknown(const char *what, const char *name, char *near)
{
  fprintf(stderr, "There is no voice %s\"", what);
  print_plain(stderr, name);
  if (near) {
    fprintf(stderr, "\". Did you mean \"%s\"?\n", near);
  } else {
    fputs("\". \"supine voices\" lists those there are.\n", stderr);
  }
  free(near);
}

static void report(struct studio *studio, enum status status,
                   const struct own_options *own)
{
  const char *voice = own->voice ? own->voice : "calm";
  const char *language = own->language ? own->language : "en";
  switch (status) {
  case STATUS_NO_VOICE:
    report_unknown("", voice, voice_suggest(studio->voice, voice));
    break;
  case STATUS_NO_LANGUAGE:
    report_unknown("for the language ", language,
                   voice_suggest_language(studio->voice, language));
    break;
  case STATUS_TOO_LARGE:
    fputs("That is too much to say at once. Say it in shorter parts.\n",
          stderr);
    break;
  default:
    report_failure("supine", status);
  }
}

/* Dots and dashes alone give silence. */
static bool is_silent(const struct clip *clip)
{
  int64_t silent = 0;
  while (silent < clip->frames * clip->channels &&
         fabsf(clip->samples[silent]) == 0) {
    silent++;
  }
  return silent == clip->frames * clip->channels;
}

static int say(const char *text, const struct own_options *own)
{
  struct studio *studio = NULL;
  enum status status = studio_create(VOICE_ENGINE_ESPEAK, &studio);
  if (status != STATUS_OK) {
    report_failure("supine", status);
    return exit_status_for(status);
  }
  const struct utterance request = {.text = text,
                                    .language = own->language,
                                    .voice = own->voice,
                                    .speed = own->speed,
                                    .pitch = own->pitch,
                                    .volume = 100};
  const struct clip *clip;
  status = voice_speak(studio->voice, &request, &clip);
  int exit_status = exit_status_for(status);
  if (status == STATUS_OK && is_silent(clip)) {
    exit_status =
        usage_error(&command_say, "There is nothing to speak in that.");
  } else if (status == STATUS_OK) {
    exit_status = audition_play(studio, clip, own->device);
  } else {
    report(studio, status, own);
  }
  studio_destroy(studio);
  return exit_status;
}

static int run(int argc, char **argv)
{
  struct own_options own = {.pitch = -1};
  struct parsed parsed = {.own = &own};
  int exit_status = EXIT_DONE;
  if (!options_parse(&command_say, argc, argv, &parsed, &exit_status)) {
    return exit_status;
  }
  if (parsed.operand_count == 0) {
    return usage_error(&command_say, "Say takes what to say.");
  }
  char *text = audition_join(&parsed);
  if (!text) {
    report_failure("supine", STATUS_NO_MEMORY);
    return EXIT_FILE;
  }
  exit_status = say(text, &own);
  free(text);
  return exit_status;
}

const struct command command_say = {
    .name = "say",
    .arguments = "TEXT",
    .summary = "Speaks a sentence, to try a voice",
    .options = options,
    .run = run,
};
