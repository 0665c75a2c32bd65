/* A place in a session, apart from its plan: written down when a session
   stops, and found again in the plan that is made when it goes on. */

#ifndef SUPINE_MEMORY_PLACE_H
#define SUPINE_MEMORY_PLACE_H

#include "base/text.h"
#include "plan/plan.h"

#include <stdbool.h>

/* What a file of the state folder says. Strings are owned; NULL is "". */
struct place_record {
  char *routine; /* path, absolute */
  char *title;
  char *noted;    /* the line of the history that tells of it; NULL: none */
  char **options; /* of the session, as they were typed */
  size_t option_count;
  int speed; /* that the speed keys chose; 0: none */
  int step;  /* from 1 */
  int step_count;
  char *step_name;
  enum side side;
  int round;
  enum event_kind kind; /* of the event that the session stood in */
  bool spoken;
  char *text;
  char *file;
  uint32_t line; /* 0: before the first place */
  uint64_t pass;
  uint32_t sentence;
  uint32_t before; /* events like this one that come earlier */
  int64_t event_frames;
  int64_t offset_frames; /* into the event */
  int64_t left_frames;   /* of the session */
  int64_t played_frames; /* so far, over every sitting */
  int64_t saved_at;      /* seconds since 1970 */
};

void place_record_finish(struct place_record *record);

/* Notes where in `plan` the session stands; what it says of the session itself
   is left as it is.
   Possible errors: STATUS_NO_MEMORY. */
enum status place_capture(struct place_record *record, const struct plan *plan,
                          int64_t frame);

/* The frame of `plan` that is the place; where it is gone, the start of its
   step, with `*exact` false. */
int64_t place_find(const struct place_record *record, const struct plan *plan,
                   bool *exact);

/* The record as JSON, and back again; lines as the first edition wrote them
   are read too.
   Possible errors: STATUS_READ_FAILED (it is no record), STATUS_NO_MEMORY. */
enum status place_write(const struct place_record *record, struct text *out);
enum status place_read(const char *text, struct place_record *record);

#endif
