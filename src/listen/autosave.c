/* Keeps the memory of a session up to date. */

#include "listen/autosave.h"

#include "base/frames.h"
#include "memory/history.h"

#include <time.h>

/* Between two places of one step. */
#define OFTEN (10 * (int64_t)FRAME_RATE)

void remember_init(struct remember *remember, const struct player *player,
                   struct journal *journal, struct place_record *record)
{
  *remember = (struct remember){
      .player = player,
      .journal = journal,
      .record = *record,
      .earlier_frames = record->played_frames,
      .volume = -1,
  };
  *record = (struct place_record){0};
  if (remember->record.routine) {
    routine_remember(remember->record.routine);
  }
}

/* A place that cannot be written is lost, but not the session. */
static void write_place(struct remember *remember,
                        const struct player_view *view)
{
  struct place_record *record = &remember->record;
  if (place_capture(record, view->plan, view->frame) != STATUS_OK) {
    return;
  }
  record->speed = view->speed;
  record->played_frames = remember->earlier_frames + view->played_frames;
  record->saved_at = (int64_t)time(NULL);
  journal_write(remember->journal, record);
  remember->written = true;
  remember->step = view->step;
  remember->state = view->state;
  remember->played_frames = view->played_frames;
}

static void look(void *context)
{
  struct remember *remember = context;
  struct player_view now;
  player_view(remember->player, &now);
  const struct player_view *view = &now;
  if (remember->volume >= 0 && remember->volume != view->volume) {
    volume_remember(view->volume);
  }
  remember->volume = view->volume;
  if (view->state == PLAYER_ENDED) {
    if (!remember->ended) {
      journal_forget(remember->journal);
    }
    remember->ended = true;
  } else if (!remember->written || view->step != remember->step ||
             view->state != remember->state ||
             view->played_frames - remember->played_frames >= OFTEN) {
    write_place(remember, view);
  }
}

void remember_join(struct remember *remember, struct loop *loop)
{
  loop_invite(loop, (struct loop_guest){.context = remember, .look = look});
}

void remember_finish(struct remember *remember)
{
  struct player_view view;
  player_view(remember->player, &view);
  const struct history_entry entry = {
      .title = view.plan->title,
      .finished = remember->ended,
      .step = (int)view.step + 1,
      .step_count = (int)view.plan->step_count,
      .played_frames = remember->earlier_frames + view.played_frames,
  };
  /* Without a home there is no history, and no place either. */
  history_add(&entry, &remember->record.noted);
  if (!remember->ended) {
    write_place(remember, &view);
  }
  journal_destroy(remember->journal);
  place_record_finish(&remember->record);
}
