/* Sound files: what was written is what can be read. */

#include "unit.h"

#include "render/sound_file.h"

#include <dirent.h>
#include <math.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FRAMES 48000

static char folder[] = "/tmp/supine-file-XXXXXX";
static float tone[FRAMES * 2];

static int set_up(void **state)
{
  (void)state;
  for (int i = 0; i < FRAMES; i++) {
    tone[2 * i] = (float)(0.5 * sin(i * 0.05));
    tone[2 * i + 1] = (float)(0.25 * sin(i * 0.03));
  }
  return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int tear_down(void **state)
{
  (void)state;
  char command[64];
  snprintf(command, sizeof(command), "rm -r %s", folder);
  return system(command);
}

static int files_here(void)
{
  DIR *here = opendir(".");
  int count = 0;
  assert_non_null(here);
  for (struct dirent *entry; (entry = readdir(here));) {
    count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..");
  }
  closedir(here);
  return count;
}

static const struct chapter chapters[] = {{0, "Beginning"},
                                          {24000, "Käse & Brot, left side"}};

static struct sound_file_options tagged(const char *path)
{
  return (struct sound_file_options){
      .path = path,
      .title = "Ein Titel für alle",
      .artist = "Jemand",
      .comment = "A comment",
      .chapters = {chapters, 2, FRAMES, "de"},
  };
}

static void write_tone(const char *path)
{
  const struct sound_file_options options = tagged(path);
  struct sound_file *file = NULL;
  assert_int_equal(sound_file_create(&options, &file), STATUS_OK);
  assert_int_equal(sound_file_write(file, tone, 1000), STATUS_OK);
  assert_int_equal(sound_file_write(file, tone + 2000, FRAMES - 1000),
                   STATUS_OK);
  assert_int_equal(sound_file_finish(file), STATUS_OK);
  sound_file_destroy(file);
}

static void samples_come_back(const char *path, sf_count_t frames_spare,
                              double tolerance)
{
  static float read[FRAMES * 4];
  SF_INFO info = {0};
  SNDFILE *file = sf_open(path, SFM_READ, &info);
  assert_non_null(file);
  assert_int_equal(info.samplerate, 48000);
  assert_int_equal(info.channels, 2);
  const sf_count_t frames = sf_readf_float(file, read, FRAMES * 2);
  assert_true(frames >= FRAMES && frames <= FRAMES + frames_spare);
  sf_close(file);
  if (frames_spare == 0) {
    for (int i = 2000; i < 2 * FRAMES - 20000; i++) {
      assert_true(fabs((double)(read[i] - tone[i])) <= tolerance);
    }
  }
}

static void every_format_keeps_the_samples(void **state)
{
  (void)state;
  write_tone("one.wav");
  samples_come_back("one.wav", 0, 1.0 / 32767);
  write_tone("one.flac");
  samples_come_back("one.flac", 0, 1.0 / 32767);
  write_tone("one.ogg");
  samples_come_back("one.ogg", 0, 0.05);
  write_tone("one.opus");
  samples_come_back("one.opus", 0, 0.1);
  write_tone("one.mp3");
  samples_come_back("one.mp3", 2400, 0);
}

/* True when `bytes` stand somewhere in the file. */
static bool file_holds(const char *path, const char *bytes, size_t length)
{
  static char content[1 << 20];
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  const size_t size = fread(content, 1, sizeof(content), file);
  fclose(file);
  return memmem(content, size, bytes, length) != NULL;
}

static void every_format_names_title_and_chapters(void **state)
{
  (void)state;
  const char *const paths[] = {"two.wav", "two.flac", "two.ogg", "two.opus",
                               "two.mp3"};
  for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
    write_tone(paths[i]);
    assert_true(file_holds(paths[i], "Ein Titel für alle", 19));
    assert_true(
        file_holds(paths[i], chapters[1].title, strlen(chapters[1].title)));
  }
  assert_true(file_holds("two.flac", "CHAPTER002=00:00:00.500", 23));
  assert_true(file_holds("two.opus", "LANGUAGE=de", 11));
  assert_true(file_holds("two.mp3", "TLAN\0\0\0\4\0\0\3deu", 14));
  SF_INFO info = {0};
  SNDFILE *file = sf_open("two.wav", SFM_READ, &info);
  SF_CUES cues = {0};
  assert_int_equal(sf_command(file, SFC_GET_CUE, &cues, sizeof(cues)), SF_TRUE);
  assert_int_equal(cues.cue_count, 2);
  assert_int_equal(cues.cue_points[1].sample_offset, 24000);
  sf_close(file);
}

static void equal_sound_is_equal_bytes(void **state)
{
  (void)state;
  write_tone("three.ogg");
  write_tone("four.ogg");
  assert_int_equal(system("cmp three.ogg four.ogg"), 0);
  write_tone("three.opus");
  write_tone("four.opus");
  assert_int_equal(system("cmp three.opus four.opus"), 0);
}

static void what_is_not_finished_is_not_there(void **state)
{
  (void)state;
  const int before = files_here();
  const struct sound_file_options options = tagged("five.wav");
  struct sound_file *file = NULL;
  assert_int_equal(sound_file_create(&options, &file), STATUS_OK);
  assert_int_equal(sound_file_write(file, tone, FRAMES), STATUS_OK);
  assert_int_equal(access("five.wav", F_OK), -1);
  sound_file_destroy(file);
  assert_int_equal(files_here(), before);
}

static void a_full_disk_is_said(void **state)
{
  (void)state;
  const struct sound_file_options options = {.path = "/dev/full"};
  struct sound_file *file = NULL;
  assert_int_equal(sound_file_create(&options, &file), STATUS_DISK_FULL);
  assert_null(file);
}

static void a_device_is_written_to_and_not_replaced(void **state)
{
  (void)state;
  write_tone("/dev/null");
  struct stat about;
  assert_int_equal(stat("/dev/null", &about), 0);
  assert_true(S_ISCHR(about.st_mode));
}

static void unknown_formats_are_refused(void **state)
{
  (void)state;
  const char *const paths[] = {"six.xyz", "six", "six.", ".wav/six"};
  for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
    const struct sound_file_options options = {.path = paths[i]};
    struct sound_file *file = NULL;
    assert_int_equal(sound_file_create(&options, &file), STATUS_UNSUPPORTED);
    assert_null(file);
  }
}

static void permissions_follow_the_umask_or_the_older_file(void **state)
{
  (void)state;
  const mode_t mask = umask(027);
  write_tone("seven.wav");
  struct stat about;
  assert_int_equal(stat("seven.wav", &about), 0);
  assert_int_equal(about.st_mode & 0777, 0640);
  assert_int_equal(chmod("seven.wav", 0604), 0);
  write_tone("seven.wav");
  assert_int_equal(stat("seven.wav", &about), 0);
  assert_int_equal(about.st_mode & 0777, 0604);
  umask(mask);
}

/* What is written here is short: the kind is chosen by what was announced. */
static void more_than_plain_wav_can_count_is_rf64(void **state)
{
  (void)state;
  struct sound_file_options options = tagged("eight.wav");
  const int64_t four_gib_of_frames = ((int64_t)1 << 32) / 4;
  for (int is_more = 0; is_more < 2; is_more++) {
    options.chapters.frames = four_gib_of_frames * (is_more ? 3 : 1) / 2;
    struct sound_file *file = NULL;
    assert_int_equal(sound_file_create(&options, &file), STATUS_OK);
    assert_int_equal(sound_file_write(file, tone, FRAMES), STATUS_OK);
    assert_int_equal(sound_file_finish(file), STATUS_OK);
    assert_int_equal(sound_file_is_rf64(file), is_more);
    sound_file_destroy(file);
    samples_come_back("eight.wav", 0, 1.0 / 32767);
    SF_INFO info = {0};
    SNDFILE *read = sf_open("eight.wav", SFM_READ, &info);
    assert_non_null(read);
    assert_int_equal(info.format & SF_FORMAT_TYPEMASK,
                     is_more ? SF_FORMAT_RF64 : SF_FORMAT_WAV);
    sf_close(read);
    /* Where libsndfile does not read cue points, others do. */
    assert_true(file_holds("eight.wav", "cue ", 4));
    assert_true(
        file_holds("eight.wav", chapters[1].title, strlen(chapters[1].title)));
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_format_keeps_the_samples),
      cmocka_unit_test(every_format_names_title_and_chapters),
      cmocka_unit_test(equal_sound_is_equal_bytes),
      cmocka_unit_test(what_is_not_finished_is_not_there),
      cmocka_unit_test(a_full_disk_is_said),
      cmocka_unit_test(a_device_is_written_to_and_not_replaced),
      cmocka_unit_test(unknown_formats_are_refused),
      cmocka_unit_test(permissions_follow_the_umask_or_the_older_file),
      cmocka_unit_test(more_than_plain_wav_can_count_is_rf64),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
