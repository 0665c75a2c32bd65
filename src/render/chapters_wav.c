/* Cue points in WAV and RF64 files. */

#include "base/text.h"
#include "render/chapters.h"
#include "system/files.h"

#include <stdio.h>
#include <string.h>

#define RIFF_SIZE_AT 4
#define DS64_RIFF_SIZE_AT 20 /* EBU Tech 3306, section 3.5 */

static void append_u32(struct text *chunk, uint64_t number)
{
  const char bytes[] = {(char)(number & 0xFF), (char)(number >> 8 & 0xFF),
                        (char)(number >> 16 & 0xFF),
                        (char)(number >> 24 & 0xFF)};
  text_append_bytes(chunk, bytes, sizeof(bytes));
}

/* A terminated string, padded to an even length. */
static void append_string(struct text *chunk, const char *string)
{
  const size_t length = strlen(string) + 1;
  text_append_bytes(chunk, string, length);
  text_append_bytes(chunk, "", length % 2);
}

static void append_cues(struct text *chunk, const struct chapters *chapters)
{
  text_append(chunk, "cue ");
  append_u32(chunk, 4 + 24 * chapters->count);
  append_u32(chunk, chapters->count);
  for (size_t i = 0; i < chapters->count; i++) {
    const uint64_t frame = (uint64_t)chapters->items[i].start_frame;
    append_u32(chunk, i + 1);
    append_u32(chunk, frame);
    text_append(chunk, "data");
    append_u32(chunk, 0);
    append_u32(chunk, 0);
    append_u32(chunk, frame);
  }
}

/* A list is built apart, so that its size is known. */
static void append_list(struct text *chunk, const struct text *list)
{
  text_append(chunk, "LIST");
  append_u32(chunk, list->length);
  text_append_bytes(chunk, text_string(list), list->length);
  if (list->status != STATUS_OK) {
    chunk->status = list->status;
  }
}

static void append_labels(struct text *chunk, const struct chapters *chapters)
{
  struct text list = {0};
  text_append(&list, "adtl");
  for (size_t i = 0; i < chapters->count; i++) {
    text_append(&list, "labl");
    append_u32(&list, 4 + strlen(chapters->items[i].title) + 1);
    append_u32(&list, i + 1);
    append_string(&list, chapters->items[i].title);
  }
  append_list(chunk, &list);
  text_finish(&list);
}

static void append_language(struct text *chunk, const char *language)
{
  struct text list = {0};
  text_append(&list, "INFOILNG");
  append_u32(&list, strlen(language) + 1);
  append_string(&list, language);
  append_list(chunk, &list);
  text_finish(&list);
}

static enum status append_to(FILE *file, const struct text *chunk)
{
  if (fseeko(file, 0, SEEK_END) != 0 ||
      fwrite(chunk->bytes, 1, chunk->length, file) != chunk->length) {
    return file_write_error();
  }
  const uint64_t size = (uint64_t)ftello(file) - 8;
  char kind[4];
  rewind(file);
  if (fread(kind, 1, sizeof(kind), file) != sizeof(kind)) {
    return STATUS_READ_FAILED;
  }
  const bool is_rf64 = memcmp(kind, "RF64", sizeof(kind)) == 0;
  struct text number = {0};
  append_u32(&number, size);
  append_u32(&number, size >> 32);
  const size_t length = is_rf64 ? 8 : 4;
  const bool written =
      number.status == STATUS_OK &&
      fseeko(file, is_rf64 ? DS64_RIFF_SIZE_AT : RIFF_SIZE_AT, SEEK_SET) == 0 &&
      fwrite(number.bytes, 1, length, file) == length;
  text_finish(&number);
  return written ? STATUS_OK : file_write_error();
}

enum status chapters_add_to_wav(struct atomic_file *file,
                                const struct chapters *chapters)
{
  struct text chunk = {0};
  append_cues(&chunk, chapters);
  append_labels(&chunk, chapters);
  if (chapters->language && chapters->language[0]) {
    append_language(&chunk, chapters->language);
  }
  enum status status = chunk.status;
  FILE *stream = status == STATUS_OK ? chapters_open(file) : NULL;
  if (stream) {
    status = append_to(stream, &chunk);
    if (fclose(stream) != 0 && status == STATUS_OK) {
      status = file_write_error();
    }
  } else if (status == STATUS_OK) {
    status = STATUS_NO_MEMORY;
  }
  text_finish(&chunk);
  return status;
}
