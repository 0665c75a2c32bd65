/* What stands in the headers of files as people have them. */

#include "sound/amend.h"

#include <stdbool.h>
#include <string.h>

#define TAG_BYTES 10       /* the header of an ID3 tag */
#define CHUNK_BYTES 8      /* and of a RIFF chunk: a name and a size */
#define W64_CHUNK_BYTES 24 /* a longer name, and a size that counts both */
#define FIRST_CHUNK 12
#define FIRST_W64_CHUNK 40

/* A file of a few bytes a chunk is no sound. */
#define MOST_CHUNKS 1000

#define EXTENSIBLE 0xfffe

static uint64_t read_number(const unsigned char *bytes, size_t length)
{
  uint64_t number = 0;
  for (size_t i = length; i > 0; i--) {
    number = number << 8 | bytes[i - 1];
  }
  return number;
}

static void amend_number(struct view *view, int64_t at, uint64_t number,
                         size_t length)
{
  unsigned char bytes[LONGEST_AMENDMENT];
  for (size_t i = 0; i < length; i++) {
    bytes[i] = (unsigned char)(number >> 8 * i);
  }
  view_amend(view, at, bytes, length);
}

static bool skip_tag(struct view *view)
{
  unsigned char tag[TAG_BYTES];
  if (view_read(view, 0, tag, sizeof(tag)) != sizeof(tag) ||
      memcmp(tag, "ID3", 3) != 0) {
    return false;
  }
  int64_t length = TAG_BYTES;
  for (int i = 6; i < TAG_BYTES; i++) {
    length += (int64_t)(tag[i] & 0x7f) << 7 * (TAG_BYTES - 1 - i);
  }
  const bool has_footer = (tag[5] & 0x10) != 0;
  view_skip(view, length + (has_footer ? TAG_BYTES : 0));
  return true;
}

struct chunk {
  unsigned char name[4];
  int64_t bytes; /* without its header */
};

static bool read_chunk(const struct view *view, int64_t at, struct chunk *chunk)
{
  unsigned char head[CHUNK_BYTES];
  if (view_read(view, at, head, sizeof(head)) != sizeof(head)) {
    return false;
  }
  memcpy(chunk->name, head, sizeof(chunk->name));
  chunk->bytes = (int64_t)read_number(head + 4, 4);
  return true;
}

static int64_t after(int64_t at, const struct chunk *chunk)
{
  return at + CHUNK_BYTES + chunk->bytes + (chunk->bytes & 1);
}

static bool is_data(const struct chunk *chunk)
{
  return memcmp(chunk->name, "data", sizeof(chunk->name)) == 0;
}

/* The last of them may lack its filling byte. */
static bool is_chunks_to_the_end(const struct view *view, int64_t at)
{
  struct chunk chunk;
  for (int i = 0; i < MOST_CHUNKS && read_chunk(view, at, &chunk); i++) {
    at = after(at, &chunk);
  }
  return at == view->length || at == view->length + 1;
}

/* The place of the chunk of sound; 0: none. */
static int64_t find_data(const struct view *view)
{
  struct chunk chunk;
  int64_t at = FIRST_CHUNK;
  for (int i = 0; i < MOST_CHUNKS && read_chunk(view, at, &chunk); i++) {
    if (is_data(&chunk)) {
      return at;
    }
    at = after(at, &chunk);
  }
  return 0;
}

static void complete_wav(struct view *view)
{
  const int64_t at = find_data(view);
  struct chunk data;
  if (at > 0 && read_chunk(view, at, &data) && data.bytes == 0 &&
      !is_chunks_to_the_end(view, at + CHUNK_BYTES)) {
    const int64_t rest = view->length - at - CHUNK_BYTES;
    amend_number(view, at + 4, rest < UINT32_MAX ? (uint64_t)rest : UINT32_MAX,
                 4);
  }
}

/* The size of the sound stands in a chunk of its own, the first one. */
static void complete_rf64(struct view *view)
{
  unsigned char sizes[CHUNK_BYTES + 16];
  view_amend(view, 0, "RF64", 4);
  const int64_t at = find_data(view);
  if (at > 0 &&
      view_read(view, FIRST_CHUNK, sizes, sizeof(sizes)) == sizeof(sizes) &&
      memcmp(sizes, "ds64", 4) == 0 &&
      read_number(sizes + CHUNK_BYTES + 8, 8) == 0 &&
      !is_chunks_to_the_end(view, at + CHUNK_BYTES)) {
    amend_number(view, FIRST_CHUNK + CHUNK_BYTES + 8,
                 (uint64_t)(view->length - at - CHUNK_BYTES), 8);
  }
}

/* Format and subformat: the latter is a GUID that begins with the number of the
   plain format. */
static void amend_w64_format(struct view *view, int64_t at)
{
  unsigned char format[26];
  const int64_t body = at + W64_CHUNK_BYTES;
  if (view_read(view, body, format, sizeof(format)) == sizeof(format) &&
      read_number(format, 2) == EXTENSIBLE) {
    view_amend(view, body, format + 24, 2);
  }
}

static void complete_w64(struct view *view)
{
  unsigned char head[W64_CHUNK_BYTES];
  int64_t at = FIRST_W64_CHUNK;
  for (int i = 0; i < MOST_CHUNKS &&
                  view_read(view, at, head, sizeof(head)) == sizeof(head);
       i++) {
    const uint64_t bytes = read_number(head + 16, 8);
    if (memcmp(head, "fmt ", 4) == 0) {
      amend_w64_format(view, at);
    }
    if (memcmp(head, "data", 4) == 0 && bytes <= W64_CHUNK_BYTES) {
      amend_number(view, at + 16, (uint64_t)(view->length - at), 8);
    }
    if (bytes < W64_CHUNK_BYTES || bytes > (uint64_t)(view->length - at)) {
      return;
    }
    at += (int64_t)((bytes + 7) / 8 * 8);
  }
}

void amend_header(struct view *view)
{
  unsigned char head[FIRST_CHUNK];
  while (skip_tag(view)) {
  }
  if (view_read(view, 0, head, sizeof(head)) != sizeof(head)) {
    return;
  }
  const bool is_wave = memcmp(head + 8, "WAVE", 4) == 0;
  if (is_wave && memcmp(head, "RIFF", 4) == 0) {
    complete_wav(view);
  } else if (is_wave &&
             (memcmp(head, "RF64", 4) == 0 || memcmp(head, "BW64", 4) == 0)) {
    complete_rf64(view);
  } else if (memcmp(head, "riff\x2e\x91\xcf\x11", 8) == 0) {
    complete_w64(view);
  }
}

void amend_as_mp3(struct view *view)
{
  view_amend(view, 0, "\xff\xfb\x90\x00", 4);
}
