/* Words as they are spoken: references filled in, lengths spelled out. */

#include "base/frames.h"
#include "base/utf8.h"
#include "plan/unroll.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void append_side(const struct unroll *unroll, enum side side,
                        struct text *out)
{
  const struct phrases *phrases = unroll->manner->phrases;
  text_append(out, side == SIDE_LEFT ? phrase(phrases, "left")
                                     : phrase(phrases, "right"));
}

static enum status append_piece(struct unroll *unroll,
                                const struct piece *piece,
                                struct location where, struct text *out)
{
  switch (piece->kind) {
  case PIECE_LITERAL:
    text_append(out, piece->text);
    break;
  case PIECE_VALUE:
    return append_value(unroll, piece->text, where, out);
  case PIECE_SIDE:
    append_side(unroll, unroll->side, out);
    break;
  case PIECE_OTHER_SIDE:
    append_side(unroll, side_other(unroll->side), out);
    break;
  case PIECE_ROUND:
    text_append_format(out, "%d", unroll->round);
    break;
  }
  return STATUS_OK;
}

enum status append_words(struct unroll *unroll, const struct words *words,
                         struct text *out)
{
  for (size_t i = 0; i < words->count; i++) {
    const enum status status =
        append_piece(unroll, &words->pieces[i], words->where, out);
    if (status != STATUS_OK) {
      return status;
    }
  }
  return out->status;
}

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

enum status report_too_long(struct unroll *unroll, struct location where,
                            double seconds)
{
  return report_error(unroll->diagnostics, where,
                      "A session lasts 24 hours at most, and this alone lasts "
                      "%.1f hours.",
                      ceil(seconds / 360) / 10);
}

void append_capitalised(const char *name, struct text *out)
{
  if (!*name) {
    return;
  }
  uint32_t c;
  const size_t bytes = utf8_decode(name, strnlen(name, 4), &c);
  const bool ascii = c >= 'a' && c <= 'z';
  const bool latin = c >= 0xE0 && c <= 0xFE && c != 0xF7;
  const bool cyrillic = c >= 0x430 && c <= 0x44F;
  char capital[4];
  const size_t length =
      utf8_encode(ascii || latin || cyrillic ? c - 32 : c, capital);
  text_append_bytes(out, capital, length);
  text_append(out, name + bytes);
}
