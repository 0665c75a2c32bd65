/* What the player says: one answer at a time, the newest first, errors to
   their end. */

#include "player/inside.h"

#include <stdarg.h>
#include <stdio.h>

/* Between the sentences of one answer: what a routine has between its own. */
#define SENTENCE_GAP SECOND

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
  if (busy && player->answer.rank > answer->rank) {
    if (answer->rank != ANSWER_SOFT) {
      player->queued = *answer;
    }
    return;
  }
  if (busy && answer->rank == ANSWER_SOFT) {
    return;
  }
  player->answer = *answer;
  motion_settle(player);
  send_part(player);
}

void answer_text(struct player *player, enum answer_rank rank, float gain,
                 const char *text)
{
  motion_hush(player);
  lines_say(player,
            rank == ANSWER_TROUBLE ? PLAYER_LINE_TROUBLE : PLAYER_LINE_ANSWER,
            text);
  const struct utterance utterance = {
      .text = text,
      .language = player->plan->language,
      .voice = player->options.voice,
      .speed = player->speed ? player->speed : player->options.speed,
      .pitch = player->options.pitch,
      .volume = 100,
  };
  struct answer answer = {.rank = rank, .count = 1};
  const struct clip_source *clips = &player->services.clips;
  if (clips->speak(clips->context, &utterance, &answer.parts[0].clip) !=
      STATUS_OK) {
    return;
  }
  answer.parts[0].gain = gain;
  answer_begin(player, &answer);
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
  const struct mix_message hush = {.kind = MIX_HUSH};
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

void answer_poll(struct player *player)
{
  const struct answer *answer = &player->answer;
  if (answer->count == 0 || !player_applied(player, player->answer_message) ||
      player->mix.answering) {
    return;
  }
  if (answer->hushed) {
    finish_answer(player);
    return;
  }
  const int64_t now = player->mix.rendered_frames;
  const bool more = answer->next < answer->count;
  if (player->answer_rest_until == 0) {
    player->answer_rest_until = now + (more ? SENTENCE_GAP : RELEASE_GAP);
  } else if (now >= player->answer_rest_until) {
    more ? send_part(player) : finish_answer(player);
  }
}
