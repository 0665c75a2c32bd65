/* Files that are cut, mangled and made up: whatever they do to a decoder, the
   answer is a clip within bounds or a status, soon. */

#include "unit.h"

#include "base/frames.h"
#include "sound/decoded.h"
#include "sound/sound_reader.h"
#include "support/sound_files.h"

#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A hang fails the test instead of holding it up. */
#define WATCHDOG_SECONDS 250

#define MUTANTS 25
#define SEED 20240611u

static const struct {
  const char *name;
  int format;
} kinds[] = {{"a.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16},
             {"b.wav", SF_FORMAT_WAVEX | SF_FORMAT_FLOAT},
             {"c.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16},
             {"d.ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS},
             {"e.opus", SF_FORMAT_OGG | SF_FORMAT_OPUS},
             {"f.mp3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III},
             {"g.wav", SF_FORMAT_WAV | SF_FORMAT_MS_ADPCM},
             {"h.rf64", SF_FORMAT_RF64 | SF_FORMAT_PCM_24},
             {"i.w64", SF_FORMAT_W64 | SF_FORMAT_FLOAT},
             {"j.aiff", SF_FORMAT_AIFF | SF_FORMAT_PCM_16},
             {"k.au", SF_FORMAT_AU | SF_FORMAT_ULAW},
             {"l.caf", SF_FORMAT_CAF | SF_FORMAT_PCM_16}};

#define KINDS (sizeof(kinds) / sizeof(*kinds))

struct bytes {
  unsigned char *bytes;
  size_t length;
};

/* libsndfile forgets what libvorbis has set up when a file turns out to be
   broken; the program decodes in a process that ends. */
const char *__lsan_default_suppressions(void);

const char *__lsan_default_suppressions(void)
{
  return "leak:vorbis_info_init";
}

static uint32_t next(uint32_t *seed)
{
  *seed = *seed * 1664525u + 1013904223u;
  return *seed >> 8;
}

static struct bytes read_bytes(const char *path)
{
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  struct bytes bytes = {malloc(1 << 20), 0};
  bytes.length = fread(bytes.bytes, 1, 1 << 20, file);
  fclose(file);
  return bytes;
}

static void write_bytes(const char *path, const unsigned char *bytes,
                        size_t length)
{
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, length, file), length);
  fclose(file);
}

/* In this process, where sanitizers see what goes wrong. */
static void read_through(const char *path)
{
  struct reader *reader = NULL;
  if (reader_create(path, &reader) != STATUS_OK) {
    assert_null(reader);
    return;
  }
  float samples[2 * 1000];
  int64_t frames = 0;
  int64_t count;
  do {
    count = reader_read(reader, samples, 1000);
    assert_in_range(count, 0, 1000);
    frames += count;
  } while (count > 0 && frames < 60 * FRAME_RATE);
  reader_destroy(reader);
}

/* Decodes as the program does, and checks whatever comes. */
static void assert_sane(const char *path)
{
  read_through(path);
  struct decoded decoded;
  const enum status status = decode_file(path, 10 * FRAME_RATE, &decoded);
  if (status != STATUS_OK) {
    assert_true(status == STATUS_BAD_SOUND || status == STATUS_EMPTY_SOUND ||
                status == STATUS_FOREIGN_SOUND || status == STATUS_TOO_LARGE);
    return;
  }
  assert_in_range(decoded.channels, 1, 2);
  assert_in_range(decoded.frames, 1, LONGEST_SOUND_FRAMES);
  assert_true(decoded.kept <= decoded.frames);
  assert_true(decoded.kept <= 10 * FRAME_RATE);
  for (int64_t i = 0; i < decoded.kept * decoded.channels; i++) {
    assert_true(decoded.samples[i] >= -1 && decoded.samples[i] <= 1);
  }
  decoded_finish(&decoded);
}

static int set_up(void **state)
{
  alarm(WATCHDOG_SECONDS);
  char *folder = make_folder();
  for (size_t i = 0; i < KINDS; i++) {
    const struct test_file file = {kinds[i].format, 48000, 2, 12000, 700};
    make_file(folder, kinds[i].name, &file);
  }
  *state = folder;
  return 0;
}

static int tear_down(void **state)
{
  remove_folder(*state);
  alarm(0);
  return 0;
}

static void cut_files_end_early(void **state)
{
  const char *folder = *state;
  char path[200];
  for (size_t i = 0; i < KINDS; i++) {
    snprintf(path, sizeof(path), "%s/%s", folder, kinds[i].name);
    struct bytes whole = read_bytes(path);
    snprintf(path, sizeof(path), "%s/cut", folder);
    for (size_t part = 0; part < 12; part++) {
      write_bytes(path, whole.bytes, whole.length * part / 12 + part % 3);
      assert_sane(path);
    }
    free(whole.bytes);
  }
}

static void mangle(struct bytes *bytes, uint32_t *seed)
{
  const uint32_t changes = 1 + next(seed) % 24;
  for (uint32_t i = 0; i < changes; i++) {
    const size_t near_start = next(seed) % 2 ? 200 : bytes->length;
    const size_t limit =
        near_start < bytes->length ? near_start : bytes->length;
    static const unsigned char odd[] = {0, 1, 0x7f, 0x80, 0xff};
    bytes->bytes[next(seed) % limit] = next(seed) % 2
                                           ? odd[next(seed) % sizeof(odd)]
                                           : (unsigned char)next(seed);
  }
}

static void mangled_files_harm_nobody(void **state)
{
  const char *folder = *state;
  char path[200];
  uint32_t seed = SEED;
  for (size_t i = 0; i < KINDS; i++) {
    snprintf(path, sizeof(path), "%s/%s", folder, kinds[i].name);
    const struct bytes whole = read_bytes(path);
    struct bytes mutant = {malloc(whole.length), whole.length};
    snprintf(path, sizeof(path), "%s/mangled", folder);
    for (int j = 0; j < MUTANTS; j++) {
      memcpy(mutant.bytes, whole.bytes, whole.length);
      mangle(&mutant, &seed);
      write_bytes(path, mutant.bytes, mutant.length);
      assert_sane(path);
    }
    free(mutant.bytes);
    free(whole.bytes);
  }
}

/* A header of every kind, and nothing that makes sense behind it. */
static void noise_behind_a_header_is_no_sound(void **state)
{
  const char *folder = *state;
  char path[200];
  uint32_t seed = SEED + 1;
  for (size_t i = 0; i < KINDS; i++) {
    snprintf(path, sizeof(path), "%s/%s", folder, kinds[i].name);
    struct bytes whole = read_bytes(path);
    for (size_t j = whole.length < 300 ? 0 : 300; j < whole.length; j++) {
      whole.bytes[j] = (unsigned char)next(&seed);
    }
    snprintf(path, sizeof(path), "%s/noise", folder);
    write_bytes(path, whole.bytes, whole.length);
    assert_sane(path);
    free(whole.bytes);
  }
}

/* Sizes of 4 GiB in a file of a few bytes. */
static void a_header_that_lies_is_not_believed(void **state)
{
  const char *folder = *state;
  char path[200];
  snprintf(path, sizeof(path), "%s/%s", folder, kinds[0].name);
  struct bytes whole = read_bytes(path);
  memset(whole.bytes + 4, 0xff, 4);
  memset(whole.bytes + 40, 0xff, 4);
  snprintf(path, sizeof(path), "%s/liar.wav", folder);
  write_bytes(path, whole.bytes, whole.length);
  struct decoded decoded;
  assert_int_equal(decode_file(path, 10 * FRAME_RATE, &decoded), STATUS_OK);
  assert_int_equal(decoded.frames, 12000);
  decoded_finish(&decoded);
  free(whole.bytes);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cut_files_end_early),
      cmocka_unit_test(mangled_files_harm_nobody),
      cmocka_unit_test(noise_behind_a_header_is_no_sound),
      cmocka_unit_test(a_header_that_lies_is_not_believed),
  };
  print_message("Seed %u\n", SEED);
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
