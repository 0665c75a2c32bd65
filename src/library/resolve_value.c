/* References to values, checked against their definitions. */

#include "base/nearest.h"
#include "library/resolve.h"

#include <string.h>

static const struct value *find_value(const struct routine *routine,
                                      const char *folded)
{
  const struct value *value = routine->values;
  while (value && strcmp(value->folded, folded) != 0) {
    value = value->next;
  }
  return value;
}

static const char *example_for(enum value_need need)
{
  switch (need) {
  case NEED_NUMBER:
    return "3";
  case NEED_CHOICE:
    return "gentle or strong";
  case NEED_ANY:
  case NEED_DURATION:
  case NEED_SECONDS:
    break;
  }
  return "30 seconds";
}

static void refuse_unknown(struct load *load, const struct routine *routine,
                           const struct value_use *use)
{
  struct nearest best = {.typed = use->folded};
  for (const struct value *value = routine->values; value;
       value = value->next) {
    nearest_consider(&best, value->name);
  }
  const bool spoken = use->need == NEED_ANY;
  if (best.nearest) {
    report_error(load->diagnostics, use->where,
                 "There is no value \"%s\". Did you mean \"%s\"?", use->folded,
                 best.nearest);
  } else if (spoken) {
    report_error(load->diagnostics, use->where,
                 "There is no value \"%s\". For an at sign that is spoken "
                 "write two: @@%s.",
                 use->folded, use->folded);
  } else {
    report_error(load->diagnostics, use->where,
                 "There is no value \"%s\". Define it at the top of the file: "
                 "value %s %s.",
                 use->folded, use->folded, example_for(use->need));
  }
}

static bool has_choice(const struct value *value, const char *choice)
{
  for (size_t i = 0; i < value->choice_count; i++) {
    if (strcmp(value->choices[i], choice) == 0) {
      return true;
    }
  }
  return false;
}

static void refuse_choice(struct load *load, const struct value *value,
                          const char *choice, struct location where)
{
  struct nearest best = {.typed = choice};
  for (size_t i = 0; i < value->choice_count; i++) {
    nearest_consider(&best, value->choices[i]);
  }
  report_error(load->diagnostics, where,
               "\"%s\" is no choice of \"%s\". %s \"%s\"%s", choice,
               value->name, best.nearest ? "Did you mean" : "Try",
               best.nearest ? best.nearest : value->choices[0],
               best.nearest ? "?" : ".");
}

static void check_choice(struct load *load, const struct value *value,
                         const struct value_use *use)
{
  if (value->kind != VALUE_CHOICE) {
    report_error(load->diagnostics, use->where,
                 "\"%s\" has no choices. Give it some where it is defined: "
                 "value %s gentle or strong.",
                 value->name, value->name);
  } else if (value->choice_count > 0 && !has_choice(value, use->choice)) {
    refuse_choice(load, value, use->choice, use->where);
  }
}

static void check_use(struct load *load, const struct value *value,
                      const struct value_use *use)
{
  const char *name = value->name;
  if (value->kind == VALUE_DURATION && value->duration.count == 0) {
    return; /* its definition was wrong, and has been reported */
  }
  switch (use->need) {
  case NEED_ANY:
    return;
  case NEED_DURATION:
    if (value->kind == VALUE_NUMBER) {
      report_error(load->diagnostics, use->where,
                   "\"%s\" is a number. Say a unit after it: @%s seconds.",
                   name, name);
    } else if (value->kind == VALUE_CHOICE) {
      break;
    }
    return;
  case NEED_NUMBER:
    if (value->kind == VALUE_DURATION) {
      report_error(load->diagnostics, use->where,
                   "\"%s\" is a length of time, and a number stands here.",
                   name);
    } else if (value->kind == VALUE_CHOICE) {
      break;
    }
    return;
  case NEED_SECONDS:
    if (value->kind == VALUE_CHOICE) {
      break;
    }
    return;
  case NEED_CHOICE:
    check_choice(load, value, use);
    return;
  }
  report_error(load->diagnostics, use->where,
               "\"%s\" is a choice of words, and a %s stands here.", name,
               use->need == NEED_NUMBER ? "number" : "length of time");
}

static bool is_used(const struct load_file *file, const struct value *value)
{
  for (const struct value_use *use = file->result.uses; use; use = use->next) {
    if (strcmp(use->folded, value->folded) == 0) {
      return true;
    }
  }
  return false;
}

static void check_values(struct load *load, const struct load_file *file)
{
  const struct routine *routine = file->result.routine;
  for (const struct value_use *use = file->result.uses; use; use = use->next) {
    const struct value *value = find_value(routine, use->folded);
    if (value) {
      check_use(load, value, use);
    } else {
      refuse_unknown(load, routine, use);
    }
  }
}

void resolve_values(struct load *load)
{
  for (size_t i = 0; i < load->count; i++) {
    check_values(load, &load->files[i]);
  }
  if (load->diagnostics->error_count > load->errors_before) {
    return;
  }
  const struct load_file *played = &load->files[0];
  for (const struct value *value = played->result.routine->values; value;
       value = value->next) {
    if (!is_used(played, value)) {
      report_warning(load->diagnostics, value->where,
                     "The value \"%s\" is never used. To use it write @%s.",
                     value->name, value->name);
    }
  }
}
