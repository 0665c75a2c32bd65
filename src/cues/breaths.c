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
                          const struct phrases *phrases, struct phase phases[4])
{
  size_t count = 0;
  phases[count++] =
      (struct phase){EVENT_BREATH_IN, breath->in,
                     phrase(phrases, "Breathe in."), phrase(phrases, "In.")};
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

static enum status gather_words(const struct narrator *narrator,
                                const struct item *item,
                                const struct phase *phases, size_t phase_count,
                                struct sound sounds[4])
{
  enum status status = STATUS_OK;
  for (size_t i = 0; i < phase_count && status == STATUS_OK; i++) {
    status = phase_word(narrator, item, &phases[i], &sounds[i]);
  }
  return status;
}

enum status breaths_gather(const struct narrator *narrator,
                           const struct item *item, const struct breath *breath,
                           int64_t count, struct events *events,
                           struct breath_word words[static BREATH_WORDS_MAX],
                           size_t *word_count)
{
  struct phase phases[4];
  struct sound sounds[4];
  const size_t phase_count =
      list_phases(breath, narrator->speech->phrases, phases);
  const int64_t spoken = narrator->options->no_cues ? 0 : BREATHS_WITH_WORDS;
  enum status status =
      gather_words(narrator, item, phases, phase_count, sounds);
  *word_count = 0;
  for (int64_t i = 0; i < count && status == STATUS_OK; i++) {
    double at = (double)i * breath_cycle(breath);
    for (size_t j = 0; j < phase_count && status == STATUS_OK; j++) {
      const int64_t begin = frames_from_seconds(at);
      at += phases[j].seconds;
      struct event event = event_from_item(
          item, phases[j].kind, item->start_frame + begin,
          frames_from_seconds(at) - begin, &(struct sound){.text = ""});
      status = events_add(events, &event);
      if (i < spoken && sounds[j].clip) {
        words[(*word_count)++] = (struct breath_word){
            .start_frame = event.start_frame, .sound = sounds[j]};
      }
    }
  }
  return status;
}
