/* Sound files as people have them: what recorders, phones and other programs
   leave, read to its end. */

#include "unit.h"

#include "base/frames.h"
#include "sound/locate.h"
#include "sound/stream.h"
#include "support/sound_bytes.h"

#include <math.h>
#include <sndfile.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WAV (SF_FORMAT_WAV | SF_FORMAT_PCM_16)
#define VORBIS (SF_FORMAT_OGG | SF_FORMAT_VORBIS)
#define OPUS (SF_FORMAT_OGG | SF_FORMAT_OPUS)
#define FLAC (SF_FORMAT_FLAC | SF_FORMAT_PCM_16)

/* Writes a sine of so many frames. */
static void make(const struct sound_room *room, const char *name, int format,
                 int rate, int channels, int64_t frames)
{
  const struct test_file file = {format, rate, channels, frames, 441};
  make_file(room->folder, name, &file);
}

/* The sine of make(), as a root mean square of 0.35. */
static void assert_sine(const struct clip *clip, int64_t frame, int64_t frames)
{
  for (int c = 0; c < clip->channels; c++) {
    assert_near(level(clip, frame, frames, c), 0.3536, 0.02);
  }
}

static void joined_ogg_files_are_played_to_the_end(void **state)
{
  const struct sound_room *room = *state;
  static const int formats[] = {VORBIS, OPUS};
  for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++) {
    const char *name = i == 0 ? "vorbis.ogg" : "opus.opus";
    make(room, "one.ogg", formats[i], 48000, 2, 48000);
    make(room, "two.ogg", formats[i], 48000, 2, 24000);
    append_file(room, name, "one.ogg");
    append_file(room, name, "two.ogg");
    append_file(room, name, "one.ogg");
    const struct clip *clip = found(room, name);
    assert_int_equal(clip->frames, 48000 + 24000 + 48000);
    assert_sine(clip, 0, clip->frames);
    assert_sine(clip, 90000, 24000);
  }
}

/* As where one programme of a station follows another. */
static void links_of_other_rates_and_channels_keep_their_place(void **state)
{
  const struct sound_room *room = *state;
  make(room, "one.ogg", VORBIS, 44100, 1, 44100);
  make(room, "two.ogg", VORBIS, 48000, 2, 24000);
  make(room, "three.ogg", VORBIS, 44100, 1, 22050);
  append_file(room, "mixed.ogg", "one.ogg");
  append_file(room, "mixed.ogg", "two.ogg");
  append_file(room, "mixed.ogg", "three.ogg");
  append_file(room, "mixed.ogg", "three.ogg");
  const struct clip *clip = found(room, "mixed");
  assert_int_equal(clip->channels, 2);
  assert_int_equal(clip->frames, 48000 + 24000 + 24000 + 24000);
  for (int64_t part = 0; part < 5; part++) {
    assert_sine(clip, part * 24000 + 2000, 20000);
  }
  for (int64_t i = 0; i < 48000; i++) {
    assert_float_equal(clip->samples[2 * i], clip->samples[2 * i + 1], 0);
  }
}

/* Cut off while the next programme began. */
static void a_link_that_is_only_begun_spoils_nothing(void **state)
{
  const struct sound_room *room = *state;
  make(room, "one.ogg", VORBIS, 48000, 1, 48000);
  const struct bytes one = read_bytes(room, "one.ogg");
  append(room, "cut.ogg", one.bytes, one.length);
  append(room, "cut.ogg", one.bytes, 300);
  free(one.bytes);
  assert_int_equal(found(room, "cut")->frames, 48000);
}

static void a_long_chain_streams_as_it_decodes(void **state)
{
  const struct sound_room *room = *state;
  make_sweep(room->folder, "sweep.ogg", VORBIS, 48000, 40);
  append_file(room, "long.ogg", "sweep.ogg");
  append_file(room, "long.ogg", "sweep.ogg");
  const struct clip *clip = found(room, "long");
  assert_int_equal(clip->frames, 80 * FRAME_RATE);
  assert_non_null(clip->stream);
  const struct clip *sweep = found(room, "sweep");
  float samples[480];
  int64_t frame = 0;
  for (; frame < clip->frames; frame += 480) {
    sound_store_refill(room->store);
    stream_read(clip->stream, 0, frame, samples, 480);
    assert_memory_equal(samples, sweep->samples + frame % sweep->frames,
                        sizeof(samples));
  }
  assert_int_equal(stream_missing_frames(clip->stream), 0);
}

/* The size of the sound stands in bytes 40 to 43, that of all in 4 to 7. */
static void a_wav_that_was_never_finished_is_played_to_its_end(void **state)
{
  const struct sound_room *room = *state;
  static const uint32_t sizes[][2] = {
      {0, 0}, {36, 0}, {0xffffffff, 0xffffffff}, {0xffffffff, 0}, {4, 0}};
  make(room, "whole.wav", WAV, 48000, 1, 4801);
  for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
    char name[40];
    snprintf(name, sizeof(name), "cut %zu.wav", i);
    struct bytes bytes = read_bytes(room, "whole.wav");
    assert_memory_equal(bytes.bytes + 36, "data", 4);
    memcpy(bytes.bytes + 4, &sizes[i][0], 4);
    memcpy(bytes.bytes + 40, &sizes[i][1], 4);
    append(room, name, bytes.bytes, bytes.length);
    free(bytes.bytes);
    const struct clip *clip = found(room, name);
    assert_int_equal(clip->frames, 4801);
    assert_memory_equal(clip->samples, found(room, "whole")->samples,
                        4801 * sizeof(float));
  }
}

/* With a chunk behind it, there is nothing in it. */
static void an_empty_wav_is_empty(void **state)
{
  const struct sound_room *room = *state;
  make(room, "whole.wav", WAV, 48000, 1, 0);
  append_file(room, "named.wav", "whole.wav");
  append(room, "named.wav", "LIST\x0e\0\0\0INFOINAM\x02\0\0\0A\0", 22);
  const struct clip *clip;
  assert_int_equal(find(room, "whole", &clip), STATUS_EMPTY_SOUND);
  assert_int_equal(find(room, "named", &clip), STATUS_EMPTY_SOUND);
}

/* The first 42 bytes of a FLAC tell of a second of sound, and that nothing else
   is told. */
static void a_flac_without_frames_is_empty(void **state)
{
  const struct sound_room *room = *state;
  make(room, "whole.flac", FLAC, 48000, 1, 48000);
  struct bytes bytes = read_bytes(room, "whole.flac");
  bytes.bytes[4] |= 0x80;
  append(room, "cut.flac", bytes.bytes, 42);
  free(bytes.bytes);
  const struct clip *clip;
  assert_int_equal(find(room, "cut", &clip), STATUS_EMPTY_SOUND);
}

/* A WAV of four samples, 1/4, -1/4, 1/2, -1/2, made of chunks. */
static void make_of_chunks(const struct sound_room *room, const char *name,
                           const struct bytes *chunks, size_t count)
{
  uint32_t length = 4;
  for (size_t i = 0; i < count; i++) {
    length += (uint32_t)chunks[i].length;
  }
  append(room, name, "RIFF", 4);
  append(room, name, &length, 4);
  append(room, name, "WAVE", 4);
  for (size_t i = 0; i < count; i++) {
    append(room, name, chunks[i].bytes, chunks[i].length);
  }
  const struct clip *clip = found(room, name);
  static const float samples[] = {0.25f, -0.25f, 0.5f, -0.5f};
  assert_int_equal(clip->frames, 4);
  assert_memory_equal(clip->samples, samples, sizeof(samples));
}

#define CHUNK(text)                                                            \
  {                                                                            \
    (unsigned char *)(text), sizeof(text) - 1                                  \
  }

/* 48,000 frames a second, one channel, 16 bits. */
#define FORMAT                                                                 \
  CHUNK("fmt \x10\0\0\0\x01\0\x01\0\x80\xbb\0\0\0\x77\x01\0\x02\0\x10\0")
#define DATA CHUNK("data\x08\0\0\0\0\x20\0\xe0\0\x40\0\xc0")

static void chunks_come_in_any_order(void **state)
{
  const struct sound_room *room = *state;
  static const struct bytes list = CHUNK("LIST\x0e\0\0\0INFOINAM\x02\0\0\0A\0");
  static const struct bytes odd = CHUNK("note\x03\0\0\0abc\0");
  static const struct bytes junk = CHUNK("JUNK\x05\0\0\0\0\0\0\0\0\0");
  static const struct bytes format = FORMAT;
  static const struct bytes data = DATA;
  static const struct bytes fact = CHUNK("fact\x04\0\0\0\x04\0\0\0");
  make_of_chunks(room, "a.wav", (struct bytes[]){format, data, list}, 3);
  make_of_chunks(room, "b.wav", (struct bytes[]){list, format, data}, 3);
  make_of_chunks(room, "c.wav", (struct bytes[]){junk, format, fact, data}, 4);
  make_of_chunks(room, "d.wav", (struct bytes[]){odd, format, odd, data, odd},
                 5);
}

/* Recorders have written their first page, not its sizes. */
static void an_rf64_that_was_never_finished_is_played_to_its_end(void **state)
{
  const struct sound_room *room = *state;
  make(room, "whole.rf64", SF_FORMAT_RF64 | SF_FORMAT_PCM_16, 48000, 1, 4800);
  struct bytes bytes = read_bytes(room, "whole.rf64");
  assert_memory_equal(bytes.bytes + 12, "ds64", 4);
  memset(bytes.bytes + 20, 0, 24);
  append(room, "cut.wav", bytes.bytes, bytes.length);
  memcpy(bytes.bytes, "BW64", 4);
  append(room, "later.wav", bytes.bytes, bytes.length);
  free(bytes.bytes);
  assert_int_equal(found(room, "cut")->frames, 4800);
  assert_int_equal(found(room, "later")->frames, 4800);
  assert_sine(found(room, "later"), 0, 4800);
}

static void a_w64_that_was_never_finished_is_played_to_its_end(void **state)
{
  const struct sound_room *room = *state;
  make(room, "whole.w64", SF_FORMAT_W64 | SF_FORMAT_PCM_16, 48000, 1, 4800);
  struct bytes bytes = read_bytes(room, "whole.w64");
  const size_t data = bytes.length - 9600 - 24;
  assert_memory_equal(bytes.bytes + data, "data", 4);
  memset(bytes.bytes + 16, 0, 8);
  memset(bytes.bytes + data + 16, 0, 8);
  append(room, "cut.w64", bytes.bytes, bytes.length);
  free(bytes.bytes);
  assert_int_equal(found(room, "cut")->frames, 4800);
  assert_sine(found(room, "cut"), 0, 4800);
}

/* As ffmpeg writes them: libsndfile alone makes noise of it. */
static void floats_of_an_extensible_w64_are_floats(void **state)
{
  const struct sound_room *room = *state;
  static const unsigned char head[] =
      "riff\x2e\x91\xcf\x11\xa5\xd6\x28\xdb\x04\xc1\0\0\xb0\0\0\0\0\0\0\0"
      "wave\xf3\xac\xd3\x11\x8c\xd1\0\xc0\x4f\x8e\xdb\x8a"
      "fmt \xf3\xac\xd3\x11\x8c\xd1\0\xc0\x4f\x8e\xdb\x8a\x40\0\0\0\0\0\0\0"
      "\xfe\xff\x01\0\x80\xbb\0\0\0\xee\x02\0\x04\0\x20\0\x16\0\x20\0\x04\0\0\0"
      "\x03\0\0\0\0\0\x10\0\x80\0\0\xaa\0\x38\x9b\x71"
      "data\xf3\xac\xd3\x11\x8c\xd1\0\xc0\x4f\x8e\xdb\x8a\x28\0\0\0\0\0\0\0";
  static const float samples[] = {0.25f, -0.25f, 0.5f, -0.5f};
  append(room, "float.w64", head, sizeof(head) - 1);
  append(room, "float.w64", samples, sizeof(samples));
  const struct clip *clip = found(room, "float");
  assert_int_equal(clip->frames, 4);
  assert_memory_equal(clip->samples, samples, sizeof(samples));
}

/* The size that stands for "unknown" there. */
static void an_au_that_was_never_finished_is_played_to_its_end(void **state)
{
  const struct sound_room *room = *state;
  make(room, "whole.au", SF_FORMAT_AU | SF_FORMAT_PCM_16, 48000, 1, 4800);
  struct bytes au = read_bytes(room, "whole.au");
  memset(au.bytes + 8, 0xff, 4);
  append(room, "cut.au", au.bytes, au.length);
  free(au.bytes);
  assert_int_equal(found(room, "cut")->frames, 4800);
}

static void tags_in_front_are_left_out(void **state)
{
  const struct sound_room *room = *state;
  static const struct {
    const char *name;
    int format;
  } kinds[] = {{"a.mp3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III},
               {"b.flac", FLAC},
               {"c.wav", WAV},
               {"d.ogg", VORBIS},
               {"e.opus", OPUS}};
  static const unsigned char tag[] = "ID3\x04\0\0\0\0\0\x0c"
                                     "TIT2\0\0\0\x02\0\0\0A";
  for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
    char name[40];
    snprintf(name, sizeof(name), "tagged %s", kinds[i].name);
    make(room, kinds[i].name, kinds[i].format, 48000, 2, 24000);
    append(room, name, tag, sizeof(tag) - 1);
    append(room, name, tag, sizeof(tag) - 1);
    append_file(room, name, kinds[i].name);
    const struct clip *plain = found(room, kinds[i].name);
    const struct clip *clip = found(room, name);
    assert_int_equal(clip->frames, plain->frames);
    assert_memory_equal(clip->samples, plain->samples,
                        (size_t)clip->frames * 2 * sizeof(float));
  }
}

static void what_stands_in_front_of_an_mp3_is_passed_over(void **state)
{
  const struct sound_room *room = *state;
  make(room, "plain.mp3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, 44100, 1,
       44100);
  static const char noise[] =
      "Some bytes that were left in front of the sound.";
  append(room, "noise.mp3", noise, sizeof(noise));
  append_file(room, "noise.mp3", "plain.mp3");
  assert_int_equal(found(room, "noise")->frames, found(room, "plain")->frames);
  assert_sine(found(room, "noise"), 6000, 36000);
}

/* Made fit after resampling too: a square wave at full scale swings over. */
static void nothing_is_louder_than_promised(void **state)
{
  const struct sound_room *room = *state;
  char path[200];
  path_of(room, "square.wav", path);
  SF_INFO info = {.samplerate = 44100, .channels = 1, .format = WAV};
  SNDFILE *file = sf_open(path, SFM_WRITE, &info);
  for (int i = 0; i < 44100; i++) {
    const short sample = i / 50 % 2 ? 32767 : -32768;
    assert_int_equal(sf_writef_short(file, &sample, 1), 1);
  }
  sf_close(file);
  const struct clip *clip = found(room, "square");
  for (int64_t i = 0; i < clip->frames; i++) {
    assert_true(clip->samples[i] >= -1 && clip->samples[i] <= 1);
  }
}

static void assert_foreign(const struct sound_room *room, const char *name,
                           const char *command)
{
  const struct clip *clip;
  assert_int_equal(find(room, name, &clip), STATUS_FOREIGN_SOUND);
  char *conversion = locate_conversion(name, room->beside);
  char whole[500];
  snprintf(whole, sizeof(whole), command, room->folder, room->folder);
  assert_string_equal(conversion, whole);
  free(conversion);
}

static void other_kinds_are_named_with_what_converts_them(void **state)
{
  const struct sound_room *room = *state;
  static const char mp4[] = "\0\0\0\x1c"
                            "ftypM4A \0\0\2\0M4A isomiso2";
  append(room, "gong.M4A", mp4, sizeof(mp4));
  append(room, "It's mine.wma", "whatever it is", 14);
  append(room, "misnamed.wav", mp4, sizeof(mp4));
  append(room, "misnamed too.flac", mp4, sizeof(mp4));
  append(room, "speech.ogg",
         "OggS\0\2\0\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0"
         "\1\x50Speex   1.2",
         39);
  assert_foreign(room, "gong", "ffmpeg -i %s/gong.M4A %s/gong.flac");
  assert_foreign(room, "Gong.m4a", "ffmpeg -i %s/gong.M4A %s/gong.flac");
  assert_foreign(room, "it's mine",
                 "ffmpeg -i '%s/It'\\''s mine.wma' '%s/It'\\''s mine.flac'");
  assert_foreign(room, "misnamed",
                 "ffmpeg -i %s/misnamed.wav "
                 "%s/misnamed.flac");
  assert_foreign(room, "misnamed too",
                 "ffmpeg -i '%s/misnamed too.flac' "
                 "'%s/misnamed too.wav'");
  assert_foreign(room, "speech", "ffmpeg -i %s/speech.ogg %s/speech.flac");
}

/* What was converted is played without a change of the routine; a name that is
   Supine's own stays so; what can be played is, whatever it is called. */
static void a_kind_is_foreign_only_where_nothing_else_is_meant(void **state)
{
  const struct sound_room *room = *state;
  append(room, "gong.m4a", "whatever", 8);
  append(room, "tick.mp4", "whatever", 8);
  make(room, "gong.flac", FLAC, 48000, 1, 4800);
  make(room, "bell.m4a", WAV, 48000, 1, 480);
  assert_int_equal(found(room, "gong")->frames, 4800);
  assert_int_equal(found(room, "gong.m4a")->frames, 4800);
  assert_int_equal(found(room, "bell")->frames, 480);
  found(room, "tick");
  const struct clip *clip;
  assert_int_equal(find(room, "tick.mp4", &clip), STATUS_FOREIGN_SOUND);
}

static void a_path_is_a_file(void **state)
{
  const struct sound_room *room = *state;
  make(room, "Flute.WAV", WAV, 48000, 1, 4800);
  make(room, "flute.wav", WAV, 48000, 1, 480);
  make(room, "recording.001", WAV, 48000, 1, 48);
  static const struct {
    const char *name;
    int64_t frames;
  } cases[] = {{"Flute.WAV", 4800},
               {"flute.wav", 480},
               {"FLUTE", 4800},
               {"recording.001", 48}};
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
    char path[200];
    path_of(room, cases[i].name, path);
    const struct clip *clip;
    assert_int_equal(sound_store_open(room->store, path, &clip), STATUS_OK);
    assert_int_equal(clip->frames, cases[i].frames);
  }
  assert_int_equal(found(room, "flute.wav")->frames, 480);
  char path[200];
  path_of(room, "tick", path);
  const struct clip *clip;
  assert_int_equal(sound_store_open(room->store, path, &clip),
                   STATUS_NOT_FOUND);
}

int main(void)
{
#define TEST(name)                                                             \
  cmocka_unit_test_setup_teardown(name, sound_room_set_up, sound_room_tear_down)
  const struct CMUnitTest tests[] = {
      TEST(joined_ogg_files_are_played_to_the_end),
      TEST(links_of_other_rates_and_channels_keep_their_place),
      TEST(a_link_that_is_only_begun_spoils_nothing),
      TEST(a_long_chain_streams_as_it_decodes),
      TEST(a_wav_that_was_never_finished_is_played_to_its_end),
      TEST(an_empty_wav_is_empty),
      TEST(a_flac_without_frames_is_empty),
      TEST(chunks_come_in_any_order),
      TEST(an_rf64_that_was_never_finished_is_played_to_its_end),
      TEST(a_w64_that_was_never_finished_is_played_to_its_end),
      TEST(floats_of_an_extensible_w64_are_floats),
      TEST(an_au_that_was_never_finished_is_played_to_its_end),
      TEST(tags_in_front_are_left_out),
      TEST(what_stands_in_front_of_an_mp3_is_passed_over),
      TEST(nothing_is_louder_than_promised),
      TEST(other_kinds_are_named_with_what_converts_them),
      TEST(a_kind_is_foreign_only_where_nothing_else_is_meant),
      TEST(a_path_is_a_file),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
