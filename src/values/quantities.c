/* Values as they stand at some point of the walk, and as words. */

#include "base/frames.h"
#include "values/reading.h"

#include <math.h>
#include <string.h>

double reading_unit_seconds(const struct scope *scope, enum unit unit)
{
  switch (unit) {
  case UNIT_MINUTES:
    return 60.0;
  case UNIT_HOURS:
    return 3600.0;
  case UNIT_BREATHS:
    return breath_cycle(&scope->breath);
  case UNIT_NONE:
  case UNIT_SECONDS:
    break;
  }
  return 1.0;
}

static double literal_seconds(const struct scope *scope,
                              const struct duration *duration)
{
  double seconds = 0;
  for (size_t i = 0; i < duration->count; i++) {
    seconds += duration->parts[i].number *
               reading_unit_seconds(scope, duration->parts[i].unit);
  }
  return seconds;
}

static const struct binding *find_among(const struct binding *bindings,
                                        size_t count, const struct value *value)
{
  for (size_t i = count; i > 0; i--) {
    if (bindings[i - 1].value == value) {
      return &bindings[i - 1];
    }
  }
  return NULL;
}

static const struct binding *find_binding(const struct scope *scope,
                                          const struct value *value)
{
  const struct binding *binding =
      find_among(scope->bindings, scope->binding_count, value);
  return binding ? binding
                 : find_among(scope->values->settings,
                              scope->values->setting_count, value);
}

/* What fitting may make of a number that has no range of its own. */
void reading_set_range(struct reading *reading)
{
  reading->least = reading->number / 2;
  reading->most = reading->number * 2;
}

static void read_default(const struct scope *scope, struct reading *reading)
{
  const struct value *value = reading->value;
  const bool lasts = value->kind == VALUE_DURATION;
  reading->number =
      lasts ? literal_seconds(scope, &value->duration) : value->number;
  reading->in_breaths = value->duration.count == 1 &&
                        value->duration.parts[0].unit == UNIT_BREATHS;
  reading->choice = value->choice_count > 0 ? value->choices[0] : value->text;
  reading_set_range(reading);
  if (value->has_range) {
    reading->least = lasts ? literal_seconds(scope, &value->duration_from)
                           : value->number_from;
    reading->most =
        lasts ? literal_seconds(scope, &value->duration_to) : value->number_to;
  }
  if (value->duration.exactly) {
    reading->least = reading->most = reading->number;
  }
}

static void read_binding(const struct scope *scope,
                         const struct binding *binding, struct reading *reading)
{
  reading->choice = binding->choice;
  reading->in_breaths = binding->in_breaths;
  reading->number = binding->number;
  if (binding->in_breaths) {
    reading->number *= breath_cycle(&scope->breath);
  }
  if (!reading->value->has_range) {
    reading_set_range(reading);
  }
  if (binding->stays) {
    reading->least = reading->most = reading->number;
  }
}

static void append_bound(const struct value *value, double number,
                         struct text *out)
{
  if (value->kind == VALUE_DURATION) {
    phrases_append_length(phrases_for("en"), number, out);
  } else {
    text_append_format(out, "%.10g", number);
  }
}

static enum status refuse_bound(const struct scope *scope,
                                const struct reading *range, double number,
                                struct location where)
{
  const struct value *value = range->value;
  struct text words = {0};
  text_append_format(&words, "The value %s must be between ", value->name);
  append_bound(value, range->least, &words);
  text_append(&words, " and ");
  append_bound(value, range->most, &words);
  text_append(&words, ", and is ");
  append_bound(value, number, &words);
  const enum status status =
      words.status == STATUS_OK
          ? report_error(scope->values->diagnostics, where, "%s.",
                         text_string(&words))
          : words.status;
  text_finish(&words);
  return status;
}

enum status scope_check_binding(const struct scope *scope,
                                const struct binding *binding,
                                struct location where)
{
  struct reading range = {.value = binding->value};
  read_default(scope, &range);
  struct reading bound = range;
  read_binding(scope, binding, &bound);
  if (!binding->value->has_range || (bound.number >= range.least - 1e-9 &&
                                     bound.number <= range.most + 1e-9)) {
    return STATUS_OK;
  }
  return refuse_bound(scope, &range, bound.number, where);
}

static double fitted(const struct scope *scope, const struct reading *reading)
{
  return fmin(fmax(reading->number * scope->values->factor, reading->least),
              reading->most);
}

/* A length that is spoken lasts as many whole seconds as are told. */
static void keep_word(const struct scope *scope, struct reading *reading)
{
  if (scope->values->keeps_word && reading->value->kind == VALUE_DURATION &&
      reading->least < reading->most &&
      values_is_spoken(scope->values, reading->value)) {
    reading->number = fmax(round(fitted(scope, reading)), 1);
    reading->least = reading->most = reading->number;
  }
}

/* Whether the line that defines a value had an error. */
static bool is_wrong(const struct value *value)
{
  return (value->kind == VALUE_DURATION && value->duration.count == 0) ||
         (value->kind == VALUE_CHOICE && value->choice_count == 0);
}

enum status reading_begin(const struct scope *scope, const char *name,
                          struct location where, struct reading *reading)
{
  reading->value = scope_find_value(scope, name);
  if (!reading->value) {
    return report_error(scope->values->diagnostics, where,
                        "There is no value called %s in this file. Example: "
                        "value %s 30 seconds",
                        name, name);
  }
  if (is_wrong(reading->value)) {
    return STATUS_BAD_ROUTINE; /* reported when the file was read */
  }
  read_default(scope, reading);
  const struct binding *binding = find_binding(scope, reading->value);
  if (binding) {
    read_binding(scope, binding, reading);
  }
  if (!values_stays(scope->values, reading->value)) {
    keep_word(scope, reading);
  } else {
    reading->least = reading->most = reading->number;
  }
  return STATUS_OK;
}

enum status scope_read_choice(const struct scope *scope, const char *name,
                              struct location where, const char **choice)
{
  struct reading reading;
  const enum status status = reading_begin(scope, name, where, &reading);
  if (status == STATUS_OK) {
    *choice = reading.choice ? reading.choice : "";
  }
  return status;
}

/* As long as fitting makes it, and in whole seconds then. */
static void append_length(const struct scope *scope,
                          const struct reading *reading,
                          const struct phrases *phrases, struct text *out)
{
  if (reading->in_breaths) {
    phrases_append_breaths(phrases,
                           reading->number / breath_cycle(&scope->breath), out);
  } else if (reading->least == reading->most) {
    phrases_append_length(phrases, reading->number, out);
  } else {
    const double seconds = fitted(scope, reading);
    scope->values->text_scales = true;
    phrases_append_length(
        phrases, scope->values->factor == 1 ? seconds : round(seconds), out);
  }
}

static const struct named_item *find_item(const struct scope *scope,
                                          const char *name)
{
  const struct named_item *item = scope->items;
  while (item && strcmp(item->name, name) != 0) {
    item = item->outer;
  }
  return item;
}

enum status scope_append_value(const struct scope *scope, const char *name,
                               struct location where,
                               const struct phrases *phrases, struct text *out)
{
  const struct named_item *item = find_item(scope, name);
  if (item) {
    text_append(out, item->text);
    return STATUS_OK;
  }
  struct reading reading;
  const enum status status = reading_begin(scope, name, where, &reading);
  if (status != STATUS_OK) {
    return status;
  }
  switch (reading.value->kind) {
  case VALUE_DURATION:
    append_length(scope, &reading, phrases, out);
    break;
  case VALUE_NUMBER:
    text_append_format(out, "%.10g", reading.number);
    break;
  case VALUE_CHOICE:
  case VALUE_TEXT:
    text_append(out, reading.choice);
    break;
  }
  return STATUS_OK;
}
