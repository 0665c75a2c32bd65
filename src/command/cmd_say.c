/* supine say: a sentence in a voice, to try it. */

#include "base/plain.h"
#include "base/text.h"
#include "base/utterance.h"
#include "command/commands.h"
#include "speech/speech.h"
#include "usage/call.h"
#include "usage/exit.h"

#include <math.h>
#include <stdlib.h>

struct own_options {
  const char *voice;
  const char *language;
  const char *device;
  int speed;
  int pitch;
  bool show;
};

#define FIELD(name) offsetof(struct own_options, name)

static const struct option options[] = {
    {.name = "--voice",
     .argument = "VOICE",
     .help = "in this voice; \"supine voices\" lists them",
     .kind = OPTION_TEXT,
     .offset = FIELD(voice),
     .offers = OFFER_VOICES},
    {.name = "--language",
     .argument = "TAG",
     .help = "in this language, such as en-us or de",
     .kind = OPTION_TEXT,
     .offset = FIELD(language),
     .offers = OFFER_LANGUAGES},
    {.name = "--speed",
     .argument = "N",
     .help = "words a minute, " SPEED_RANGE,
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
    {.name = "--show",
     .help = "print the words that the voice is given instead",
     .kind = OPTION_FLAG,
     .offset = FIELD(show)},
    {.name = NULL},
};

/* Takes `near` over: what was meant, or NULL. */
static void report_unknown(const char *what, const char *name, char *near)
{
  fprintf(stderr, "There is no voice %s\"", what);
  plain_print(stderr, name);
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
    exit_failed("supine", status);
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

static int say(struct call *call, const char *words)
{
  const struct own_options *own = call->own;
  const struct utterance utterance = {.text = words,
                                      .language = own->language,
                                      .voice = own->voice,
                                      .speed = own->speed,
                                      .pitch = own->pitch,
                                      .volume = 100};
  const struct clip *clip;
  const enum status status =
      voice_speak(call->studio->voice, &utterance, &clip);
  if (status != STATUS_OK) {
    report(call->studio, status, own);
    return exit_for_status(status);
  }
  return is_silent(clip)
             ? exit_wrong_usage(call, "There is nothing to speak in that.")
             : call_audition(call, clip, own->device);
}

static int show(const char *words)
{
  plain_print(stdout, words);
  putchar('\n');
  return EXIT_DONE;
}

static int run(struct call *call)
{
  const struct own_options *own = call->own;
  char *text = call_join_operands(call);
  struct text words = {0};
  if (text) {
    speech_append_spoken(text, own->language ? own->language : "en", &words);
  }
  int exit_status = EXIT_FILE;
  if (text && words.status == STATUS_OK) {
    exit_status =
        own->show ? show(text_string(&words)) : say(call, text_string(&words));
  }
  text_finish(&words);
  free(text);
  return exit_status;
}

static const struct own_options initial = {.pitch = -1};

const struct command command_say = {
    .name = "say",
    .arguments = "TEXT",
    .summary = "Speaks a sentence, to try a voice",
    .options = options,
    .own_bytes = sizeof(struct own_options),
    .own_initial = &initial,
    .voice = COMMAND_SPEAKS,
    .least_operands = 1,
    .most_operands = ANY_NUMBER,
    .operands_wrong = "Say takes what to say.",
    .run = run,
};
