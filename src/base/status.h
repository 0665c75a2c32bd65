/* What can go wrong, as one enumeration with one sentence each. */

#ifndef SUPINE_BASE_STATUS_H
#define SUPINE_BASE_STATUS_H

/* Every function that can fail returns one of these; outputs are left as they
   were unless it is STATUS_OK. */
enum status {
  STATUS_OK,
  STATUS_NO_MEMORY,
  STATUS_BAD_ARGUMENT,
  STATUS_NOT_FOUND,
  STATUS_READ_FAILED,
  STATUS_WRITE_FAILED,
  STATUS_DISK_FULL,
  STATUS_TOO_LARGE,
  STATUS_BAD_ROUTINE, /* diagnostics have been reported */
  STATUS_FIT_OUT_OF_REACH,
  STATUS_BAD_SOUND,
  STATUS_EMPTY_SOUND,   /* no frame of it can be read */
  STATUS_FOREIGN_SOUND, /* of a kind that has to be converted first */
  STATUS_NO_VOICE,
  STATUS_NO_LANGUAGE,  /* no voice speaks it */
  STATUS_VOICE_FAILED, /* at this text */
  STATUS_VOICE_GONE,   /* it does not start */
  STATUS_NO_DEVICE,
  STATUS_UNSUPPORTED,
  STATUS_INTERRUPTED, /* by a signal */
};

/* A full English sentence for people, with its full stop. Static storage; any
   thread. An unknown value gets a sentence too. */
const char *status_text(enum status status);

#endif
