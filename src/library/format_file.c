/* Formatting a file: loaded, since only a routine without errors is formatted.
 */

#include "library/format_file.h"

#include "script/format.h"

enum status format_file(const char *path, const struct library *library,
                        bool flat, struct diagnostics *diagnostics,
                        struct script **script, struct text *out)
{
  struct layout layout = {0};
  enum status status =
      script_load_with_layout(path, library, diagnostics, &layout, script);
  if (status == STATUS_OK && layout.incomplete) {
    status = STATUS_NO_MEMORY;
  }
  if (status == STATUS_OK) {
    format_append((*script)->main->source, &layout, flat, out);
    status = out->status;
  }
  layout_finish(&layout);
  return status;
}
