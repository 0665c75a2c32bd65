/* Chapters in Ogg Vorbis and Opus files. */

#include "base/text.h"
#include "render/chapters.h"
#include "system/files.h"

#include <ogg/ogg.h>
#include <string.h>

#define SERIAL 0x53757069 /* "Supi" */
#define MOST_HEADERS 3
#define CHUNK 8192

/* The two codecs, by how their first and their comment packet begin (Vorbis I
   specification, section 4.2.1; RFC 7845, section 5). */
static const struct codec {
  const char *magic;
  const char *comment_magic;
  int header_count;
  bool has_framing_bit;
} codecs[] = {
    {"\x01vorbis", "\x03vorbis", 3, true},
    {"OpusHead", "OpusTags", 2, false},
};

/* One pass over a stream. */
struct rewriting {
  FILE *from;
  FILE *to;
  ogg_sync_state sync;
  ogg_stream_state out;
  const struct codec *codec;
  const struct chapters *chapters;
  int headers;   /* seen so far */
  uint32_t page; /* the number of the next page written */
};

static enum status next_page(struct rewriting *rewriting, ogg_page *page,
                             bool *ended)
{
  *ended = false;
  while (ogg_sync_pageout(&rewriting->sync, page) != 1) {
    char *buffer = ogg_sync_buffer(&rewriting->sync, CHUNK);
    if (!buffer) {
      return STATUS_NO_MEMORY;
    }
    const size_t count = fread(buffer, 1, CHUNK, rewriting->from);
    if (count == 0) {
      *ended = true;
      return ferror(rewriting->from) ? STATUS_READ_FAILED : STATUS_OK;
    }
    ogg_sync_wrote(&rewriting->sync, (long)count);
  }
  return STATUS_OK;
}

static void put_u32(unsigned char *bytes, uint32_t number)
{
  for (int i = 0; i < 4; i++) {
    bytes[i] = (unsigned char)(number >> (8 * i) & 0xFF);
  }
}

static uint32_t get_u32(const unsigned char *bytes)
{
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 |
         (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/* Serial and number stand at bytes 14 and 18 of a page (RFC 3533, section 6).
 */
static enum status write_page(struct rewriting *rewriting, ogg_page *page)
{
  put_u32(page->header + 14, SERIAL);
  put_u32(page->header + 18, rewriting->page++);
  ogg_page_checksum_set(page);
  const size_t header = (size_t)page->header_len;
  const size_t body = (size_t)page->body_len;
  return fwrite(page->header, 1, header, rewriting->to) == header &&
                 fwrite(page->body, 1, body, rewriting->to) == body
             ? STATUS_OK
             : file_write_error();
}

static void append_u32(struct text *packet, uint32_t number)
{
  unsigned char bytes[4];
  put_u32(bytes, number);
  text_append_bytes(packet, (const char *)bytes, sizeof(bytes));
}

static bool append_comment(void *context, const char *comment)
{
  struct text *comments = context;
  append_u32(comments, (uint32_t)strlen(comment));
  text_append(comments, comment);
  return comments->status == STATUS_OK;
}

/* Where the comments of a packet end, having been counted; 0 when the packet is
   no comment packet. */
static size_t find_end(const struct codec *codec, const ogg_packet *packet,
                       size_t *count_at)
{
  const size_t length = (size_t)packet->bytes;
  size_t at = strlen(codec->comment_magic);
  if (length < at + 8 ||
      memcmp(packet->packet, codec->comment_magic, at) != 0) {
    return 0;
  }
  const uint32_t vendor = get_u32(packet->packet + at);
  if (vendor > length - at - 8) {
    return 0;
  }
  at += 4 + vendor;
  *count_at = at;
  uint32_t left = get_u32(packet->packet + at);
  for (at += 4; left > 0; left--) {
    if (length - at < 4 || get_u32(packet->packet + at) > length - at - 4) {
      return 0;
    }
    at += 4 + get_u32(packet->packet + at);
  }
  return at;
}

static enum status build_comments(const struct rewriting *rewriting,
                                  const ogg_packet *packet, struct text *built)
{
  const struct codec *codec = rewriting->codec;
  size_t count_at = 0;
  const size_t end = find_end(codec, packet, &count_at);
  if (end == 0) {
    return STATUS_READ_FAILED;
  }
  const struct chapters *chapters = rewriting->chapters;
  const bool has_language = chapters->language && chapters->language[0];
  const uint32_t added = 2 * (uint32_t)chapters->count + (has_language ? 1 : 0);
  text_append_bytes(built, (const char *)packet->packet, count_at);
  append_u32(built, get_u32(packet->packet + count_at) + added);
  text_append_bytes(built, (const char *)packet->packet + count_at + 4,
                    end - count_at - 4);
  if (!chapters_each_comment(chapters, append_comment, built)) {
    return STATUS_NO_MEMORY;
  }
  text_append_bytes(built, "\x01", codec->has_framing_bit ? 1 : 0);
  return built->status;
}

static enum status flush(struct rewriting *rewriting)
{
  enum status status = STATUS_OK;
  ogg_page page;
  while (status == STATUS_OK && ogg_stream_flush(&rewriting->out, &page) != 0) {
    status = write_page(rewriting, &page);
  }
  return status;
}

/* The first header has a page to itself; the others end on a page's end. */
static enum status take_header(struct rewriting *rewriting, ogg_packet *packet)
{
  struct text comments = {0};
  enum status status = STATUS_OK;
  if (rewriting->headers == 1) {
    status = build_comments(rewriting, packet, &comments);
    packet->packet = (unsigned char *)comments.bytes;
    packet->bytes = (long)comments.length;
  }
  if (status == STATUS_OK &&
      ogg_stream_packetin(&rewriting->out, packet) != 0) {
    status = STATUS_NO_MEMORY;
  }
  text_finish(&comments);
  rewriting->headers++;
  const bool flushes = rewriting->headers == 1 ||
                       rewriting->headers == rewriting->codec->header_count;
  return status == STATUS_OK && flushes ? flush(rewriting) : status;
}

static const struct codec *find_codec(const ogg_packet *packet)
{
  for (size_t i = 0; i < sizeof(codecs) / sizeof(codecs[0]); i++) {
    const size_t length = strlen(codecs[i].magic);
    if ((size_t)packet->bytes >= length &&
        memcmp(packet->packet, codecs[i].magic, length) == 0) {
      return &codecs[i];
    }
  }
  return NULL;
}

static enum status take_headers(struct rewriting *rewriting,
                                ogg_stream_state *in, ogg_page *page)
{
  if (ogg_stream_pagein(in, page) != 0) {
    return STATUS_READ_FAILED;
  }
  ogg_packet packet;
  enum status status = STATUS_OK;
  while (status == STATUS_OK && ogg_stream_packetout(in, &packet) == 1) {
    if (!rewriting->codec) {
      rewriting->codec = find_codec(&packet);
    }
    status =
        rewriting->codec ? take_header(rewriting, &packet) : STATUS_READ_FAILED;
  }
  return status;
}

static enum status rewrite_pages(struct rewriting *rewriting)
{
  ogg_stream_state in;
  bool has_stream = false;
  bool ended = false;
  ogg_page page;
  enum status status = next_page(rewriting, &page, &ended);
  while (status == STATUS_OK && !ended) {
    if (!has_stream) {
      ogg_stream_init(&in, ogg_page_serialno(&page));
      has_stream = true;
    }
    const struct codec *codec = rewriting->codec;
    status = codec && rewriting->headers >= codec->header_count
                 ? write_page(rewriting, &page)
                 : take_headers(rewriting, &in, &page);
    if (status == STATUS_OK) {
      status = next_page(rewriting, &page, &ended);
    }
  }
  if (has_stream) {
    ogg_stream_clear(&in);
  }
  const bool complete =
      rewriting->codec && rewriting->headers >= rewriting->codec->header_count;
  return status == STATUS_OK && !complete ? STATUS_READ_FAILED : status;
}

static enum status copy(FILE *from, FILE *to, const void *context)
{
  struct rewriting rewriting = {.from = from, .to = to, .chapters = context};
  ogg_sync_init(&rewriting.sync);
  ogg_stream_init(&rewriting.out, SERIAL);
  const enum status status = rewrite_pages(&rewriting);
  ogg_stream_clear(&rewriting.out);
  ogg_sync_clear(&rewriting.sync);
  return status;
}

enum status chapters_add_to_ogg(struct atomic_file *file,
                                const struct chapters *chapters)
{
  return chapters_rewrite(file, copy, chapters);
}
