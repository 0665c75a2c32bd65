/* supine say: a sentence in a voice, to try it. */

#include "base/plain.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/utterance.h"
#include "command/commands.h"
#include "speech/sentences.h"
#include "speech/speech.h"
#include "usage/call.h"
#include "usage/exit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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
     .help = "print the words that the voice is given, a line a sentence",
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

/* Appends the words that the voice is given, `parting` between sentences. */
static void append_words(const char *text, const char *language,
                         const char *parting, struct text *out)
{
  struct sentence sentence;
  for (bool first = true; sentence_next(&text, language, &sentence);
       first = false) {
    struct text plain = {0};
    text_append_bytes(&plain, sentence.bytes, sentence.length);
    text_append(out, first ? "" : parting);
    speech_append_spoken(text_string(&plain), language, out);
    text_finish(&plain);
  }
}

static int say(struct call *call, const char *text)
{
  const struct own_options *own = call->own;
  const struct utterance utterance = {.text = text,
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

/* What is no UTF-8 the voice itself makes something of. */
static enum status find_words(const struct own_options *own, const char *text,
                              struct text *words)
{
  const size_t length = strlen(text);
  if (utf8_find_malformed(text, length) < length) {
    text_append(words, text);
  } else {
    append_words(text, own->language ? own->language : "en",
                 own->show ? "\n" : " ", words);
  }
  return words->status;
}

static int run(struct call *call)
{
  const struct own_options *own = call->own;
  struct text words = {0};
  char *text = call_join_operands(call);
  int exit_status = EXIT_FILE;
  if (text && find_words(own, text, &words) != STATUS_OK) {
    exit_failed("supine", words.status);
  } else if (text && own->show) {
    text_append(&words, "\n");
    plain_print_lines(stdout, text_string(&words));
    exit_status = EXIT_DONE;
  } else if (text) {
    exit_status = say(call, text_string(&words));
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
