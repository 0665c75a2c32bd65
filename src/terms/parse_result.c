/* What wrong lines of a file were about. */

#include "terms/parse_result.h"

#include "base/text.h"
#include "script/diagnose.h"
#include "script/name.h"

#include <string.h>

/* Whether whole words of a folded line are the name. */
static bool has_words(const char *line, const char *folded)
{
  const size_t length = strlen(folded);
  for (const char *at = line; (at = strstr(at, folded)); at++) {
    if ((at == line || at[-1] == ' ') && strchr(" ,:;=.", at[length])) {
      return true;
    }
  }
  return false;
}

bool parse_result_failed(const struct parse_result *result, const char *folded)
{
  struct text line = {0};
  bool found = false;
  for (const struct failed_line *failed = result->failed; failed && !found;
       failed = failed->next) {
    text_clear(&line);
    name_append_folded(quoted_bytes(failed->where),
                       failed->where.end - failed->where.begin, &line);
    found = has_words(text_string(&line), folded);
  }
  text_finish(&line);
  return found;
}
