/* Chapters in FLAC files. */

#include "base/draft.h"
#include "render/chapters.h"

#include <FLAC/metadata.h>
#include <string.h>

static bool add_comment(void *context, const char *comment)
{
  FLAC__StreamMetadata *block = context;
  const FLAC__StreamMetadata_VorbisComment_Entry entry = {
      .length = (FLAC__uint32)strlen(comment),
      .entry = (FLAC__byte *)comment,
  };
  return FLAC__metadata_object_vorbiscomment_append_comment(block, entry, true);
}

static FLAC__StreamMetadata *find_comments(FLAC__Metadata_Iterator *iterator)
{
  do {
    if (FLAC__metadata_iterator_get_block_type(iterator) ==
        FLAC__METADATA_TYPE_VORBIS_COMMENT) {
      return FLAC__metadata_iterator_get_block(iterator);
    }
  } while (FLAC__metadata_iterator_next(iterator));
  return NULL;
}

static enum status add(FLAC__Metadata_Chain *chain,
                       FLAC__Metadata_Iterator *iterator,
                       const struct chapters *chapters)
{
  FLAC__metadata_iterator_init(iterator, chain);
  FLAC__StreamMetadata *comments = find_comments(iterator);
  if (!comments) {
    return STATUS_READ_FAILED;
  }
  if (!chapters_each_comment(chapters, add_comment, comments)) {
    return STATUS_NO_MEMORY;
  }
  FLAC__metadata_chain_sort_padding(chain);
  return FLAC__metadata_chain_write(chain, true, false) ? STATUS_OK
                                                        : draft_write_error();
}

enum status chapters_add_to_flac(const char *path,
                                 const struct chapters *chapters)
{
  FLAC__Metadata_Chain *chain = FLAC__metadata_chain_new();
  FLAC__Metadata_Iterator *iterator = FLAC__metadata_iterator_new();
  enum status status = STATUS_NO_MEMORY;
  if (chain && iterator) {
    status = FLAC__metadata_chain_read(chain, path)
                 ? add(chain, iterator, chapters)
                 : STATUS_READ_FAILED;
  }
  if (iterator) {
    FLAC__metadata_iterator_delete(iterator);
  }
  if (chain) {
    FLAC__metadata_chain_delete(chain);
  }
  return status;
}
