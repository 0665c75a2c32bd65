/* Lengths and texts as messages tell them. */

#include "plan/amount.h"

#include "base/frames.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct amount amount_of(double seconds)
{
  const double rounded = round(seconds * 1e6) / 1e6;
  struct amount amount;
  snprintf(amount.text, sizeof(amount.text), "%.10g second%s", rounded,
           rounded == 1 ? "" : "s");
  return amount;
}

struct amount amount_of_frames(int64_t frames)
{
  return amount_of(round(seconds_from_frames(frames) * 10) / 10);
}

struct brief brief_of(const char *text)
{
  const int most = 60;
  struct brief brief;
  int cut = most;
  if (strnlen(text, (size_t)most + 1) <= (size_t)most) {
    snprintf(brief.text, sizeof(brief.text), "%s", text);
    return brief;
  }
  while (cut > 0 &&
         (((unsigned char)text[cut] & 0xC0) == 0x80 || text[cut - 1] == ' ')) {
    cut--;
  }
  snprintf(brief.text, sizeof(brief.text), "%.*s and so on", cut, text);
  return brief;
}
