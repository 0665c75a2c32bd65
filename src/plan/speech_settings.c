/* How the voice speaks: what the routine says of it and what the listener
   wishes. */

#include "base/utterance.h"
#include "plan/unroll.h"

#include <strings.h>

static struct manner *change_manner(struct unroll *unroll)
{
  struct manner *manner = arena_take(&unroll->items->arena, sizeof(*manner));
  if (manner) {
    *manner = *unroll->manner;
    unroll->manner = manner;
  }
  return manner;
}

static void set_language(struct manner *manner, const struct routine *routine)
{
  manner->language = routine->language ? routine->language : "en";
  manner->language_where = routine->language_where;
  manner->phrases = phrases_for(manner->language);
}

enum status unroll_name(struct unroll *unroll,
                        const struct statement *statement)
{
  struct manner *manner = change_manner(unroll);
  if (!manner) {
    return STATUS_NO_MEMORY;
  }
  if (!unroll->options->voice) {
    manner->voice = statement->voice.name;
    manner->voice_where = statement->where;
  }
  return STATUS_OK;
}

/* A number of the routine's; a value may hold one that the file did not show.
   `*number` stays as it is where the routine gives none. */
static enum status read_setting(struct unroll *unroll,
                                const struct quantity *quantity,
                                const char *name, int least, int most,
                                int *number)
{
  double read;
  if (!quantity->where.source) {
    return STATUS_OK;
  }
  const enum status status = read_number(unroll, quantity, &read);
  if (status == STATUS_OK && !(read >= least && read <= most)) {
    return report_error(unroll->diagnostics, quantity->where,
                        "The %s goes from %d to %d, and this is %.10g.", name,
                        least, most, read);
  }
  *number = status == STATUS_OK ? (int)read : *number;
  return status;
}

static enum status read_speed(struct unroll *unroll,
                              const struct quantity *quantity,
                              struct manner *manner)
{
  const int asked = unroll->options->speed;
  const enum status status = read_setting(
      unroll, quantity, "speed", SPEED_LEAST, SPEED_MOST, &manner->speed);
  manner->speed = asked > 0 ? asked : manner->speed;
  return status;
}

static enum status read_pitch(struct unroll *unroll,
                              const struct quantity *quantity,
                              struct manner *manner)
{
  const int asked = unroll->options->pitch;
  const enum status status =
      read_setting(unroll, quantity, "pitch", 0, PITCH_MOST, &manner->pitch);
  manner->pitch = asked >= 0 ? asked : manner->pitch;
  return status;
}

static enum status read_volume(struct unroll *unroll,
                               const struct quantity *quantity,
                               struct manner *manner)
{
  return read_setting(unroll, quantity, "volume", 0, VOLUME_MOST,
                      &manner->volume);
}

enum status unroll_setting(struct unroll *unroll,
                           const struct statement *statement)
{
  const struct quantity *quantity = &statement->setting.number;
  struct manner *manner = change_manner(unroll);
  if (!manner) {
    return STATUS_NO_MEMORY;
  }
  switch (statement->kind) {
  case STATEMENT_VOLUME:
    return read_volume(unroll, quantity, manner);
  case STATEMENT_PITCH:
    return read_pitch(unroll, quantity, manner);
  default:
    return read_speed(unroll, quantity, manner);
  }
}

enum status enter_language(struct unroll *use, const struct routine *routine)
{
  const char *own = routine->language;
  if (!own || strncasecmp(own, use->manner->language, 2) == 0) {
    return STATUS_OK;
  }
  struct manner *manner = change_manner(use);
  if (manner) {
    set_language(manner, routine);
  }
  return manner ? STATUS_OK : STATUS_NO_MEMORY;
}

enum status set_manner(struct unroll *unroll)
{
  const struct routine *main = unroll->script->main;
  const struct plan_options *options = unroll->options;
  static const struct manner plain = {
      .language = "en", .pitch = -1, .volume = 100};
  unroll->manner = &plain;
  struct manner *manner = change_manner(unroll);
  if (!manner) {
    return STATUS_NO_MEMORY;
  }
  set_language(manner, main);
  manner->voice = options->voice ? options->voice : main->voice;
  if (!options->voice) {
    manner->voice_where = main->voice_where;
  }
  enum status status = read_speed(unroll, &main->speed, manner);
  if (status == STATUS_OK) {
    status = read_pitch(unroll, &main->pitch, manner);
  }
  return status == STATUS_OK ? read_volume(unroll, &main->volume, manner)
                             : status;
}
