/* Files of more than two channels: what each channel gives to each ear. */

#include "unit.h"

#include "base/frames.h"
#include "support/sound_bytes.h"

#include <math.h>
#include <sndfile.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WAV (SF_FORMAT_WAV | SF_FORMAT_PCM_16)
#define VORBIS (SF_FORMAT_OGG | SF_FORMAT_VORBIS)
#define OPUS (SF_FORMAT_OGG | SF_FORMAT_OPUS)
#define FLAC (SF_FORMAT_FLAC | SF_FORMAT_PCM_16)

/* libvorbisenc forgets the set-up of every encoder of several channels. */
const char *__lsan_default_suppressions(void);

const char *__lsan_default_suppressions(void)
{
  return "leak:vorbis_encode_setup_init";
}

/* A third of a second of a tone of 80 Hz in one channel, at a root mean square
   of 0.4. */
static void make_tone_in(const struct sound_room *room, const char *name,
                         int format, int channels, int channel)
{
  char path[200];
  path_of(room, name, path);
  SF_INFO info = {
      .samplerate = FRAME_RATE, .channels = channels, .format = format};
  SNDFILE *file = sf_open(path, SFM_WRITE, &info);
  assert_non_null(file);
  for (int i = 0; i < FRAME_RATE / 3; i++) {
    float frame[8] = {0};
    frame[channel] =
        (float)(0.4 * 1.4142135623730951 *
                sin(6.283185307179586 * 80 * (double)i / FRAME_RATE));
    assert_int_equal(sf_writef_float(file, frame, 1), 1);
  }
  sf_close(file);
}

/* The mask of WAVEFORMATEXTENSIBLE stands 20 bytes into the chunk's body. */
static void set_mask(const struct sound_room *room, const char *name,
                     uint32_t mask)
{
  struct bytes bytes = read_bytes(room, name);
  size_t at = 12;
  while (memcmp(bytes.bytes + at, "fmt ", 4) != 0) {
    at++;
  }
  memcpy(bytes.bytes + at + 8 + 20, &mask, sizeof(mask));
  char path[200];
  path_of(room, name, path);
  assert_int_equal(remove(path), 0);
  append(room, name, bytes.bytes, bytes.length);
  free(bytes.bytes);
}

/* What the fold makes of each place, before it is made fit into ±1: ITU-R
   BS.775-3. */
struct place_gains {
  char name;
  double left;
  double right;
};

static const struct place_gains places[] = {
    {'L', 1, 0},      {'R', 0, 1},     {'C', 0.7071, 0.7071}, {'l', 0.7071, 0},
    {'r', 0, 0.7071}, {'b', 0.5, 0.5}, {'x', 0, 0} /* low */,
};

static const struct place_gains *gains_of(char name)
{
  const struct place_gains *gains = places;
  while (gains->name != name) {
    gains++;
  }
  return gains;
}

/* One file a channel, each with a tone there alone. `mask` 0: as it is written.
 */
static void assert_order(const struct sound_room *room, int format,
                         const char *order, uint32_t mask)
{
  const int channels = (int)strlen(order);
  double whole = 0;
  for (int i = 0; i < channels; i++) {
    whole += gains_of(order[i])->left;
  }
  for (int i = 0; i < channels; i++) {
    static int number;
    char name[40];
    snprintf(name, sizeof(name), "tone %d.wav", number++);
    make_tone_in(room, name, format, channels, i);
    if (mask) {
      set_mask(room, name, mask);
    }
    const struct clip *clip = found(room, name);
    const struct place_gains *gains = gains_of(order[i]);
    assert_int_equal(clip->channels, 2);
    assert_near(level(clip, 4800, 6000, 0), 0.4 * gains->left / whole, 0.01);
    assert_near(level(clip, 4800, 6000, 1), 0.4 * gains->right / whole, 0.01);
  }
}

static void surround_of_wav_and_flac_is_folded_right(void **state)
{
  const struct sound_room *room = *state;
  static const int formats[] = {WAV, FLAC, SF_FORMAT_AIFF | SF_FORMAT_PCM_16,
                                SF_FORMAT_CAF | SF_FORMAT_PCM_16};
  for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++) {
    assert_order(room, formats[i], "LRC", 0);
    assert_order(room, formats[i], "LRlr", 0);
    assert_order(room, formats[i], "LRClr", 0);
    assert_order(room, formats[i], "LRCxlr", 0);
    assert_order(room, formats[i], "LRCxblr", 0);
    assert_order(room, formats[i], "LRCxlrlr", 0);
  }
}

/* Vorbis I, 4.3.9; RFC 7845, 5.1.1.2. */
static void surround_of_vorbis_and_opus_is_folded_right(void **state)
{
  const struct sound_room *room = *state;
  static const int formats[] = {VORBIS, OPUS};
  for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++) {
    assert_order(room, formats[i], "LCR", 0);
    assert_order(room, formats[i], "LRlr", 0);
    assert_order(room, formats[i], "LCRlr", 0);
    assert_order(room, formats[i], "LCRlrx", 0);
    assert_order(room, formats[i], "LCRlrbx", 0);
    assert_order(room, formats[i], "LCRlrlrx", 0);
  }
}

/* A WAV may tell its channels: 2.1, and 4.0 with a centre and a back. */
static void channels_that_a_file_names_are_believed(void **state)
{
  const struct sound_room *room = *state;
  assert_order(room, SF_FORMAT_WAVEX | SF_FORMAT_PCM_16, "LRx", 0xb);
  assert_order(room, SF_FORMAT_RF64 | SF_FORMAT_PCM_16, "LRx", 0xb);
  assert_order(room, SF_FORMAT_WAVEX | SF_FORMAT_PCM_16, "LRCb", 0x107);
  assert_order(room, SF_FORMAT_WAVEX | SF_FORMAT_PCM_16, "LRCxlr", 0x60f);
}

int main(void)
{
#define TEST(name)                                                             \
  cmocka_unit_test_setup_teardown(name, sound_room_set_up, sound_room_tear_down)
  const struct CMUnitTest tests[] = {
      TEST(surround_of_wav_and_flac_is_folded_right),
      TEST(surround_of_vorbis_and_opus_is_folded_right),
      TEST(channels_that_a_file_names_are_believed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
