/* What could be said better. */

#include "speech/company.h"
#include "wording/narrator.h"

void narrator_hint_at_words(const struct narrator *narrator,
                            const struct words *words)
{
  for (size_t i = 0; i < words->count; i++) {
    const struct piece *piece = &words->pieces[i];
    size_t length;
    const char *company =
        piece->kind == PIECE_LITERAL
            ? company_find(piece->text, narrator->speech->language, &length)
            : NULL;
    if (company) {
      report_hint(narrator->scope.values->diagnostics, words->where,
                  "Listeners dislike \"%.*s\" from a voice. Tell the listener "
                  "what to do: \"Breathe in\", not \"We breathe in\".",
                  (int)length, company);
      return;
    }
  }
}
