/* Tags and chapters of MP3 files. */

#include "base/frames.h"
#include "base/text.h"
#include "render/chapters.h"
#include "system/files.h"

#include <string.h>

#define MOST_CHAPTERS 255
#define UTF_8 "\x03" /* the encoding of a text frame */

/* ID3 wants three letters (ISO 639-2). */
static const char *const languages[][2] = {
    {"ar", "ara"}, {"cs", "ces"}, {"da", "dan"}, {"de", "deu"}, {"el", "ell"},
    {"en", "eng"}, {"es", "spa"}, {"fi", "fin"}, {"fr", "fra"}, {"he", "heb"},
    {"hi", "hin"}, {"hu", "hun"}, {"it", "ita"}, {"ja", "jpn"}, {"ko", "kor"},
    {"nl", "nld"}, {"no", "nor"}, {"pl", "pol"}, {"pt", "por"}, {"ro", "ron"},
    {"ru", "rus"}, {"sv", "swe"}, {"tr", "tur"}, {"uk", "ukr"}, {"zh", "zho"},
};

static const char *three_letters(const char *tag)
{
  for (size_t i = 0; tag && i < sizeof(languages) / sizeof(languages[0]); i++) {
    if (strncmp(tag, languages[i][0], 2) == 0 &&
        (tag[2] == '\0' || tag[2] == '-')) {
      return languages[i][1];
    }
  }
  return "und";
}

static void append_u32(struct text *text, uint32_t number)
{
  const char bytes[] = {(char)(number >> 24 & 0xFF),
                        (char)(number >> 16 & 0xFF), (char)(number >> 8 & 0xFF),
                        (char)(number & 0xFF)};
  text_append_bytes(text, bytes, sizeof(bytes));
}

/* 28 bits, seven a byte (ID3v2.4.0 structure, section 6.2). */
static void append_syncsafe(struct text *text, size_t number)
{
  const char bytes[] = {(char)(number >> 21 & 0x7F),
                        (char)(number >> 14 & 0x7F), (char)(number >> 7 & 0x7F),
                        (char)(number & 0x7F)};
  text_append_bytes(text, bytes, sizeof(bytes));
}

static void append_frame(struct text *tag, const char *id,
                         const struct text *body)
{
  text_append(tag, id);
  append_syncsafe(tag, body->length);
  text_append_bytes(tag, "\0", 2);
  text_append_bytes(tag, text_string(body), body->length);
  if (body->status != STATUS_OK) {
    tag->status = body->status;
  }
}

static void append_text_frame(struct text *tag, const char *id,
                              const char *words)
{
  if (!words || !words[0]) {
    return;
  }
  struct text body = {0};
  text_append(&body, UTF_8);
  text_append(&body, words);
  append_frame(tag, id, &body);
  text_finish(&body);
}

static void append_comment(struct text *tag, const char *language,
                           const char *words)
{
  if (!words || !words[0]) {
    return;
  }
  struct text body = {0};
  text_append_format(&body, UTF_8 "%s", language);
  text_append_bytes(&body, "", 1);
  text_append(&body, words);
  append_frame(tag, "COMM", &body);
  text_finish(&body);
}

static uint32_t milliseconds(int64_t frames)
{
  return (uint32_t)((frames * 1000 + FRAME_RATE / 2) / FRAME_RATE);
}

static void append_id(struct text *body, size_t index)
{
  text_append_format(body, "c%zu", index);
  text_append_bytes(body, "", 1);
}

static void append_chapter(struct text *tag, const struct chapters *chapters,
                           size_t index)
{
  const bool is_last = index + 1 == chapters->count;
  const int64_t end =
      is_last ? chapters->frames : chapters->items[index + 1].start_frame;
  struct text body = {0};
  append_id(&body, index);
  append_u32(&body, milliseconds(chapters->items[index].start_frame));
  append_u32(&body, milliseconds(end));
  append_u32(&body, UINT32_MAX);
  append_u32(&body, UINT32_MAX);
  append_text_frame(&body, "TIT2", chapters->items[index].title);
  append_frame(tag, "CHAP", &body);
  text_finish(&body);
}

static void append_chapters(struct text *tag, const struct chapters *chapters)
{
  const size_t count =
      chapters->count < MOST_CHAPTERS ? chapters->count : MOST_CHAPTERS;
  if (count == 0) {
    return;
  }
  struct text body = {0};
  const char head[] = {'t', 'o', 'c', '\0', '\x03', (char)count};
  text_append_bytes(&body, head, sizeof(head));
  for (size_t i = 0; i < count; i++) {
    append_id(&body, i);
  }
  append_frame(tag, "CTOC", &body);
  text_finish(&body);
  for (size_t i = 0; i < count; i++) {
    append_chapter(tag, chapters, i);
  }
}

struct tagging {
  const struct chapters *chapters;
  const struct mp3_tags *tags;
};

static enum status copy(FILE *from, FILE *to, const void *context)
{
  const struct tagging *tagging = context;
  const struct mp3_tags *tags = tagging->tags;
  const char *language = three_letters(tagging->chapters->language);
  struct text frames = {0};
  append_text_frame(&frames, "TIT2", tags->title);
  append_text_frame(&frames, "TPE1", tags->artist);
  append_text_frame(&frames, "TLAN", language);
  append_comment(&frames, language, tags->comment);
  append_chapters(&frames, tagging->chapters);
  struct text tag = {0};
  text_append_bytes(&tag, "ID3\x04\0\0", 6);
  append_syncsafe(&tag, frames.length);
  text_append_bytes(&tag, text_string(&frames), frames.length);
  enum status status = frames.status != STATUS_OK ? frames.status : tag.status;
  if (status == STATUS_OK &&
      fwrite(tag.bytes, 1, tag.length, to) != tag.length) {
    status = file_write_error();
  }
  text_finish(&frames);
  text_finish(&tag);
  return status == STATUS_OK ? chapters_copy_rest(from, to) : status;
}

enum status chapters_add_to_mp3(struct atomic_file *file,
                                const struct chapters *chapters,
                                const struct mp3_tags *tags)
{
  const struct tagging tagging = {.chapters = chapters, .tags = tags};
  return chapters_rewrite(file, copy, &tagging);
}
