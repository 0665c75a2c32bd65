/* References to values, checked against their definitions. */

#include "base/nearest.h"
#include "library/resolve.h"
#include "terms/duration.h"

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

/* What Supine itself puts after an at sign. */
static void consider_own_names(struct nearest *best)
{
  static const char *const names[] = {"side", "other side", "round"};
  for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
    nearest_consider(best, names[i]);
  }
}

static const char *example_for(enum value_need need)
{
  switch (need) {
  case NEED_NUMBER:
    return "3";
  case NEED_PASSING:
  case NEED_ASKING:
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
  if (spoken) {
    consider_own_names(&best);
  }
  if (best.nearest) {
    report_error(load->diagnostics, use->where,
                 "There is no value \"%s\". Did you mean \"%s%s\"?",
                 use->folded, spoken ? "@" : "", best.nearest);
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

static void refuse_without_choices(struct load *load, const struct value *value,
                                   struct location where)
{
  report_error(load->diagnostics, where,
               "\"%s\" has no choices. Give it some where it is defined: "
               "value %s gentle or strong.",
               value->name, value->name);
}

/* A choice is asked for by name. */
static void check_asked_choice(struct load *load, const struct value *value,
                               const struct value_use *use)
{
  const struct condition *condition = use->condition;
  if (value->choice_count == 0) {
    return; /* its definition was wrong, and has been reported */
  }
  if (condition->comparison != COMPARE_IS) {
    report_error(load->diagnostics, use->where,
                 "\"%s\" is a choice of words, which are not more or less. Ask "
                 "for one: when %s is %s.",
                 value->name, value->name, value->choices[0]);
  } else if (!has_choice(value, condition->choice)) {
    refuse_choice(load, value, condition->choice, use->where);
  }
}

static bool has_units(const struct duration *amount)
{
  return amount->parts[0].unit != UNIT_NONE;
}

/* A number is compared with a number, and a length with a length. */
static void check_asked_amount(struct load *load, const struct value *value,
                               const struct value_use *use)
{
  const struct duration *amount = &use->condition->amount;
  const bool lasts = value->kind == VALUE_DURATION;
  if (amount->count == 0 || value->kind == VALUE_TEXT) {
    refuse_without_choices(load, value, use->where);
  } else if (!lasts && has_units(amount)) {
    report_error(load->diagnostics, amount->where,
                 "\"%s\" is a number. Leave the unit out.", value->name);
  } else if (lasts && quantity_is_literal(&amount->parts[0]) &&
             !has_units(amount)) {
    report_error(load->diagnostics, amount->where,
                 "\"%s\" is a length of time. Say a unit after " QUOTED ".",
                 value->name, QUOTE(amount->where));
  }
}

static void check_asking(struct load *load, const struct value *value,
                         const struct value_use *use)
{
  if (value->kind == VALUE_CHOICE) {
    check_asked_choice(load, value, use);
  } else {
    check_asked_amount(load, value, use);
  }
}

/* What is passed on can be anything that the value has to choose from. */
static void check_passing(struct load *load, const struct value *value,
                          const struct value_use *use)
{
  if (value->kind != VALUE_CHOICE) {
    refuse_without_choices(load, value, use->where);
    return;
  }
  for (size_t i = 0; i < value->choice_count; i++) {
    if (!has_choice(use->into, value->choices[i])) {
      report_error(load->diagnostics, use->where,
                   "\"@%s\" can be \"%s\", which is no choice of \"%s\" on "
                   "line %u of \"%s\".",
                   value->name, value->choices[i], use->into->name,
                   (unsigned)location_line(use->into->where),
                   use->into->where.source->name);
      return;
    }
  }
}

static bool is_words(const struct value *value)
{
  return value->kind == VALUE_CHOICE || value->kind == VALUE_TEXT;
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
    } else if (is_words(value)) {
      break;
    }
    return;
  case NEED_NUMBER:
    if (value->kind == VALUE_DURATION) {
      report_error(load->diagnostics, use->where,
                   "\"%s\" is a length of time, and a number stands here.",
                   name);
    } else if (is_words(value)) {
      break;
    }
    return;
  case NEED_SECONDS:
    if (is_words(value)) {
      break;
    }
    return;
  case NEED_PASSING:
    check_passing(load, value, use);
    return;
  case NEED_ASKING:
    check_asking(load, value, use);
    return;
  }
  report_error(load->diagnostics, use->where,
               "\"%s\" is %s, and a %s stands here.", name,
               value->kind == VALUE_TEXT ? "a text" : "a choice of words",
               use->need == NEED_NUMBER ? "number" : "length of time");
}

/* --- Differences --- */

static double literal_bound(const struct value *value, bool least)
{
  if (value->kind == VALUE_NUMBER) {
    return !value->has_range ? value->number
           : least           ? value->number_from
                             : value->number_to;
  }
  const struct duration *length = !value->has_range ? &value->duration
                                  : least           ? &value->duration_from
                                                    : &value->duration_to;
  return duration_number(length) * (duration_in_breaths(length)
                                        ? duration_unit_seconds(UNIT_BREATHS)
                                        : 1);
}

/* The least or the most that a part can be, in seconds or as a number; false
   when that shows only where it stands. */
static bool find_bound(const struct routine *routine,
                       const struct quantity *part, bool least, double *bound)
{
  const struct value *value =
      part->value ? find_value(routine, part->value) : NULL;
  if (part->is_round || (part->value && !value) ||
      (value && value->kind != VALUE_NUMBER && value->duration.count == 0)) {
    return false;
  }
  *bound = (value ? literal_bound(value, least) : part->number) *
           duration_unit_seconds(part->unit);
  return true;
}

static void check_difference(struct load *load, const struct routine *routine,
                             const struct duration *amount)
{
  double sum = 0;
  for (size_t i = 0; i < amount->count; i++) {
    const struct quantity *part = &amount->parts[i];
    double bound;
    if (!find_bound(routine, part, !part->minus, &bound)) {
      return;
    }
    sum += part->minus ? -bound : bound;
  }
  if (sum <= 0) {
    report_error(load->diagnostics, amount->where,
                 QUOTED " can come to nothing or less, as far as its values "
                        "can go. Take less away, or narrow their ranges.",
                 QUOTE(amount->where));
  }
}

static void check_differences(struct load *load, const struct load_file *file)
{
  for (const struct difference *difference = file->result.differences;
       difference; difference = difference->next) {
    check_difference(load, file->result.routine, &difference->amount);
  }
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

/* A value whose line was wrong has had its error. */
static void check_unknown(struct load *load, const struct load_file *file,
                          const struct value_use *use)
{
  if (!parse_result_failed(&file->result, use->folded)) {
    refuse_unknown(load, file->result.routine, use);
  }
}

static void check_values(struct load *load, const struct load_file *file)
{
  const struct routine *routine = file->result.routine;
  for (const struct value_use *use = file->result.uses; use; use = use->next) {
    const struct value *value = find_value(routine, use->folded);
    if (value) {
      check_use(load, value, use);
    } else {
      check_unknown(load, file, use);
    }
  }
}

void resolve_values(struct load *load)
{
  for (size_t i = 0; i < load->count; i++) {
    check_values(load, &load->files[i]);
    check_differences(load, &load->files[i]);
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
