/* Edit distance and the nearest word. */

#include "base/nearest.h"

#include <ctype.h>
#include <string.h>

#define LONGEST 63

static size_t least(size_t a, size_t b)
{
  return a < b ? a : b;
}

static int folded(const char *word, size_t index)
{
  return tolower((unsigned char)word[index]);
}

size_t edit_distance(const char *one, const char *other)
{
  const size_t rows = strnlen(one, LONGEST);
  const size_t columns = strnlen(other, LONGEST);
  size_t cost[LONGEST + 1][LONGEST + 1];
  for (size_t column = 0; column <= columns; column++) {
    cost[0][column] = column;
  }
  for (size_t row = 1; row <= rows; row++) {
    cost[row][0] = row;
    for (size_t column = 1; column <= columns; column++) {
      const int here = folded(one, row - 1);
      const int there = folded(other, column - 1);
      size_t best = cost[row - 1][column - 1] + (here != there);
      best = least(best, cost[row - 1][column] + 1);
      best = least(best, cost[row][column - 1] + 1);
      if (row > 1 && column > 1 && here == folded(other, column - 2) &&
          there == folded(one, row - 2)) {
        best = least(best, cost[row - 2][column - 2] + 1);
      }
      cost[row][column] = best;
    }
  }
  return cost[rows][columns];
}

void nearest_consider(struct nearest *search, const char *candidate)
{
  const size_t third = strlen(search->typed) / 3;
  const size_t distance = edit_distance(search->typed, candidate);
  if (distance <= (third > 1 ? third : 1) &&
      (!search->nearest || distance < search->distance)) {
    search->nearest = candidate;
    search->distance = distance;
  }
}
