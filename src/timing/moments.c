/* Statements that sound or wait once: speech, sounds and silence. */

#include "timing/lengths.h"
#include "timing/unroll.h"

#include <math.h>

static const struct location nowhere;

/* --- Speech and sounds --- */

static enum status add_sentences(struct unroll *unroll, enum item_kind kind,
                                 enum event_kind event,
                                 const struct statement *statement,
                                 const struct sounds *sounds)
{
  enum status status = STATUS_OK;
  for (size_t i = 0; i < sounds->count && status == STATUS_OK; i++) {
    struct item item = unroll_make_item(unroll, kind, event, statement);
    item.sound = sounds->items[i];
    item.place.sentence = (uint32_t)i;
    status = unroll_add_item(unroll, &item);
  }
  return status;
}

enum status unroll_say(struct unroll *unroll, const struct statement *say)
{
  struct sounds sounds;
  narrator_hint_at_words(&unroll->narrator, &say->say.words);
  enum status status =
      narrator_speak_words(&unroll->narrator, &say->say.words, &sounds);
  if (status == STATUS_OK) {
    status = unroll_announce_pending(unroll, say);
  }
  return status == STATUS_OK
             ? add_sentences(unroll, ITEM_SPEECH, EVENT_SAY, say, &sounds)
             : status;
}

enum status unroll_explain(struct unroll *unroll,
                           const struct statement *explain)
{
  const enum explain_mode mode = unroll->options->explain;
  const bool again = hash_counts_add(&unroll->log->seen,
                                     unroll_key(SEEN_EXPLAIN, explain)) > 0;
  const bool skipped = mode == EXPLAIN_NEVER || (mode == EXPLAIN_ONCE && again);
  struct sounds sounds;
  narrator_hint_at_words(&unroll->narrator, &explain->say.words);
  enum status status =
      narrator_speak_words(&unroll->narrator, &explain->say.words, &sounds);
  if (status == STATUS_OK && !skipped) {
    status = unroll_announce_pending(unroll, explain);
  }
  if (status != STATUS_OK) {
    return status;
  }
  return add_sentences(unroll, skipped ? ITEM_SKIPPED : ITEM_SPEECH,
                       EVENT_EXPLAIN, explain, &sounds);
}

/* Takes no time and begins nothing. After a `do` it belongs to what follows. */
enum status unroll_describe(struct unroll *unroll,
                            const struct statement *describe)
{
  struct item item =
      unroll_make_item(unroll, ITEM_DESCRIBED, EVENT_EXPLAIN, describe);
  enum status status = narrator_speak_words(
      &unroll->narrator, &describe->say.words, &item.described);
  if (status == STATUS_OK) {
    status = unroll_count_cues(unroll, item.described.count, item.where);
  }
  if (unroll->log->pending.resumed_step != NO_STEP) {
    item.step = (uint32_t)unroll->items->step_count;
  }
  return status == STATUS_OK ? unroll_add_item(unroll, &item) : status;
}

enum status unroll_find_chime(struct unroll *unroll,
                              const struct statement *chime,
                              struct sound *sound)
{
  const char *name = chime->chime.name;
  const enum status status =
      narrator_find_sound(&unroll->narrator, name ? name : "interval bell",
                          name ? chime->where : nowhere, sound);
  sound->soft = chime->chime.soft;
  return status;
}

enum status unroll_chime(struct unroll *unroll, const struct statement *chime)
{
  struct item item = unroll_make_item(unroll, ITEM_STRIKE, EVENT_CHIME, chime);
  enum status status = unroll_find_chime(unroll, chime, &item.sound);
  if (status == STATUS_OK) {
    status = unroll_announce_pending(unroll, chime);
  }
  item.step = unroll->log->pending.step;
  return status == STATUS_OK ? unroll_add_item(unroll, &item) : status;
}

enum status unroll_sound(struct unroll *unroll, const struct statement *sound)
{
  struct item item = unroll_make_item(unroll, ITEM_SOUND, EVENT_SOUND, sound);
  enum status status = narrator_find_sound(&unroll->narrator, sound->sound.name,
                                           sound->where, &item.sound);
  if (status == STATUS_OK) {
    status = unroll_announce_pending(unroll, sound);
  }
  item.step = unroll->log->pending.step;
  return status == STATUS_OK ? unroll_add_item(unroll, &item) : status;
}

/* Linear: -6 dB and -12 dB below full. */
static float bed_gain(enum bed_level level)
{
  switch (level) {
  case BED_FULL:
    return 1.0F;
  case BED_SOFT:
    return 0.5F;
  case BED_QUIET:
    break;
  }
  return 0.25F;
}

enum status unroll_background(struct unroll *unroll,
                              const struct statement *background)
{
  if (unroll->options->background) {
    return STATUS_OK;
  }
  const char *name = background->background.name;
  struct item item =
      unroll_make_item(unroll, ITEM_BED, EVENT_BACKGROUND, background);
  item.sound.text = "off";
  if (name) {
    item.bed.gain = bed_gain(background->background.level);
    const enum status status = narrator_find_sound(
        &unroll->narrator, name, background->where, &item.sound);
    if (status != STATUS_OK) {
      return status;
    }
  }
  return unroll_add_item(unroll, &item);
}

/* --- Silence --- */

enum status unroll_pause(struct unroll *unroll, const struct statement *pause)
{
  struct stretch stretch;
  enum status status = scope_read_stretch(&unroll->narrator.scope,
                                          &pause->pause.duration, &stretch);
  if (status == STATUS_OK) {
    status = unroll_announce_pending(unroll, pause);
  }
  struct item item = unroll_make_item(unroll, ITEM_SILENCE, EVENT_PAUSE, pause);
  item.stretch = stretch;
  item.stretch.least =
      fmax(stretch.least, fmin(stretch.seconds, MOVING_SECONDS));
  return status == STATUS_OK ? unroll_add_item(unroll, &item) : status;
}

enum status unroll_wait(struct unroll *unroll, const struct statement *wait)
{
  struct stretch stretch = {.seconds = WAIT_SECONDS};
  const bool has_limit = wait->wait.limit.count > 0;
  enum status status = has_limit
                           ? scope_read_stretch(&unroll->narrator.scope,
                                                &wait->wait.limit, &stretch)
                           : STATUS_OK;
  if (status == STATUS_OK) {
    status = unroll_announce_pending(unroll, wait);
  }
  stretch.least = stretch.most = stretch.seconds;
  struct item item = unroll_make_item(unroll, ITEM_SILENCE, EVENT_WAIT, wait);
  item.stretch = stretch;
  item.wait.has_limit = has_limit;
  return status == STATUS_OK ? unroll_add_item(unroll, &item) : status;
}
