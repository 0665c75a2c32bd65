/* Where the links of a chained Ogg file begin. */

#include "sound/chain.h"

#include "base/vector.h"

#include <ogg/ogg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_BYTES 65536

static bool add(struct chain *chain, int64_t start)
{
  if (!vector_reserve(&chain->starts, chain->count, &chain->capacity,
                      sizeof(*chain->starts))) {
    return false;
  }
  chain->starts[chain->count++] = start;
  return true;
}

struct search {
  ogg_sync_state sync;
  int64_t at;        /* of the next page in the view */
  bool is_beginning; /* the last page was the first of a stream */
};

/* Looks at the pages that are whole so far. */
static bool search_pages(struct search *search, struct chain *chain)
{
  ogg_page page;
  long bytes;
  while ((bytes = ogg_sync_pageseek(&search->sync, &page)) != 0) {
    const bool begins = bytes > 0 && ogg_page_bos(&page);
    if (begins && !search->is_beginning && !add(chain, search->at)) {
      return false;
    }
    search->is_beginning = bytes > 0 ? begins : search->is_beginning;
    search->at += labs(bytes);
  }
  return true;
}

static bool search_file(const struct view *view, struct chain *chain)
{
  struct search search = {.at = 0};
  ogg_sync_init(&search.sync);
  bool is_well = true;
  int64_t at = 0;
  size_t count = 1;
  while (is_well && count > 0) {
    char *buffer = ogg_sync_buffer(&search.sync, BLOCK_BYTES);
    is_well = buffer != NULL;
    count = is_well ? view_read(view, at, buffer, BLOCK_BYTES) : 0;
    ogg_sync_wrote(&search.sync, (long)count);
    at += (int64_t)count;
    is_well = is_well && search_pages(&search, chain);
  }
  ogg_sync_clear(&search.sync);
  return is_well;
}

enum status chain_find(const struct view *view, struct chain *chain)
{
  struct chain found = {0};
  char head[4];
  const bool is_ogg = view_read(view, 0, head, sizeof(head)) == sizeof(head) &&
                      memcmp(head, "OggS", sizeof(head)) == 0;
  if ((is_ogg && !search_file(view, &found)) ||
      (found.count == 0 && !add(&found, 0))) {
    chain_finish(&found);
    return STATUS_NO_MEMORY;
  }
  *chain = found;
  return STATUS_OK;
}

void chain_finish(struct chain *chain)
{
  free(chain->starts);
  *chain = (struct chain){0};
}

struct view chain_link(const struct chain *chain, const struct view *view,
                       size_t link)
{
  struct view part = *view;
  const int64_t end =
      link + 1 < chain->count ? chain->starts[link + 1] : view->length;
  part.start = view->start + chain->starts[link];
  part.length = end - chain->starts[link];
  return part;
}
