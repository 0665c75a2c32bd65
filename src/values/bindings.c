/* Values set from outside and by `do … with`. */

#include "base/nearest.h"
#include "script/name.h"
#include "script/words.h"
#include "terms/duration.h"
#include "values/values.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const struct location nowhere;

static const struct value *find_unfolded(const struct scope *scope,
                                         const char *name)
{
  struct text folded = {0};
  name_append_folded(name, strlen(name), &folded);
  const struct value *value = scope_find_value(scope, text_string(&folded));
  text_finish(&folded);
  return value;
}

static bool set_duration(struct binding *binding, const char *text)
{
  struct duration duration;
  if (!duration_read(text, &duration)) {
    return false;
  }
  binding->number = duration_number(&duration);
  binding->in_breaths = duration_in_breaths(&duration);
  return true;
}

static bool set_number(struct binding *binding, const char *text)
{
  const size_t length = strspn(text, "0123456789.");
  char *end;
  const double number = strtod(text, &end);
  if (length == 0 || text[length] || end != text + length || !(number > 0)) {
    return false;
  }
  binding->number = number;
  return true;
}

static bool set_text(struct binding *binding, const char *text)
{
  binding->choice = text;
  return text[0];
}

static const char *known_choice(const struct value *value, const char *folded)
{
  for (size_t i = 0; i < value->choice_count; i++) {
    if (strcmp(value->choices[i], folded) == 0) {
      return value->choices[i];
    }
  }
  return NULL;
}

static bool set_choice(struct binding *binding, const char *text)
{
  struct text folded = {0};
  name_append_folded(text, strlen(text), &folded);
  binding->choice = known_choice(binding->value, text_string(&folded));
  text_finish(&folded);
  return binding->choice != NULL;
}

/* "soft, firm or deep" */
static void append_choices(const struct value *value, struct text *out)
{
  for (size_t i = 0; i < value->choice_count; i++) {
    const bool last = i + 1 == value->choice_count;
    text_append(out, i == 0 ? "" : last ? " or " : ", ");
    text_append(out, value->choices[i]);
  }
}

static enum status report_setting(const struct scope *scope,
                                  const struct value *value, const char *given)
{
  struct text example = {0};
  switch (value->kind) {
  case VALUE_DURATION:
    text_append(&example, "a duration. Example: 45 seconds");
    break;
  case VALUE_NUMBER:
    text_append(&example, "a number above 0. Example: 5");
    break;
  case VALUE_TEXT:
    text_append(&example, "some words.");
    break;
  case VALUE_CHOICE:
    append_choices(value, &example);
    text_append(&example, ".");
    break;
  }
  report_error(scope->values->diagnostics, nowhere,
               "The value %s cannot be \"%s\": it is %s", value->name, given,
               text_string(&example));
  text_finish(&example);
  return STATUS_BAD_ARGUMENT;
}

static enum status report_unknown(const struct scope *scope, const char *name)
{
  const struct value *value = scope->routine->values;
  struct nearest search = {.typed = name};
  struct text known = {0};
  for (; value; value = value->next) {
    text_append(&known, known.length > 0 ? ", " : "It has: ");
    text_append(&known, value->name);
    nearest_consider(&search, value->name);
  }
  if (search.nearest) {
    text_clear(&known);
    text_append_format(&known, "Did you mean \"%s\"?", search.nearest);
  } else {
    text_append(&known, known.length > 0 ? "." : "It has no values at all.");
  }
  report_error(scope->values->diagnostics, nowhere,
               "This routine has no value called \"%s\". %s", name,
               text_string(&known));
  text_finish(&known);
  return STATUS_BAD_ARGUMENT;
}

static enum status bind_setting(const struct scope *scope,
                                const struct plan_setting *setting,
                                struct binding *binding)
{
  const struct value *value = find_unfolded(scope, setting->name);
  if (!value) {
    return report_unknown(scope, setting->name);
  }
  *binding = (struct binding){.value = value, .stays = true};
  const bool good =
      value->kind == VALUE_DURATION ? set_duration(binding, setting->value)
      : value->kind == VALUE_NUMBER ? set_number(binding, setting->value)
      : value->kind == VALUE_TEXT   ? set_text(binding, setting->value)
                                    : set_choice(binding, setting->value);
  if (!good) {
    return report_setting(scope, value, setting->value);
  }
  const enum status status = scope_check_binding(scope, binding, nowhere);
  return status == STATUS_BAD_ROUTINE ? STATUS_BAD_ARGUMENT : status;
}

enum status scope_bind_settings(const struct scope *scope,
                                const struct plan_options *options)
{
  const size_t count = options->setting_count;
  struct binding *bindings =
      arena_take_array(scope->values->arena, count, sizeof(*bindings));
  if (!bindings) {
    return STATUS_NO_MEMORY;
  }
  enum status result = STATUS_OK;
  for (size_t i = 0; i < count; i++) {
    const enum status status =
        bind_setting(scope, &options->settings[i], &bindings[i]);
    result = result == STATUS_OK ? status : result;
  }
  scope->values->settings = bindings;
  scope->values->setting_count = count;
  return result;
}

/* What a value or an item is spoken as. */
static enum status bind_text(const struct scope *scope,
                             const struct argument *argument,
                             const struct phrases *phrases,
                             struct binding *binding)
{
  struct text words = {0};
  enum status status = scope_append_value(scope, argument->passed,
                                          argument->where, phrases, &words);
  if (status == STATUS_OK) {
    binding->choice =
        arena_copy(scope->values->arena, text_string(&words), words.length);
    status = binding->choice ? words.status : STATUS_NO_MEMORY;
  }
  text_finish(&words);
  return status;
}

static enum status bind_argument(const struct scope *scope,
                                 const struct argument *argument,
                                 const struct phrases *phrases,
                                 struct binding *binding)
{
  if (argument->text) {
    binding->choice = argument->text;
    return STATUS_OK;
  }
  if (argument->passed && binding->value->kind == VALUE_TEXT) {
    return bind_text(scope, argument, phrases, binding);
  }
  binding->choice = argument->choice;
  if (argument->passes_side) {
    binding->choice = scope->side == SIDE_LEFT ? "left" : "right";
    return STATUS_OK;
  }
  if (argument->passed) {
    return scope_read_choice(scope, argument->passed, argument->where,
                             &binding->choice);
  }
  if (!argument->is_number && argument->duration.count == 0) {
    return STATUS_OK;
  }
  struct stretch stretch = {0};
  const enum status status =
      argument->is_number
          ? scope_read_number_range(scope, &argument->number, &stretch)
          : scope_read_stretch(scope, &argument->duration, &stretch);
  binding->number = stretch.seconds;
  binding->stays = stretch.least == stretch.most; /* exactly, or spoken */
  return status;
}

static size_t count_arguments(const struct argument *argument)
{
  size_t count = 0;
  for (; argument; argument = argument->next) {
    count++;
  }
  return count;
}

enum status scope_enter_use(const struct scope *caller,
                            const struct statement *statement,
                            const struct phrases *phrases, struct scope *use)
{
  assert(statement->kind == STATEMENT_DO);
  const struct argument *argument = statement->use.arguments;
  const size_t count = count_arguments(argument);
  struct binding *bindings =
      arena_take_array(caller->values->arena, count, sizeof(*bindings));
  if (!bindings) {
    return STATUS_NO_MEMORY;
  }
  *use = *caller;
  use->routine = statement->use.exercise->routine;
  use->binding_count = 0;
  use->items = NULL;
  for (size_t i = 0; i < count; i++, argument = argument->next) {
    bindings[i].value = scope_find_value(use, argument->value);
    if (!bindings[i].value) {
      return report_error(caller->values->diagnostics, argument->where,
                          "The exercise %s has no value called %s.",
                          statement->use.exercise->name, argument->value);
    }
    enum status status = bind_argument(caller, argument, phrases, &bindings[i]);
    if (status == STATUS_OK) {
      status = scope_check_binding(caller, &bindings[i], argument->where);
    }
    if (status != STATUS_OK) {
      return status;
    }
  }
  use->bindings = bindings;
  use->binding_count = count;
  return STATUS_OK;
}
