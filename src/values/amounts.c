/* Quantities and lengths as numbers, and what a `when` makes of them. */

#include "base/frames.h"
#include "values/reading.h"

#include <math.h>
#include <string.h>

static enum status read_named(const struct scope *scope,
                              const struct quantity *quantity,
                              struct reading *reading)
{
  const enum status status =
      reading_begin(scope, quantity->value, quantity->where, reading);
  if (status == STATUS_OK && reading->choice) {
    return report_error(scope->values->diagnostics, quantity->where,
                        "The value %s is a choice, and a number or a "
                        "duration is needed here.",
                        reading->value->name);
  }
  return status;
}

/* A number, a value or the round, with what fitting may make of it. */
static enum status read_term(const struct scope *scope,
                             const struct quantity *quantity, double unit,
                             struct stretch *term)
{
  struct reading reading = {.number = quantity->number};
  enum status status = STATUS_OK;
  if (quantity->value) {
    status = read_named(scope, quantity, &reading);
  } else if (quantity->is_round) {
    reading.number = reading.least = reading.most = scope->round;
  } else {
    reading_set_range(&reading);
  }
  *term = (struct stretch){.seconds = reading.number * unit,
                           .least = reading.least * unit,
                           .most = reading.most * unit};
  return status;
}

/* What is taken away stays as it is when the rest is fitted. */
static void add_term(struct stretch *sum, const struct stretch *term,
                     bool minus)
{
  sum->seconds += minus ? -term->seconds : term->seconds;
  sum->least += minus ? -term->seconds : term->least;
  sum->most += minus ? -term->seconds : term->most;
  if (minus && sum->least <= 0) {
    sum->least = sum->seconds / 2;
  }
}

/* One part of a duration, or a plain number. */
static enum status read_part(const struct scope *scope,
                             const struct quantity *quantity, double unit,
                             struct stretch *part)
{
  struct stretch other = {.seconds = 1};
  enum status status = read_term(scope, quantity, unit, part);
  if (status == STATUS_OK && quantity->times) {
    status = read_term(scope, quantity->times, 1.0, &other);
    part->seconds *= other.seconds;
    part->least *= other.seconds;
    part->most *= other.seconds;
  }
  if (status == STATUS_OK && quantity->plus) {
    status = read_term(scope, quantity->plus, unit, &other);
    add_term(part, &other, quantity->plus->minus);
  }
  return status;
}

static enum status check_stretch(const struct scope *scope,
                                 const struct duration *duration,
                                 const struct stretch *stretch)
{
  if (!(stretch->seconds * FRAME_RATE >= 0.5)) {
    return report_error(scope->values->diagnostics, duration->where,
                        "A duration must be longer than nothing. Example: "
                        "30 seconds");
  }
  if (stretch->seconds > SESSION_SECONDS_MAX) {
    return scope_report_too_long(scope, duration->where, stretch->seconds);
  }
  return STATUS_OK;
}

static enum status read_sum(const struct scope *scope,
                            const struct duration *duration,
                            struct stretch *stretch)
{
  struct stretch sum = {0};
  for (size_t i = 0; i < duration->count; i++) {
    const struct quantity *quantity = &duration->parts[i];
    struct stretch part = {0};
    const enum status status = read_part(
        scope, quantity, reading_unit_seconds(scope, quantity->unit), &part);
    if (status != STATUS_OK) {
      return status;
    }
    add_term(&sum, &part, quantity->minus);
    sum.cycle = duration->count == 1 && quantity->unit == UNIT_BREATHS
                    ? breath_cycle(&scope->breath)
                    : 0;
  }
  *stretch = sum;
  return STATUS_OK;
}

enum status scope_read_stretch(const struct scope *scope,
                               const struct duration *duration,
                               struct stretch *stretch)
{
  const enum status status = read_sum(scope, duration, stretch);
  if (status != STATUS_OK) {
    return status;
  }
  if (duration->exactly || scope->in_slot) {
    stretch->least = stretch->most = stretch->seconds;
  }
  return check_stretch(scope, duration, stretch);
}

enum status scope_read_number_range(const struct scope *scope,
                                    const struct quantity *quantity,
                                    struct stretch *number)
{
  return read_part(scope, quantity, 1.0, number);
}

enum status scope_read_number(const struct scope *scope,
                              const struct quantity *quantity, double *number)
{
  struct stretch part = {0};
  const enum status status = scope_read_number_range(scope, quantity, &part);
  *number = status == STATUS_OK ? part.seconds : 0;
  return status;
}

enum status scope_read_breaths(const struct scope *scope,
                               const struct quantity *quantity,
                               struct stretch *breaths)
{
  const double cycle = breath_cycle(&scope->breath);
  const enum status status = read_part(scope, quantity, cycle, breaths);
  breaths->cycle = cycle;
  if (status == STATUS_OK && scope->in_slot) {
    breaths->least = breaths->most = breaths->seconds;
  }
  return status;
}

enum status scope_read_count(const struct scope *scope,
                             const struct quantity *quantity, int64_t most,
                             int64_t *count)
{
  double number;
  const enum status status = scope_read_number(scope, quantity, &number);
  if (status != STATUS_OK) {
    return status;
  }
  if (!(number >= 1) || number > (double)most || number != floor(number)) {
    return report_error(scope->values->diagnostics, quantity->where,
                        "A whole number from 1 to %lld is needed here, and "
                        "this is %.10g.",
                        (long long)most, number);
  }
  *count = (int64_t)number;
  return STATUS_OK;
}

static enum status read_phase(const struct scope *scope,
                              const struct quantity *quantity, double *seconds)
{
  const enum status status = scope_read_number(scope, quantity, seconds);
  if (status == STATUS_OK && !(*seconds >= 0.1 && *seconds <= 600)) {
    return report_error(scope->values->diagnostics, quantity->where,
                        "A part of a breath lasts from 0.1 to 600 seconds, "
                        "and this is %.10g. Example: breathe in 4 out 6",
                        *seconds);
  }
  return status;
}

enum status scope_read_pattern(const struct scope *scope,
                               const struct breath_pattern *pattern,
                               struct breath *breath)
{
  struct breath read = {0};
  enum status status = read_phase(scope, &pattern->in, &read.in);
  if (status == STATUS_OK && pattern->has_in_again) {
    status = read_phase(scope, &pattern->in_again, &read.in_again);
  }
  if (status == STATUS_OK && pattern->has_hold_in) {
    status = read_phase(scope, &pattern->hold_in, &read.hold_in);
  }
  if (status == STATUS_OK) {
    status = read_phase(scope, &pattern->out, &read.out);
  }
  if (status == STATUS_OK && pattern->has_hold_out) {
    status = read_phase(scope, &pattern->hold_out, &read.hold_out);
  }
  if (status == STATUS_OK) {
    *breath = read;
  }
  return status;
}

static bool compare(enum comparison comparison, double number, double amount)
{
  const double more = number - amount;
  switch (comparison) {
  case COMPARE_MORE:
    return more > 1e-9;
  case COMPARE_LESS:
    return more < -1e-9;
  case COMPARE_AT_LEAST:
    return more >= -1e-9;
  case COMPARE_AT_MOST:
    return more <= 1e-9;
  case COMPARE_IS:
  case COMPARE_IS_LAST:
    break;
  }
  return fabs(more) <= 1e-9;
}

static bool is_on_side(const struct scope *scope, const char *side)
{
  return (scope->side == SIDE_LEFT) == (strcmp(side, "left") == 0);
}

enum status scope_read_condition(const struct scope *scope,
                                 const struct condition *condition, bool *met)
{
  struct reading reading = {.number = scope->round};
  struct stretch amount;
  enum status status = STATUS_OK;
  if (condition->subject == SUBJECT_SIDE) {
    *met = is_on_side(scope, condition->choice);
    return STATUS_OK;
  }
  if (condition->comparison == COMPARE_IS_LAST) {
    *met = scope->round == scope->rounds;
    return STATUS_OK;
  }
  if (condition->subject == SUBJECT_VALUE) {
    status = reading_begin(scope, condition->value, condition->where, &reading);
  }
  if (status == STATUS_OK && reading.choice) {
    *met = strcmp(reading.choice, condition->choice) == 0;
    return STATUS_OK;
  }
  if (status == STATUS_OK) {
    status = read_sum(scope, &condition->amount, &amount);
  }
  *met = status == STATUS_OK &&
         compare(condition->comparison, reading.number, amount.seconds);
  return status;
}
