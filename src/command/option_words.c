/* Session options as they would be typed. */

#include "base/frames.h"
#include "base/text.h"
#include "base/vector.h"
#include "command/options.h"

#include <inttypes.h>
#include <stdlib.h>

struct word_list {
  char **items;
  size_t count;
  size_t capacity;
};

/* Takes the text over. */
static void add(struct word_list *words, struct text *text)
{
  char *word = text_take(text);
  if (!word) {
    return;
  }
  if (!vector_reserve(&words->items, words->count, &words->capacity,
                      sizeof(*words->items))) {
    free(word);
    return;
  }
  words->items[words->count++] = word;
}

static void add_text(struct word_list *words, const char *name,
                     const char *value)
{
  struct text text = {0};
  text_append(&text, name);
  if (value) {
    text_append_format(&text, "=%s", value);
  }
  add(words, &text);
}

static void add_number(struct word_list *words, const char *name, int value)
{
  struct text text = {0};
  text_append_format(&text, "%s=%d", name, value);
  add(words, &text);
}

static void add_settings(struct word_list *words,
                         const struct plan_options *plan)
{
  for (size_t i = 0; i < plan->setting_count; i++) {
    struct text text = {0};
    text_append_format(&text, "--set=%s=%s", plan->settings[i].name,
                       plan->settings[i].value);
    add(words, &text);
  }
}

/* In three parts, since a number has nine digits at most. */
static void add_fit(struct word_list *words, int64_t frames)
{
  const int64_t hour = (int64_t)FRAME_RATE * 3600;
  const int64_t minute = (int64_t)FRAME_RATE * 60;
  struct text text = {0};
  text_append_format(&text,
                     "--fit=%" PRId64 " hours %" PRId64 " minutes %.6f seconds",
                     frames / hour, frames % hour / minute,
                     seconds_from_frames(frames % minute));
  add(words, &text);
}

void session_options_words(const struct session_options *options, char ***words,
                           size_t *count)
{
  const struct plan_options *plan = &options->plan;
  struct word_list made = {0};
  add_settings(&made, plan);
  if (plan->fit_frames > 0) {
    add_fit(&made, plan->fit_frames);
  }
  if (plan->voice) {
    add_text(&made, "--voice", plan->voice);
  }
  if (plan->background) {
    add_text(&made, "--background", plan->background);
  }
  if (plan->speed > 0) {
    add_number(&made, "--speed", plan->speed);
  }
  if (plan->countdown >= 0) {
    add_number(&made, "--countdown", plan->countdown);
  }
  if (plan->explain != EXPLAIN_ONCE) {
    add_text(&made, plan->explain == EXPLAIN_NEVER ? "--brief" : "--full",
             NULL);
  }
  if (plan->no_cues) {
    add_text(&made, "--no-cues", NULL);
  }
  if (options->mixer.mono) {
    add_text(&made, "--mono", NULL);
  }
  if (options->mixer.breath == BREATH_NOISE) {
    add_text(&made, "--breath-noise", NULL);
  }
  *words = made.items;
  *count = made.count;
}
