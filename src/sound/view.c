/* The bytes of a sound file as its decoder is shown them. */

#include "sound/view.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static size_t read_file(int file, int64_t at, unsigned char *bytes,
                        size_t length)
{
  size_t done = 0;
  while (done < length) {
    const ssize_t count =
        pread(file, bytes + done, length - done, at + (off_t)done);
    if (count == 0 || (count < 0 && errno != EINTR)) {
      break;
    }
    done += count > 0 ? (size_t)count : 0;
  }
  return done;
}

static void put_right(const struct amendment *amendment, int64_t at,
                      unsigned char *bytes, size_t length)
{
  for (size_t i = 0; i < amendment->length; i++) {
    const int64_t place = amendment->at + (int64_t)i - at;
    if (place >= 0 && place < (int64_t)length) {
      bytes[place] = amendment->bytes[i];
    }
  }
}

size_t view_read(const struct view *view, int64_t at, void *bytes,
                 size_t length)
{
  const int64_t left = view->length - at;
  const size_t wanted = left <= 0                ? 0
                        : (int64_t)length < left ? length
                                                 : (size_t)left;
  const size_t done = read_file(view->file, view->start + at, bytes, wanted);
  for (size_t i = 0; i < view->amendment_count; i++) {
    put_right(&view->amendments[i], at, bytes, done);
  }
  return done;
}

void view_amend(struct view *view, int64_t at, const void *bytes, size_t length)
{
  if (view->amendment_count < MOST_AMENDMENTS && length <= LONGEST_AMENDMENT) {
    struct amendment *amendment = &view->amendments[view->amendment_count++];
    amendment->at = at;
    amendment->length = length;
    memcpy(amendment->bytes, bytes, length);
  }
}

void view_skip(struct view *view, int64_t bytes)
{
  const int64_t skipped = bytes < view->length ? bytes : view->length;
  view->start += skipped;
  view->length -= skipped;
}
