/* Writing a file so that it is never seen half written. */

#include "base/replace.h"

#include "base/draft.h"

enum status file_replace(const char *path, const char *bytes, size_t length)
{
  struct draft draft;
  enum status status = draft_begin(&draft, path);
  if (status != STATUS_OK) {
    return status;
  }
  status = draft_write(&draft, bytes, length);
  if (status == STATUS_OK) {
    status = draft_publish(&draft);
  }
  draft_finish(&draft);
  return status;
}
