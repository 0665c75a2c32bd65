/* What is spoken, as text with times. */

#ifndef SUPINE_RENDER_CAPTIONS_H
#define SUPINE_RENDER_CAPTIONS_H

#include "base/status.h"
#include "plan/plan.h"

/* Writes every spoken sentence, and the words that a tone stands for, from
   their first sound to their last, to the millisecond (LRC: the hundredth). The
   file's ending says how: vtt (WebVTT), srt (SubRip) or lrc.
   Possible errors: STATUS_UNSUPPORTED (the ending), STATUS_WRITE_FAILED,
   STATUS_DISK_FULL, STATUS_NO_MEMORY. */
enum status captions_write(const struct plan *plan, const char *title,
                           const char *path);

/* True when the path ends in one of the three. */
bool captions_can_write(const char *path);

#endif
