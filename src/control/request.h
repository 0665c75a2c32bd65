/* What the listener can ask of a session, whichever way it is asked: keys,
   media buttons and the menu all become requests. */

#ifndef SUPINE_CONTROL_REQUEST_H
#define SUPINE_CONTROL_REQUEST_H

#include <stdint.h>

enum request_kind {
  REQUEST_TOGGLE, /* pause, go on; ends a wait */
  REQUEST_PLAY,
  REQUEST_PAUSE,
  REQUEST_NEXT,
  REQUEST_BACK,
  REQUEST_REPEAT,
  REQUEST_EXTEND,
  REQUEST_WHERE,
  REQUEST_LOUDER,
  REQUEST_SOFTER,
  REQUEST_BACKGROUND_LOUDER,
  REQUEST_BACKGROUND_SOFTER,
  REQUEST_FASTER,
  REQUEST_SLOWER,
  REQUEST_SLEEP,
  REQUEST_MORE,     /* the description of this movement */
  REQUEST_DESCRIBE, /* the key describer, on and off */
  REQUEST_MENU,
  REQUEST_QUIT, /* stop, keeping the place, and leave */
  REQUEST_STOP, /* stop, keeping the place, and stay reachable */
  REQUEST_UNKNOWN_KEY,
  REQUEST_SEEK_BY, /* `value` frames from where the session is */
  REQUEST_SEEK_TO, /* `value` frames into the current step */
  REQUEST_VOLUME,  /* `value` thousandths of the full scale; below 0 is 0 */
};

struct request {
  enum request_kind kind;
  int64_t value;
};

#endif
