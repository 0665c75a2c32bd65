/* Sounds found by name and decoded: which file, how long, how true. */

#include "unit.h"

#include "base/frames.h"
#include "support/sound_room.h"

#include <fcntl.h>
#include <math.h>
#include <sndfile.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const struct test_file wav = {SF_FORMAT_WAV | SF_FORMAT_PCM_16, 44100, 1,
                                     44100, 441};

static enum status find(const struct sound_room *room, const char *name,
                        const struct clip **clip)
{
  *clip = NULL;
  return sound_store_find(room->store, name, room->beside, clip);
}

static const struct clip *found(const struct sound_room *room, const char *name)
{
  const struct clip *clip;
  assert_int_equal(find(room, name, &clip), STATUS_OK);
  return clip;
}

static void assert_missing(const struct sound_room *room, const char *name)
{
  const struct clip *clip;
  assert_int_equal(find(room, name, &clip), STATUS_NOT_FOUND);
  assert_null(clip);
}

static void shipped_sounds_are_found(void **state)
{
  const struct sound_room *room = *state;
  static const char *const names[] = {
      "start bell",  "end bell",    "interval bell", "tick",       "end mark",
      "side change", "step change", "breath in",     "breath out", "move up",
      "move hold",   "move down",   "brown noise",   "pink noise", "low drone",
      "rain",        "sea",         "stream"};
  for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
    const struct clip *clip = found(room, names[i]);
    assert_non_null(clip->samples);
    assert_true(clip->frames > FRAME_RATE / 10);
  }
  assert_ptr_equal(found(room, "START-Bell"), found(room, "start bell"));
  assert_ptr_equal(found(room, "start-bell.flac"), found(room, "start bell"));
}

static void a_file_beside_the_routine_comes_first(void **state)
{
  const struct sound_room *room = *state;
  make_file(room->folder, "Tick.WAV", &wav);
  assert_int_equal(found(room, "tick")->frames, FRAME_RATE);
  make_file(room->folder, "Temple Bell.wav", &wav);
  const struct clip *clip = found(room, "temple-bell");
  assert_ptr_equal(found(room, "temple bell"), clip);
  assert_ptr_equal(found(room, "Temple Bell.wav"), clip);
}

static void a_name_is_never_a_path(void **state)
{
  const struct sound_room *room = *state;
  make_file(room->folder, "bell.wav", &wav);
  char up[200];
  snprintf(up, sizeof(up), "../%s/bell.wav", strrchr(room->folder, '/') + 1);
  assert_missing(room, up);
  snprintf(up, sizeof(up), "%s/bell.wav", room->folder);
  assert_missing(room, up);
  assert_missing(room, "./bell");
  assert_missing(room, "beds/rain");
  assert_missing(room, "..");
  assert_missing(room, ".");
  assert_missing(room, "");
  assert_missing(room, "evening.routine");
  assert_missing(room, "bel");
}

static void rates_become_one_rate(void **state)
{
  const struct sound_room *room = *state;
  static const struct {
    int rate;
    sf_count_t frames;
    int64_t expected;
  } cases[] = {{8000, 4001, 24006}, {22050, 22051, 48002},
               {44100, 100, 109},   {48000, 777, 777},
               {96000, 9999, 5000}, {192000, 192002, 48001}};
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
    char name[40];
    snprintf(name, sizeof(name), "case %zu.wav", i);
    const struct test_file file = {SF_FORMAT_WAV | SF_FORMAT_PCM_24,
                                   cases[i].rate, 1, cases[i].frames, 1000};
    make_file(room->folder, name, &file);
    assert_int_equal(found(room, name)->frames, cases[i].expected);
  }
}

/* Within the file's own precision, away from its ends. */
static void a_tone_stays_the_tone(void **state)
{
  const struct sound_room *room = *state;
  const struct test_file file = {SF_FORMAT_WAV | SF_FORMAT_FLOAT, 44100, 2,
                                 44100, 3000};
  make_file(room->folder, "tone.wav", &file);
  const struct clip *clip = found(room, "tone");
  const struct test_file same = {0, FRAME_RATE, 2, 0, 3000};
  assert_int_equal(clip->channels, 2);
  for (int64_t i = 2000; i < clip->frames - 2000; i++) {
    for (int c = 0; c < 2; c++) {
      assert_float_equal(clip->samples[2 * i + c], test_sample(&same, i, c),
                         2e-5);
    }
  }
}

static void every_promised_format_is_read(void **state)
{
  const struct sound_room *room = *state;
  static const struct {
    const char *name;
    int format;
  } formats[] = {{"a.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_U8},
                 {"b.wav", SF_FORMAT_WAVEX | SF_FORMAT_PCM_32},
                 {"c.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_24},
                 {"d.ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS},
                 {"e.opus", SF_FORMAT_OGG | SF_FORMAT_OPUS},
                 {"f.mp3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III},
                 {"g.WAV", SF_FORMAT_RF64 | SF_FORMAT_PCM_24},
                 {"h.W64", SF_FORMAT_W64 | SF_FORMAT_PCM_16},
                 {"i.aif", SF_FORMAT_AIFF | SF_FORMAT_PCM_24},
                 {"j.AIFF", SF_FORMAT_AIFF | SF_FORMAT_FLOAT},
                 {"k.aifc", SF_FORMAT_AIFF | SF_FORMAT_ALAW},
                 {"l.caf", SF_FORMAT_CAF | SF_FORMAT_PCM_24},
                 {"m.au", SF_FORMAT_AU | SF_FORMAT_PCM_16},
                 {"n.snd", SF_FORMAT_AU | SF_FORMAT_ULAW},
                 {"o.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_24},
                 {"p.wav", SF_FORMAT_WAV | SF_FORMAT_DOUBLE},
                 {"q.wav", SF_FORMAT_WAV | SF_FORMAT_ALAW},
                 {"r.wav", SF_FORMAT_WAV | SF_FORMAT_ULAW},
                 {"s.wav", SF_FORMAT_WAV | SF_FORMAT_IMA_ADPCM},
                 {"t.wave", SF_FORMAT_WAV | SF_FORMAT_MS_ADPCM},
                 {"u.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_S8}};
  for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++) {
    const struct test_file file = {formats[i].format, 48000, 2, 48000, 440};
    make_file(room->folder, formats[i].name, &file);
    const struct clip *clip = found(room, formats[i].name);
    assert_in_range(clip->frames, 48000, 48000 + 4000);
    double energy = 0;
    for (int64_t j = 12000; j < 36000; j++) {
      energy += (double)clip->samples[2 * j] * (double)clip->samples[2 * j];
    }
    assert_float_equal(energy / 24000, 0.125, 0.01);
  }
}

static void other_formats_are_refused(void **state)
{
  const struct sound_room *room = *state;
  const struct test_file voc = {SF_FORMAT_VOC | SF_FORMAT_PCM_16, 44100, 1, 100,
                                441};
  make_file(room->folder, "disguised.wav", &voc);
  const struct test_file slow = {SF_FORMAT_WAV | SF_FORMAT_PCM_16, 4000, 1, 100,
                                 441};
  make_file(room->folder, "slow.wav", &slow);
  const struct test_file empty = {SF_FORMAT_WAV | SF_FORMAT_PCM_16, 44100, 1, 0,
                                  441};
  make_file(room->folder, "empty.wav", &empty);
  const struct clip *clip;
  assert_int_equal(find(room, "disguised", &clip), STATUS_BAD_SOUND);
  assert_int_equal(find(room, "slow", &clip), STATUS_BAD_SOUND);
  assert_int_equal(find(room, "empty", &clip), STATUS_EMPTY_SOUND);
}

static void only_files_are_opened(void **state)
{
  const struct sound_room *room = *state;
  char path[200];
  snprintf(path, sizeof(path), "%s/pipe.wav", room->folder);
  assert_int_equal(mkfifo(path, 0600), 0);
  snprintf(path, sizeof(path), "%s/folder.wav", room->folder);
  assert_int_equal(mkdir(path, 0700), 0);
  const struct clip *clip;
  assert_int_equal(find(room, "pipe", &clip), STATUS_READ_FAILED);
  assert_int_equal(find(room, "folder", &clip), STATUS_READ_FAILED);
}

static void six_channels_become_two(void **state)
{
  const struct sound_room *room = *state;
  const struct test_file file = {SF_FORMAT_WAVEX | SF_FORMAT_PCM_16, 48000, 6,
                                 4800, 500};
  make_file(room->folder, "surround.wav", &file);
  const struct clip *clip = found(room, "surround");
  assert_int_equal(clip->channels, 2);
  assert_int_equal(clip->frames, 4800);
  for (int64_t i = 0; i < clip->frames * 2; i++) {
    assert_true(fabsf(clip->samples[i]) <= 0.5f);
  }
  const double whole = 1 + 2 * 0.7071;
  const double left =
      (test_sample(&file, 1000, 0) + 0.7071 * test_sample(&file, 1000, 2) +
       0.7071 * test_sample(&file, 1000, 4)) /
      whole;
  assert_float_equal(clip->samples[2 * 1000], left, 1e-3);
}

/* What a file of floats may hold, and no sample should. */
static void wild_samples_are_tamed(void **state)
{
  const struct sound_room *room = *state;
  char path[200];
  snprintf(path, sizeof(path), "%s/wild.wav", room->folder);
  SF_INFO info = {.samplerate = 48000,
                  .channels = 1,
                  .format = SF_FORMAT_WAV | SF_FORMAT_FLOAT};
  SNDFILE *out = sf_open(path, SFM_WRITE, &info);
  const float wild[] = {NAN, INFINITY, -INFINITY, 1e30f, -1e30f, 0.25f};
  assert_int_equal(sf_writef_float(out, wild, 6), 6);
  sf_close(out);
  const struct clip *clip = found(room, "wild");
  const float tame[] = {0, 0, 0, 1, -1, 0.25f};
  assert_int_equal(clip->frames, 6);
  assert_memory_equal(clip->samples, tame, sizeof(tame));
}

static void a_loop_of_ones_own_has_a_seam_and_a_bed_has_none(void **state)
{
  const struct sound_room *room = *state;
  make_file(room->folder, "short.wav", &wav);
  assert_int_equal(found(room, "short")->seam_frames, FRAME_RATE / 4);
  assert_int_equal(found(room, "rain")->seam_frames, 0);
  assert_int_equal(found(room, "rain")->frames, 30 * FRAME_RATE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shipped_sounds_are_found),
      cmocka_unit_test(a_file_beside_the_routine_comes_first),
      cmocka_unit_test(a_name_is_never_a_path),
      cmocka_unit_test(rates_become_one_rate),
      cmocka_unit_test(a_tone_stays_the_tone),
      cmocka_unit_test(every_promised_format_is_read),
      cmocka_unit_test(other_formats_are_refused),
      cmocka_unit_test(only_files_are_opened),
      cmocka_unit_test(six_channels_become_two),
      cmocka_unit_test(wild_samples_are_tamed),
      cmocka_unit_test(a_loop_of_ones_own_has_a_seam_and_a_bed_has_none),
  };
  return cmocka_run_group_tests(tests, sound_room_set_up, sound_room_tear_down);
}
