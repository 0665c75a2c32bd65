/* The two sides of a body. */

#ifndef SUPINE_BASE_SIDE_H
#define SUPINE_BASE_SIDE_H

enum side { SIDE_NONE, SIDE_LEFT, SIDE_RIGHT };

/* The opposite side; SIDE_NONE stays what it is. */
static inline enum side side_other(enum side side)
{
  switch (side) {
  case SIDE_LEFT:
    return SIDE_RIGHT;
  case SIDE_RIGHT:
    return SIDE_LEFT;
  case SIDE_NONE:
    break;
  }
  return SIDE_NONE;
}

#endif
