/* What is remembered between runs: the place in each unfinished session, the
   history of sessions, the volume. All of it lies in the state folder. */

#ifndef SUPINE_MEMORY_SAVED_PLACES_H
#define SUPINE_MEMORY_SAVED_PLACES_H

#include "memory/place.h"

/* One session's place. As long as it is open nobody else writes there: two
   players of the same routine have a place each. */
struct journal;

/* Opens a place for a session that begins. An unfinished session of the same
   routine that nobody plays is forgotten with the first place that is written.

   routine  absolute path, borrowed for the call

   Possible errors: STATUS_NOT_FOUND (no home), STATUS_WRITE_FAILED,
   STATUS_DISK_FULL, STATUS_NO_MEMORY. */
enum status journal_create(const char *routine, struct journal **journal);

/* Opens the place that was written last among those that nobody plays, one
   whose routine is gone only where there is no other, and reads it; the caller
   finishes the record. Possible errors: STATUS_NOT_FOUND (there is none), and
   those above. */
enum status journal_resume(struct journal **journal,
                           struct place_record *record);

/* Leaves the place as it was last written; NULL is fine, here and below. */
void journal_destroy(struct journal *journal);

/* Writes the place, whole or not at all.
   Possible errors: STATUS_WRITE_FAILED, STATUS_DISK_FULL, STATUS_NO_MEMORY. */
enum status journal_write(struct journal *journal,
                          const struct place_record *record);

/* The session is finished: there is no place to go on from. */
void journal_forget(struct journal *journal);

/* Every unfinished session that nobody plays, the latest first; released by
   journal_list_free().
   Possible errors: STATUS_NO_MEMORY. */
enum status journal_list(struct place_record **records, size_t *count);
void journal_list_free(struct place_record *records, size_t count);

#endif
