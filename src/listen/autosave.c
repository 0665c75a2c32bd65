/* Keeps the memory of a session up to date. */

#include "listen/autosave.h"

#include "base/frames.h"
#include "memory/history.h"
#include "memory/last_used.h"

#include <time.h>

/* Between two places of one step. */
#define OFTEN (10 * (int64_t)FRAME_RATE)

void autosave_init(struct autosave *autosave,
                   const struct player_context *player,
                   struct saved_place *place, struct place_record *record)
{
  *autosave = (struct autosave){
      .player = player,
      .place = place,
      .record = *record,
      .earlier_frames = record->played_frames,
      .volume = -1,
  };
  *record = (struct place_record){0};
  if (autosave->record.routine) {
    last_used_set_routine(autosave->record.routine);
  }
}

/* A place that cannot be written is lost, but not the session. */
static void write_place(struct autosave *autosave,
                        const struct player_view *view)
{
  struct place_record *record = &autosave->record;
  if (place_capture(record, view->plan, view->frame) != STATUS_OK) {
    return;
  }
  record->speed = view->speed;
  record->played_frames = autosave->earlier_frames + view->played_frames;
  record->saved_at = (int64_t)time(NULL);
  saved_place_write(autosave->place, record);
  autosave->written = true;
  autosave->step = view->step;
  autosave->state = view->state;
  autosave->played_frames = view->played_frames;
}

static void look(void *context)
{
  struct autosave *autosave = context;
  struct player_view now;
  player_context_view(autosave->player, &now);
  const struct player_view *view = &now;
  if (autosave->volume >= 0 && autosave->volume != view->volume) {
    last_used_set_volume(view->volume);
  }
  autosave->volume = view->volume;
  if (view->state == PLAYER_ENDED) {
    if (!autosave->ended) {
      saved_place_forget(autosave->place);
    }
    autosave->ended = true;
  } else if (!autosave->written || view->step != autosave->step ||
             view->state != autosave->state ||
             view->played_frames - autosave->played_frames >= OFTEN) {
    write_place(autosave, view);
  }
}

void autosave_join(struct autosave *autosave, struct loop *loop)
{
  loop_invite(loop, (struct loop_guest){.context = autosave, .look = look});
}

void autosave_finish(struct autosave *autosave)
{
  struct player_view view;
  player_context_view(autosave->player, &view);
  const struct history_entry entry = {
      .title = view.plan->title,
      .finished = autosave->ended,
      .step = (int)view.step + 1,
      .step_count = (int)view.plan->step_count,
      .played_frames = autosave->earlier_frames + view.played_frames,
  };
  /* Without a home there is no history, and no place either. */
  history_add(&entry, &autosave->record.noted);
  if (!autosave->ended) {
    write_place(autosave, &view);
  }
  saved_place_destroy(autosave->place);
  place_record_finish(&autosave->record);
}
