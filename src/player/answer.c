/* What the player says: one answer at a time, the newest first, errors to
   their end. */

#include "player/inside.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Between the sentences of one answer: those of a routine as in the routine,
   the player's own as an engine parts them. */
#define SENTENCE_GAP SECOND
#define OWN_GAP (2 * SECOND / 5)

/* After an answer, before the session goes on: the two must not run together.
 */
#define RELEASE_GAP (3 * SECOND / 10)

/* Reminders that nobody asked for are said at half the level. */
#define SOFT_GAIN 0.5f

static void send_part(struct player *player)
{
  struct answer *answer = &player->answer;
  const struct answer_part *part = &answer->parts[answer->next++];
  const struct mix_message message = {
      .kind = MIX_ANSWER, .clip = part->clip, .gain = part->gain};
  player_send(player, &message);
  player->answer_message = mixer_messages_sent(player->services.mixer);
  player->answer_rest_until = 0;
}

void answer_begin(struct player *player, const struct answer *answer)
{
  const bool busy = player->answer.count > 0;
  if (busy && answer->rank == ANSWER_SOFT) {
    return;
  }
  if (busy && player->answer.rank == ANSWER_TROUBLE) {
    if (player->queued.count == 0 || player->queued.rank <= answer->rank) {
      player->queued = *answer;
    }
    return;
  }
  player->answer = *answer;
  motion_settle(player);
  send_part(player);
}

/* The bytes of the first sentence, its end and what parts it from the next
   among them. */
static size_t first_sentence(const char *text)
{
  static const char *const ends[] = {". ", "! ", "? ", "\u0964 "};
  size_t first = strlen(text);
  for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
    const char *end = strstr(text, ends[i]);
    const size_t length = end ? (size_t)(end - text) + strlen(ends[i]) : first;
    first = length < first ? length : first;
  }
  return first;
}

void answer_prepare(struct player *player)
{
  const struct clip_source *clips = &player->services.clips;
  if (clips->sound(clips->context, "tick", NULL, &player->tick) != STATUS_OK) {
    player->tick = NULL;
  }
}

const struct clip *answer_speak(struct player *player, const char *text)
{
  const struct utterance utterance = {
      .text = text,
      .language = player->plan->language,
      .voice = player->options.voice,
      .speed = player->speed ? player->speed : player->options.speed,
      .pitch = player->options.pitch,
      .volume = 100,
  };
  const struct clip_source *clips = &player->services.clips;
  const struct clip *clip = NULL;
  if (clips->speak(clips->context, &utterance, &clip) == STATUS_OK) {
    player->voiceless = false;
    return clip;
  }
  if (!player->voiceless) {
    player->voiceless = true;
    lines_say(player, PLAYER_LINE_TROUBLE,
              phrase(player->phrases,
                     "The voice does not answer. A tick stands for it."));
  }
  return player->tick;
}

/* Makes the next sentence of the rest a part of its own. */
static void speak_next(struct player *player, struct answer *answer)
{
  char sentence[ANSWER_BYTES];
  const size_t length = first_sentence(answer->rest);
  memcpy(sentence, answer->rest, length);
  sentence[length] = '\0';
  memmove(answer->rest, answer->rest + length,
          strlen(answer->rest + length) + 1);
  const struct clip *clip =
      answer->count < ANSWER_PARTS ? answer_speak(player, sentence) : NULL;
  if (clip) {
    answer->parts[answer->count++] =
        (struct answer_part){.clip = clip, .gain = answer->gain};
  }
}

void answer_text(struct player *player, enum answer_rank rank, float gain,
                 const char *text)
{
  motion_hush(player);
  lines_say(player,
            rank == ANSWER_TROUBLE ? PLAYER_LINE_TROUBLE : PLAYER_LINE_ANSWER,
            text);
  struct answer answer = {.rank = rank, .gain = gain};
  snprintf(answer.rest, sizeof(answer.rest), "%s", text);
  while (answer.count == 0 && answer.rest[0]) {
    speak_next(player, &answer);
  }
  if (answer.count > 0) {
    answer_begin(player, &answer);
  } else {
    motion_settle(player);
  }
}

void answer_say(struct player *player, enum answer_rank rank,
                const char *format, ...)
{
  char text[512];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof(text), format, arguments);
  va_end(arguments);
  answer_text(player, rank, rank == ANSWER_SOFT ? SOFT_GAIN : 1.0f, text);
}

void answer_drop(struct player *player)
{
  if (player->answer.count == 0 || player->answer.rank == ANSWER_TROUBLE) {
    return;
  }
  const struct mix_message hush = {.kind = MIX_CANCEL};
  player_send(player, &hush);
  player->answer_message = mixer_messages_sent(player->services.mixer);
  player->answer.hushed = true;
}

static void finish_answer(struct player *player)
{
  player->answer.count = 0;
  if (player->queued.count > 0) {
    const struct answer queued = player->queued;
    player->queued.count = 0;
    answer_begin(player, &queued);
  }
  motion_settle(player);
}

/* Nothing sounds now, so that making the next sentence delays no key's
   silence. */
static void rest_after_part(struct player *player)
{
  struct answer *answer = &player->answer;
  int64_t gap = SENTENCE_GAP;
  while (answer->next == answer->count && answer->rest[0]) {
    speak_next(player, answer);
    gap = OWN_GAP;
  }
  if (answer->next == answer->count) {
    gap = RELEASE_GAP;
    /* Planning takes a second where there is much to say: better in this
       silence than between the listener's next key and its answer. */
    replace_settle(player);
  }
  player->answer_rest_until = player->mix.rendered_frames + gap;
}

void answer_poll(struct player *player)
{
  const struct answer *answer = &player->answer;
  if (answer->count == 0 || !player_applied(player, player->answer_message) ||
      player->mix.answering) {
    return;
  }
  if (answer->hushed) {
    finish_answer(player);
  } else if (player->answer_rest_until == 0) {
    rest_after_part(player);
  } else if (player->mix.rendered_frames >= player->answer_rest_until) {
    answer->next < answer->count ? send_part(player) : finish_answer(player);
  }
}
