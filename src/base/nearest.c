/* Edit distance and the nearest word. */

#include "base/nearest.h"

#include "base/utf8.h"

#include <string.h>

#define LONGEST 63

/* The letters of a word in lower case; 0 when there are too many. */
static size_t spell(const char *bytes, size_t length, uint32_t letters[LONGEST])
{
  size_t count = 0;
  for (size_t at = 0; at < length; count++) {
    if (count == LONGEST) {
      return 0;
    }
    at += utf8_decode(bytes + at, length - at, &letters[count]);
    if (letters[count] >= 'A' && letters[count] <= 'Z') {
      letters[count] += 'a' - 'A';
    }
  }
  return count;
}

static size_t least(size_t a, size_t b)
{
  return a < b ? a : b;
}

/* The distance, or more than `most` if it is more: two rows that are all more
   let it grow no smaller. A swap of neighbours needs the row before the last,
   so three rows are kept. */
static size_t edit_distance(const uint32_t *one, size_t rows,
                            const uint32_t *other, size_t columns, size_t most)
{
  size_t costs[3][LONGEST + 1];
  size_t least_above = 0;
  for (size_t column = 0; column <= columns; column++) {
    costs[0][column] = column;
  }
  for (size_t row = 1; row <= rows; row++) {
    size_t *cost = costs[row % 3];
    const size_t *above = costs[(row + 2) % 3];
    const size_t *higher = costs[(row + 1) % 3];
    size_t least_here = row;
    cost[0] = row;
    for (size_t column = 1; column <= columns; column++) {
      const bool differs = one[row - 1] != other[column - 1];
      cost[column] = least(above[column - 1] + differs,
                           least(above[column], cost[column - 1]) + 1);
      if (row > 1 && column > 1 && one[row - 1] == other[column - 2] &&
          one[row - 2] == other[column - 1]) {
        cost[column] = least(cost[column], higher[column - 2] + 1);
      }
      least_here = least(least_here, cost[column]);
    }
    if (least_here > most && least_above > most) {
      return most + 1;
    }
    least_above = least_here;
  }
  return costs[rows % 3][columns];
}

bool nearest_consider(struct nearest *search, const char *candidate)
{
  uint32_t typed[LONGEST];
  uint32_t letters[LONGEST];
  const size_t length = search->length ? search->length : strlen(search->typed);
  const size_t rows = spell(search->typed, length, typed);
  const size_t columns = spell(candidate, strlen(candidate), letters);
  if (rows == 0 || columns == 0) {
    return false;
  }
  const size_t allowed = rows / 3 > 1 ? rows / 3 : 1;
  if (rows > columns + allowed || columns > rows + allowed) {
    return false; /* each letter more is an edit */
  }
  const size_t distance = edit_distance(typed, rows, letters, columns, allowed);
  const bool shares_start = typed[0] == letters[0];
  const bool nearer =
      !search->nearest || distance < search->distance ||
      (distance == search->distance && shares_start && !search->shares_start);
  if (distance > allowed || !nearer) {
    return false;
  }
  search->nearest = candidate;
  search->distance = distance;
  search->shares_start = shares_start;
  return true;
}
