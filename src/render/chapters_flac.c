/* Chapters in FLAC files. */

#include "render/chapters.h"
#include "system/files.h"
#include "system/log.h"

#include <FLAC/metadata.h>
#include <errno.h>
#include <stdio.h>
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

static size_t read_from(void *bytes, size_t size, size_t count,
                        FLAC__IOHandle handle)
{
  return fread(bytes, size, count, handle);
}

static size_t write_to(const void *bytes, size_t size, size_t count,
                       FLAC__IOHandle handle)
{
  return fwrite(bytes, size, count, handle);
}

static int seek(FLAC__IOHandle handle, FLAC__int64 offset, int whence)
{
  return fseeko(handle, (off_t)offset, whence);
}

static FLAC__int64 tell(FLAC__IOHandle handle)
{
  return ftello(handle);
}

static int is_at_end(FLAC__IOHandle handle)
{
  return feof((FILE *)handle);
}

static const FLAC__IOCallbacks stream_calls = {.read = read_from,
                                               .write = write_to,
                                               .seek = seek,
                                               .tell = tell,
                                               .eof = is_at_end};

static enum status add(FLAC__Metadata_Chain *chain,
                       FLAC__Metadata_Iterator *iterator,
                       const struct chapters *chapters)
{
  FLAC__metadata_iterator_init(iterator, chain);
  FLAC__StreamMetadata *comments = find_comments(iterator);
  if (!comments) {
    return STATUS_READ_FAILED;
  }
  return chapters_each_comment(chapters, add_comment, comments)
             ? STATUS_OK
             : STATUS_NO_MEMORY;
}

static void log_trouble(FLAC__Metadata_Chain *chain)
{
  log_failure(
      "libFLAC",
      FLAC__Metadata_ChainStatusString[FLAC__metadata_chain_status(chain)]);
}

static enum status read_comments(FLAC__Metadata_Chain *chain,
                                 FLAC__Metadata_Iterator *iterator, FILE *from,
                                 const struct chapters *chapters)
{
  if (!FLAC__metadata_chain_read_with_callbacks(chain, from, stream_calls)) {
    log_trouble(chain);
    return STATUS_READ_FAILED;
  }
  return add(chain, iterator, chapters);
}

/* Without comments to add the file is as long as before, and libFLAC would
   rather change it in place. */
static enum status write_out(FLAC__Metadata_Chain *chain, FILE *from, FILE *to)
{
  if (!FLAC__metadata_chain_check_if_tempfile_needed(chain, false)) {
    rewind(from);
    return chapters_copy_rest(from, to);
  }
  errno = 0;
  if (FLAC__metadata_chain_write_with_callbacks_and_tempfile(
          chain, false, from, stream_calls, to, stream_calls)) {
    return STATUS_OK;
  }
  log_trouble(chain);
  return file_write_error();
}

static enum status copy(FILE *from, FILE *to, const void *context)
{
  FLAC__Metadata_Chain *chain = FLAC__metadata_chain_new();
  FLAC__Metadata_Iterator *iterator = FLAC__metadata_iterator_new();
  enum status status = STATUS_NO_MEMORY;
  if (chain && iterator) {
    status = read_comments(chain, iterator, from, context);
  }
  if (status == STATUS_OK) {
    status = write_out(chain, from, to);
  }
  if (iterator) {
    FLAC__metadata_iterator_delete(iterator);
  }
  if (chain) {
    FLAC__metadata_chain_delete(chain);
  }
  return status;
}

enum status chapters_add_to_flac(struct atomic_file *file,
                                 const struct chapters *chapters)
{
  return chapters_rewrite(file, copy, chapters);
}
