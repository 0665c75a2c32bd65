/* Durations as people type them outside a routine. */

#include "base/duration.h"

#include "base/frames.h"

#include <ctype.h>
#include <string.h>

#define LONGEST_SECONDS (24.0 * 60 * 60)

static const struct {
  const char *word;
  int seconds;
} units[] = {
    {"s", 1},       {"sec", 1},        {"second", 1},      {"seconds", 1},
    {"m", 60},      {"min", 60},       {"minute", 60},     {"minutes", 60},
    {"h", 60 * 60}, {"hour", 60 * 60}, {"hours", 60 * 60},
};

/* Reads "12" or "1.5", at most nine digits before the point. */
static const char *read_number(const char *text, double *number)
{
  const char *next = text;
  double scale = 1;
  *number = 0;
  for (; isdigit((unsigned char)*next) && next - text < 9; next++) {
    *number = *number * 10 + (*next - '0');
  }
  if (next == text || *next != '.') {
    return next;
  }
  for (next++; isdigit((unsigned char)*next); next++) {
    scale /= 10;
    *number += (*next - '0') * scale;
  }
  return next;
}

static const char *read_unit(const char *text, int *seconds)
{
  size_t length = 0;
  while (isalpha((unsigned char)text[length])) {
    length++;
  }
  for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
    if (strlen(units[i].word) == length &&
        strncasecmp(units[i].word, text, length) == 0) {
      *seconds = units[i].seconds;
      return text + length;
    }
  }
  return NULL;
}

bool duration_parse(const char *text, int64_t *frames)
{
  double total = 0;
  text += strspn(text, " ");
  do {
    double number = 0;
    int seconds = 0;
    const char *after = read_number(text, &number);
    if (after == text) {
      return false;
    }
    text = read_unit(after + strspn(after, " "), &seconds);
    if (!text) {
      return false;
    }
    total += number * seconds;
    text += strspn(text, " ");
  } while (*text != '\0');
  if (!(total > 0) || total > LONGEST_SECONDS) {
    return false;
  }
  *frames = frames_from_seconds(total);
  return true;
}
