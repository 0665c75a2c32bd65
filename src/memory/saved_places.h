/* The place in each unfinished session, a file each in the state folder. */

#ifndef SUPINE_MEMORY_SAVED_PLACES_H
#define SUPINE_MEMORY_SAVED_PLACES_H

#include "memory/place.h"

/* One session's place. As long as it is open nobody else writes there: two
   players of the same routine have a place each. */
struct saved_place;

/* Opens a place for a session that begins. An unfinished session of the same
   routine that nobody plays is forgotten with the first place that is written.

   routine  absolute path, borrowed for the call

   Possible errors: STATUS_NOT_FOUND (no home), STATUS_WRITE_FAILED,
   STATUS_DISK_FULL, STATUS_NO_MEMORY. */
enum status saved_place_create(const char *routine, struct saved_place **place);

/* Opens the place that was written last among those that nobody plays, one
   whose routine is gone only where there is no other, and reads it; the caller
   finishes the record. Possible errors: STATUS_NOT_FOUND (there is none), and
   those above. */
enum status saved_place_resume(struct saved_place **place,
                               struct place_record *record);

/* Leaves the place as it was last written; NULL is fine, here and below. */
void saved_place_destroy(struct saved_place *place);

/* Writes the place, whole or not at all.
   Possible errors: STATUS_WRITE_FAILED, STATUS_DISK_FULL, STATUS_NO_MEMORY. */
enum status saved_place_write(struct saved_place *place,
                              const struct place_record *record);

/* The session is finished: there is no place to go on from. */
void saved_place_forget(struct saved_place *place);

/* Every unfinished session that nobody plays, the latest first; released by
   saved_places_free().
   Possible errors: STATUS_NO_MEMORY. */
enum status saved_places_list(struct place_record **records, size_t *count);
void saved_places_free(struct place_record *records, size_t count);

#endif
