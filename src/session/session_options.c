/* The options that play, render, plan, check and resume share. */

#include "session/session_options.h"

#include "base/utterance.h"

#include <stdlib.h>
#include <string.h>

#define FIELD(name) offsetof(struct session_options, name)

const struct option session_option_table[] = {
    {.name = "--set",
     .argument = "NAME=VALUE",
     .help = "give one of the routine's values; may be repeated",
     .kind = OPTION_SETTING,
     .offset = FIELD(plan),
     .offers = OFFER_SETTINGS},
    {.name = "--fit",
     .argument = "DURATION",
     .help = "stretch or shorten the session to this length",
     .kind = OPTION_DURATION,
     .offset = FIELD(plan.fit_frames)},
    {.name = "--voice",
     .argument = "VOICE",
     .help = "speak with this voice; \"supine voices\" lists them",
     .kind = OPTION_TEXT,
     .offset = FIELD(plan.voice),
     .offers = OFFER_VOICES},
    {.name = "--speed",
     .argument = "NUMBER",
     .help = "nominal words a minute, " SPEED_RANGE,
     .kind = OPTION_NUMBER,
     .offset = FIELD(plan.speed),
     .least = SPEED_LEAST,
     .most = SPEED_MOST},
    {.name = "--brief",
     .help = "leave out what \"explain\" says, and most words of moves",
     .kind = OPTION_CHOICE,
     .offset = FIELD(plan.explain),
     .least = EXPLAIN_NEVER},
    {.name = "--full",
     .help = "speak every \"explain\" and every move every time",
     .kind = OPTION_CHOICE,
     .offset = FIELD(plan.explain),
     .least = EXPLAIN_ALWAYS},
    {.name = "--countdown",
     .argument = "N",
     .help = "count down from N where there is a countdown, 0 for none",
     .kind = OPTION_NUMBER,
     .offset = FIELD(plan.countdown),
     .least = 0,
     .most = 60},
    {.name = "--no-cues",
     .help = "no cues in holds but the end mark",
     .kind = OPTION_FLAG,
     .offset = FIELD(plan.no_cues)},
    {.name = "--background",
     .argument = "NAME",
     .help = "a sound to play under everything, or \"off\"",
     .kind = OPTION_TEXT,
     .offset = FIELD(plan.background),
     .offers = OFFER_BACKGROUNDS},
    {.name = "--mono",
     .help = "the same in both ears",
     .kind = OPTION_FLAG,
     .offset = FIELD(mixer.mono)},
    {.name = "--breath-noise",
     .help = "paced breathing as moving air instead of a tone",
     .kind = OPTION_CHOICE,
     .offset = FIELD(mixer.breath),
     .least = BREATH_NOISE},
    {.name = NULL},
};

void session_options_init(struct session_options *options)
{
  *options = (struct session_options){
      .plan = {.countdown = -1, .pitch = -1, .explain = EXPLAIN_ONCE}};
}

void session_options_finish(struct session_options *options)
{
  for (size_t i = 0; i < options->plan.setting_count; i++) {
    free((void *)options->plan.settings[i].name);
  }
  free((void *)options->plan.settings);
  session_options_init(options);
}

void session_options_words(const struct session_options *options, char ***words,
                           size_t *count)
{
  struct session_options initial;
  session_options_init(&initial);
  options_write(session_option_table, options, &initial, words, count);
}

enum status session_options_take(struct session_options *options,
                                 char *const *words, size_t count,
                                 struct text *wrong)
{
  const struct option_target targets[] = {{session_option_table, options},
                                          {NULL, NULL}};
  struct option_line line = {.targets = targets};
  char **copy = calloc(count + 1, sizeof(*copy));
  if (!copy) {
    return STATUS_NO_MEMORY;
  }
  for (size_t i = 0; i < count; i++) {
    copy[i] = words[i];
  }
  const enum status status = options_read(&line, copy, (int)count);
  text_append(wrong, text_string(&line.wrong));
  text_finish(&line.wrong);
  free(copy);
  return status;
}
