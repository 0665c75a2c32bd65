/* Kinds of sound files, by their endings and first bytes. */

#include "sound/kind.h"

#include <string.h>
#include <strings.h>

static const char *const ours[] = {
    ".flac", ".wav", ".wave", ".bwf", ".rf64", ".w64", ".ogg", ".oga",
    ".opus", ".mp3", ".aiff", ".aif", ".aifc", ".caf", ".au",  ".snd"};

static const char *const foreign[] = {
    ".m4a", ".m4b", ".m4r", ".mp4", ".mov",  ".aac",  ".3gp", ".3g2", ".3ga",
    ".amr", ".awb", ".wma", ".asf", ".webm", ".weba", ".mka", ".mkv", ".ape",
    ".wv",  ".tta", ".mpc", ".ac3", ".dts",  ".spx",  ".ra",  ".dsf", ".dff"};

static bool ends_in(const char *file, const char *const *endings, size_t count,
                    size_t *stem_length)
{
  const size_t length = strlen(file);
  for (size_t i = 0; i < count; i++) {
    const size_t ending = strlen(endings[i]);
    if (length > ending &&
        strcasecmp(file + length - ending, endings[i]) == 0) {
      *stem_length = length - ending;
      return true;
    }
  }
  return false;
}

enum kind kind_of_name(const char *file, size_t *stem_length)
{
  if (ends_in(file, ours, sizeof(ours) / sizeof(*ours), stem_length)) {
    return KIND_OURS;
  }
  if (ends_in(file, foreign, sizeof(foreign) / sizeof(*foreign), stem_length)) {
    return KIND_FOREIGN;
  }
  *stem_length = strlen(file);
  return KIND_NONE;
}

/* The first packet of an Ogg file follows a page header of 28 bytes. */
#define OGG_PACKET 28

bool kind_is_foreign_inside(const struct view *view)
{
  static const struct {
    size_t at;
    const char *bytes;
  } marks[] = {{4, "ftyp"}, /* MPEG-4, QuickTime, 3GP */
               {0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11"}, /* Windows Media */
               {0, "\x1a\x45\xdf\xa3"},                 /* Matroska, WebM */
               {0, "#!AMR"},
               {0, "\xff\xf1"}, /* AAC as broadcast, MPEG-4 and MPEG-2 */
               {0, "\xff\xf9"},
               {0, "MAC "},
               {0, "wvpk"},
               {0, "TTA1"},
               {0, "MPCK"},
               {0, "DSD "},
               {OGG_PACKET, "Speex   "},
               {OGG_PACKET, "\x7f"
                            "FLAC"},
               {OGG_PACKET, "fishead"},
               {OGG_PACKET, "\x80theora"}};
  char head[OGG_PACKET + 8];
  const size_t length = view_read(view, 0, head, sizeof(head));
  for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
    const size_t count = strlen(marks[i].bytes);
    if (marks[i].at + count <= length &&
        memcmp(head + marks[i].at, marks[i].bytes, count) == 0) {
      return true;
    }
  }
  return false;
}
