/* The sentence of each status. */

#include "base/status.h"

const char *status_text(enum status status)
{
  switch (status) {
  case STATUS_OK:
    return "All is well.";
  case STATUS_NO_MEMORY:
    return "There is not enough memory.";
  case STATUS_BAD_ARGUMENT:
    return "That is not a value this can take.";
  case STATUS_NOT_FOUND:
    return "There is nothing of that name.";
  case STATUS_READ_FAILED:
    return "The file cannot be read.";
  case STATUS_WRITE_FAILED:
    return "The file cannot be written.";
  case STATUS_DISK_FULL:
    return "The disk is full.";
  case STATUS_TOO_LARGE:
    return "The file is too large: a routine has at most 1 MiB of text, a "
           "sound at most two hours.";
  case STATUS_BAD_ROUTINE:
    return "The routine has errors.";
  case STATUS_FIT_OUT_OF_REACH:
    return "The routine cannot be fitted to that length.";
  case STATUS_BAD_SOUND:
    return "The sound file cannot be decoded.";
  case STATUS_EMPTY_SOUND:
    return "There is no sound in the file.";
  case STATUS_FOREIGN_SOUND:
    return "Supine cannot play sound files of this kind.";
  case STATUS_NO_VOICE:
    return "There is no such voice.";
  case STATUS_NO_LANGUAGE:
    return "There is no voice for that language.";
  case STATUS_VOICE_FAILED:
    return "The speech engine cannot speak this.";
  case STATUS_VOICE_GONE:
    return "The speech engine does not start. Install espeak-ng-data anew.";
  case STATUS_NO_DEVICE:
    return "There is no sound device.";
  case STATUS_UNSUPPORTED:
    return "This is not supported here.";
  case STATUS_INTERRUPTED:
    return "It was interrupted.";
  }
  return "Something unknown went wrong.";
}
