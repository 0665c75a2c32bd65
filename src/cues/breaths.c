/* Paced breathing as tones and words. */

#include "cues/breaths.h"

/* One part of a breath. */
struct phase {
  enum event_kind kind;
  double seconds;
  const char *words;
  const char *brief;
};

static size_t list_phases(const struct breath *breath,
                          const struct phrases *phrases,
                          struct phase phases[BREATH_PHASES_MAX])
{
  size_t count = 0;
  phases[count++] =
      (struct phase){EVENT_BREATH_IN, breath->in,
                     phrase(phrases, "Breathe in."), phrase(phrases, "In.")};
  if (breath->in_again > 0) {
    phases[count++] = (struct phase){EVENT_BREATH_IN, breath->in_again,
                                     phrase(phrases, "In."), NULL};
  }
  if (breath->hold_in > 0) {
    phases[count++] = (struct phase){EVENT_BREATH_HOLD, breath->hold_in,
                                     phrase(phrases, "Hold."), NULL};
  }
  phases[count++] =
      (struct phase){EVENT_BREATH_OUT, breath->out,
                     phrase(phrases, "Breathe out."), phrase(phrases, "Out.")};
  if (breath->hold_out > 0) {
    phases[count++] = (struct phase){EVENT_BREATH_HOLD, breath->hold_out,
                                     phrase(phrases, "Hold."), NULL};
  }
  return count;
}

/* In full, else in short, else nothing: the tone says it too. */
static enum status phase_word(const struct narrator *narrator,
                              const struct item *item,
                              const struct phase *phase, struct sound *word)
{
  const int64_t frames = frames_from_seconds(phase->seconds);
  enum status status =
      narrator_speak(narrator, phase->words, item->where, word);
  if (status == STATUS_OK && word->clip && word->clip->frames > frames &&
      phase->brief) {
    status = narrator_speak(narrator, phase->brief, item->where, word);
  }
  if (status == STATUS_OK && word->clip && word->clip->frames > frames) {
    word->clip = NULL;
  }
  return status;
}

/* When a breath begins, in seconds after the first: what those before it take,
   whose lengths grow in equal steps. */
static double begin_of(const struct breathing *breathing, int64_t index,
                       int64_t count)
{
  const double first = breath_cycle(&breathing->first);
  const double growth = breath_cycle(&breathing->last) - first;
  return count > 1
             ? (double)index * first + growth * (double)(index * (index - 1)) /
                                           (double)(2 * (count - 1))
             : 0;
}

/* One breath, with words over it if `words` is not NULL. */
static enum status gather_breath(const struct narrator *narrator,
                                 const struct item *item,
                                 const struct breath *breath, double at,
                                 struct events *events,
                                 struct breath_word *words, size_t *word_count)
{
  struct phase phases[BREATH_PHASES_MAX];
  const size_t count = list_phases(breath, narrator->speech->phrases, phases);
  enum status status = STATUS_OK;
  for (size_t i = 0; i < count && status == STATUS_OK; i++) {
    const int64_t begin = frames_from_seconds(at);
    at += phases[i].seconds;
    const struct event event = event_from_item(
        item, phases[i].kind, item->start_frame + begin,
        frames_from_seconds(at) - begin, &(struct sound){.text = ""});
    struct sound word = {0};
    status = words ? phase_word(narrator, item, &phases[i], &word) : STATUS_OK;
    if (status == STATUS_OK) {
      status = events_add(events, &event);
    }
    if (status == STATUS_OK && word.clip) {
      words[(*word_count)++] =
          (struct breath_word){.start_frame = event.start_frame, .sound = word};
    }
  }
  return status;
}

enum status breaths_gather(const struct narrator *narrator,
                           const struct item *item,
                           const struct breathing *breathing, int64_t count,
                           struct events *events,
                           struct breath_word words[static BREATH_WORDS_MAX],
                           size_t *word_count)
{
  const int64_t spoken = narrator->options->no_cues ? 0 : BREATHS_WITH_WORDS;
  enum status status = STATUS_OK;
  *word_count = 0;
  for (int64_t i = 0; i < count && status == STATUS_OK; i++) {
    const double share = count > 1 ? (double)i / (double)(count - 1) : 0.5;
    const struct breath breath = breathing_at(breathing, share);
    status =
        gather_breath(narrator, item, &breath, begin_of(breathing, i, count),
                      events, i < spoken ? words : NULL, word_count);
  }
  return status;
}
