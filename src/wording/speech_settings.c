/* How the voice speaks: what the routine says of it and what the listener
   wishes. */

#include "base/utterance.h"
#include "wording/narrator.h"

#include <strings.h>

/* The narrator's settings, to be changed from here on. */
static struct speech_settings *begin_change(struct narrator *narrator)
{
  struct speech_settings *speech =
      arena_take(narrator->scope.values->arena, sizeof(*speech));
  if (speech) {
    *speech = *narrator->speech;
    narrator->speech = speech;
  }
  return speech;
}

static void set_language(struct speech_settings *speech,
                         const struct routine *routine)
{
  speech->language = routine->language ? routine->language : "en";
  speech->language_where = routine->language_where;
  speech->own_language = phrases_spoken_language(speech->language);
  speech->phrases = phrases_for(speech->language);
}

/* The listener's voice, else the one that is named at `where`. */
static void set_voice(const struct narrator *narrator, const char *name,
                      struct location where, struct speech_settings *speech)
{
  const char *wanted = narrator->options->voice;
  speech->voice = wanted ? wanted : name;
  speech->voice_where = wanted ? (struct location){0} : where;
}

/* A number of the routine's; a value may hold one that the file did not show.
   `*number` stays as it is where the routine gives none. */
static enum status read_setting(const struct narrator *narrator,
                                const struct quantity *quantity,
                                const char *name, int least, int most,
                                int *number)
{
  double read;
  if (!quantity->where.source) {
    return STATUS_OK;
  }
  const enum status status =
      scope_read_number(&narrator->scope, quantity, &read);
  if (status == STATUS_OK && !(read >= least && read <= most)) {
    return report_error(narrator->scope.values->diagnostics, quantity->where,
                        "The %s goes from %d to %d, and this is %.10g.", name,
                        least, most, read);
  }
  *number = status == STATUS_OK ? (int)read : *number;
  return status;
}

static enum status read_speed(const struct narrator *narrator,
                              const struct quantity *quantity,
                              struct speech_settings *speech)
{
  const int asked = narrator->options->speed;
  const enum status status = read_setting(
      narrator, quantity, "speed", SPEED_LEAST, SPEED_MOST, &speech->speed);
  speech->speed = asked > 0 ? asked : speech->speed;
  return status;
}

static enum status read_pitch(const struct narrator *narrator,
                              const struct quantity *quantity,
                              struct speech_settings *speech)
{
  const int asked = narrator->options->pitch;
  const enum status status =
      read_setting(narrator, quantity, "pitch", 0, PITCH_MOST, &speech->pitch);
  speech->pitch = asked >= 0 ? asked : speech->pitch;
  return status;
}

static enum status read_volume(const struct narrator *narrator,
                               const struct quantity *quantity,
                               struct speech_settings *speech)
{
  return read_setting(narrator, quantity, "volume", 0, VOLUME_MOST,
                      &speech->volume);
}

enum status narrator_change(struct narrator *narrator,
                            const struct statement *statement)
{
  struct speech_settings *speech = begin_change(narrator);
  if (!speech) {
    return STATUS_NO_MEMORY;
  }
  switch (statement->kind) {
  case STATEMENT_VOICE:
    set_voice(narrator, statement->voice.name, statement->where, speech);
    return STATUS_OK;
  case STATEMENT_VOLUME:
    return read_volume(narrator, &statement->setting.number, speech);
  case STATEMENT_PITCH:
    return read_pitch(narrator, &statement->setting.number, speech);
  default:
    return read_speed(narrator, &statement->setting.number, speech);
  }
}

enum status narrator_enter_language(struct narrator *narrator,
                                    const struct routine *routine)
{
  const char *own = routine->language;
  if (!own || strncasecmp(own, narrator->speech->language, 2) == 0) {
    return STATUS_OK;
  }
  struct speech_settings *speech = begin_change(narrator);
  if (!speech) {
    return STATUS_NO_MEMORY;
  }
  set_language(speech, routine);
  return STATUS_OK;
}

enum status narrator_begin(struct narrator *narrator)
{
  static const struct speech_settings plain = {
      .language = "en", .own_language = "en", .pitch = -1, .volume = 100};
  const struct routine *main = narrator->scope.values->script->main;
  narrator->speech = &plain;
  struct speech_settings *speech = begin_change(narrator);
  if (!speech) {
    return STATUS_NO_MEMORY;
  }
  set_language(speech, main);
  set_voice(narrator, main->voice, main->voice_where, speech);
  enum status status = read_speed(narrator, &main->speed, speech);
  if (status == STATUS_OK) {
    status = read_pitch(narrator, &main->pitch, speech);
  }
  return status == STATUS_OK ? read_volume(narrator, &main->volume, speech)
                             : status;
}
