/* How the voice speaks: what the routine says of it and what the listener
   wishes. */

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

enum status unroll_setting(struct unroll *unroll,
                           const struct statement *statement)
{
  double number;
  const enum status status =
      read_number(unroll, &statement->setting.number, &number);
  struct manner *manner = status == STATUS_OK ? change_manner(unroll) : NULL;
  if (!manner) {
    return status == STATUS_OK ? STATUS_NO_MEMORY : status;
  }
  if (statement->kind == STATEMENT_VOLUME) {
    manner->volume = (int)number;
  } else if (statement->kind == STATEMENT_PITCH) {
    manner->pitch = unroll->options->pitch < 0 ? (int)number : manner->pitch;
  } else {
    manner->speed = unroll->options->speed == 0 ? (int)number : manner->speed;
  }
  return STATUS_OK;
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

static int header_number(struct unroll *unroll, const struct quantity *quantity,
                         int otherwise)
{
  double number;
  if (!quantity->where.source ||
      read_number(unroll, quantity, &number) != STATUS_OK) {
    return otherwise;
  }
  return (int)number;
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
  manner->speed = options->speed > 0 ? options->speed
                                     : header_number(unroll, &main->speed, 0);
  manner->pitch = options->pitch >= 0 ? options->pitch
                                      : header_number(unroll, &main->pitch, -1);
  manner->volume = header_number(unroll, &main->volume, 100);
  return STATUS_OK;
}
