/* Long sounds: what the audio thread reads is the file, to the sample, round
   and round, at two places at once, and in time again after a jump. */

#include "unit.h"

#include "sound/stream.h"
#include "sound/stream_parts.h"
#include "support/sound_room.h"

#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <sndfile.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define FRAMES (64 * FRAME_RATE)
#define LARGEST_BLOCK 4096

/* 16-bit samples that tell their frame: no two within a loop alike in a row of
   three, and cheap to make. */
static int16_t code(int64_t frame)
{
  return (int16_t)((uint64_t)frame * 40503u >> 3);
}

struct room {
  struct sound_room in;
  const struct clip *clip;
};

static void make_long_file(const char *folder, const char *name, int rate,
                           int64_t frames)
{
  char path[200];
  snprintf(path, sizeof(path), "%s/%s", folder, name);
  SF_INFO info = {.samplerate = rate,
                  .channels = 1,
                  .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16};
  SNDFILE *out = sf_open(path, SFM_WRITE, &info);
  int16_t block[300];
  for (int64_t i = 0; i < frames; i += 300) {
    for (int64_t j = 0; j < 300; j++) {
      block[j] = code(i + j);
    }
    assert_int_equal(sf_writef_short(out, block, 300), 300);
  }
  sf_close(out);
}

static int set_up(void **state)
{
  struct room *room = calloc(1, sizeof(*room));
  sound_room_open(&room->in);
  make_long_file(room->in.folder, "long.wav", FRAME_RATE, FRAMES);
  assert_int_equal(
      sound_store_find(room->in.store, "long", room->in.beside, &room->clip),
      STATUS_OK);
  assert_null(room->clip->samples);
  assert_non_null(room->clip->stream);
  assert_int_equal(room->clip->frames, FRAMES);
  *state = room;
  return 0;
}

static int tear_down(void **state)
{
  struct room *room = *state;
  sound_room_close(&room->in);
  free(room);
  return 0;
}

/* How many of the frames are not what the file holds there. */
static int64_t wrong(const float *samples, int64_t frame, int64_t count)
{
  int64_t wrong = 0;
  for (int64_t i = 0; i < count; i++) {
    const int64_t there = (frame + i) % FRAMES;
    wrong += samples[i] != (float)code(there) / 32768.0f;
  }
  return wrong;
}

static void reading_on_is_complete_and_goes_round(void **state)
{
  struct room *room = *state;
  float samples[LARGEST_BLOCK];
  uint32_t block = 1;
  for (int64_t frame = 0; frame < 2 * FRAMES + FRAMES / 3;) {
    sound_store_refill(room->in.store);
    stream_read(room->clip->stream, 0, frame, samples, block);
    assert_int_equal(wrong(samples, frame, block), 0);
    frame += block;
    block = (block * 7 + 13) % LARGEST_BLOCK + 1;
  }
  assert_int_equal(stream_missing_frames(room->clip->stream), 0);
}

/* As a loop is read whose end fades into its beginning: both at once, then on
   from behind the fade. */
static void the_end_and_the_beginning_are_read_at_once(void **state)
{
  struct room *room = *state;
  const int64_t seam = room->clip->seam_frames;
  assert_int_equal(seam, 2 * FRAME_RATE);
  float samples[256];
  int64_t frame = 0;
  for (int64_t done = 0; done < 3 * FRAMES; done += 256) {
    sound_store_refill(room->in.store);
    stream_read(room->clip->stream, 1, frame, samples, 256);
    assert_int_equal(wrong(samples, frame, 256), 0);
    if (frame >= FRAMES - seam) {
      const int64_t into = frame - (FRAMES - seam);
      stream_read(room->clip->stream, 1, into, samples, 256);
      assert_int_equal(wrong(samples, into, 256), 0);
    }
    frame = frame + 256 < FRAMES ? frame + 256 : seam;
  }
  assert_int_equal(stream_missing_frames(room->clip->stream), 0);
}

static void two_readers_stand_at_two_places(void **state)
{
  struct room *room = *state;
  float samples[480];
  for (int64_t i = 0; i < 20 * FRAME_RATE; i += 480) {
    sound_store_refill(room->in.store);
    stream_read(room->clip->stream, 0, i, samples, 480);
    assert_int_equal(wrong(samples, i, 480), 0);
    if (i >= FRAME_RATE) {
      stream_read(room->clip->stream, 1, i - FRAME_RATE, samples, 480);
      assert_int_equal(wrong(samples, i - FRAME_RATE, 480), 0);
    }
  }
}

/* After a jump there is silence until the file has been read up to there, then
   the right place again, whether the jump goes on or back. */
static void a_jump_is_in_time_again_soon(void **state)
{
  struct room *room = *state;
  static const int64_t jumps[] = {50 * FRAME_RATE, 11 * FRAME_RATE + 77,
                                  11 * FRAME_RATE, 63 * FRAME_RATE,
                                  5 * FRAME_RATE};
  float samples[512];
  for (size_t j = 0; j < sizeof(jumps) / sizeof(*jumps); j++) {
    int64_t frame = jumps[j];
    int right = 0;
    for (int block = 0; block < 60; block++) {
      stream_read(room->clip->stream, 0, frame, samples, 512);
      sound_store_refill(room->in.store);
      const int64_t bad = wrong(samples, frame, 512);
      right = bad == 0 ? right + 1 : 0;
      frame += 512;
    }
    assert_true(right >= 50);
  }
}

static void a_jump_into_the_head_misses_nothing(void **state)
{
  struct room *room = *state;
  float samples[512];
  for (int64_t start = 0; start < STREAM_HEAD_FRAMES / 2;
       start += STREAM_HEAD_FRAMES / 7) {
    for (int64_t i = 0; i < 6 * FRAME_RATE; i += 512) {
      sound_store_refill(room->in.store);
      stream_read(room->clip->stream, 0, start + i, samples, 512);
      assert_int_equal(wrong(samples, start + i, 512), 0);
    }
  }
}

struct refilling {
  struct sound_store *store;
  atomic_bool is_over;
};

static void *refill(void *context)
{
  struct refilling *refilling = context;
  while (!atomic_load(&refilling->is_over)) {
    sound_store_refill(refilling->store);
    usleep(1000);
  }
  return NULL;
}

/* From silence toward this value, or at it. */
static bool is_toward(float sample, float value)
{
  return sample * value >= 0 && fabsf(sample) <= fabsf(value);
}

/* Whatever comes is right, on its way there after a gap, or on its way to
   silence before one. Returns how many frames came. */
static int64_t hear_while_it_fills(struct room *room)
{
  float samples[480];
  float last = 0;
  int64_t right = 0;
  for (int64_t frame = 3 * FRAME_RATE; frame < 12 * FRAME_RATE; frame += 480) {
    stream_read(room->clip->stream, 0, frame, samples, 480);
    for (int i = 0; i < 480; i++) {
      const bool is_right = wrong(samples + i, frame + i, 1) == 0;
      const float there = (float)code(frame + i) / 32768.0f;
      assert_true(is_right || is_toward(samples[i], there) ||
                  is_toward(samples[i], last));
      right += is_right;
      last = samples[i];
    }
    usleep(500);
  }
  return right;
}

/* How much comes at a time depends on the machine; a second comes in time. */
static void one_thread_reads_what_another_fills(void **state)
{
  struct room *room = *state;
  struct refilling refilling = {.store = room->in.store};
  pthread_t thread;
  assert_int_equal(pthread_create(&thread, NULL, refill, &refilling), 0);
  int64_t right = 0;
  for (int round = 0; round < 100 && right <= FRAME_RATE; round++) {
    right += hear_while_it_fills(room);
  }
  atomic_store(&refilling.is_over, true);
  pthread_join(thread, NULL);
  assert_true(right > FRAME_RATE);
}

/* Ten seconds a call, of a minute. */
static void reach(struct room *room)
{
  int calls = 0;
  while (!sound_store_refill(room->in.store)) {
    assert_in_range(calls++, 0, 6);
  }
}

/* The process that read was killed while it took a chunk over: its head is
   there and half of its samples. What goes on a little before that, where the
   mixer last was whole, is right and complete. */
static void half_a_chunk_is_never_heard(void **state)
{
  struct room *room = *state;
  struct stream *stream = room->clip->stream;
  struct stream_reader *reader = &stream->readers[0];
  float samples[480];
  int64_t frame = 3 * FRAME_RATE;
  for (; frame < 20 * FRAME_RATE; frame += 480) {
    sound_store_refill(room->in.store);
    stream_read(stream, 0, frame, samples, 480);
  }
  const int64_t torn = reader->current.first_frame + CHUNK_FRAMES;
  stream_read(stream, 0, frame, samples, (uint32_t)(torn - frame));
  reader->current.first_frame = torn;
  sound_store_repair(room->in.store);
  reach(room);
  for (frame = torn - 48; frame < 40 * FRAME_RATE; frame += 480) {
    stream_read(stream, 0, frame, samples, 480);
    sound_store_refill(room->in.store);
    assert_int_equal(wrong(samples, frame, 480), 0);
  }
  assert_int_equal(stream_missing_frames(stream), 0);
}

/* Another process takes over, which has read nothing yet. */
static void another_process_goes_on_where_one_was_killed(void **state)
{
  struct room *room = *state;
  float samples[480];
  int64_t frame = 3 * FRAME_RATE;
  const pid_t process = fork();
  assert_true(process >= 0);
  for (; frame < 50 * FRAME_RATE; frame += 480) {
    if (process == 0) {
      sound_store_refill(room->in.store);
      stream_read(room->clip->stream, 0, frame, samples, 480);
    }
  }
  if (process == 0) {
    raise(SIGKILL);
  }
  assert_int_equal(waitpid(process, NULL, 0), process);
  sound_store_repair(room->in.store);
  reach(room);
  for (; frame < 60 * FRAME_RATE; frame += 480) {
    sound_store_refill(room->in.store);
    stream_read(room->clip->stream, 0, frame, samples, 480);
    assert_int_equal(wrong(samples, frame, 480), 0);
  }
  assert_int_equal(stream_missing_frames(room->clip->stream), 0);
}

static void a_file_that_goes_away_goes_on_as_silence(void **state)
{
  struct room *room = *state;
  char path[200];
  snprintf(path, sizeof(path), "%s/long.wav", room->in.folder);
  assert_int_equal(unlink(path), 0);
  float samples[512];
  for (int64_t i = 0; i < 8 * FRAME_RATE; i += 512) {
    sound_store_refill(room->in.store);
    stream_read(room->clip->stream, 0, i, samples, 512);
    for (int j = 0; i + j >= STREAM_HEAD_FRAMES && j < 512; j++) {
      assert_true(!(samples[j] < 0 || samples[j] > 0));
    }
  }
}

/* Headers lie: the length is what was decoded. */
static void length_is_counted_not_believed(void **state)
{
  struct room *room = *state;
  char path[200];
  snprintf(path, sizeof(path), "%s/long.wav", room->in.folder);
  char cut[200];
  snprintf(cut, sizeof(cut), "%s/cut.wav", room->in.folder);
  assert_int_equal(rename(path, cut), 0);
  assert_int_equal(truncate(cut, 44 + 2 * 61 * FRAME_RATE), 0);
  const struct clip *clip;
  assert_int_equal(
      sound_store_find(room->in.store, "cut", room->in.beside, &clip),
      STATUS_OK);
  assert_int_equal(clip->frames, 61 * FRAME_RATE);
}

static void another_rate_streams_as_it_decodes(void **state)
{
  struct room *room = *state;
  make_long_file(room->in.folder, "cd.wav", 44100, 66 * 44100);
  const struct clip *clip;
  assert_int_equal(
      sound_store_find(room->in.store, "cd", room->in.beside, &clip),
      STATUS_OK);
  assert_int_equal(clip->frames, 66 * FRAME_RATE);
  float *first = malloc((size_t)clip->frames * sizeof(float));
  float *second = malloc((size_t)clip->frames * sizeof(float));
  for (int64_t i = 0; i < clip->frames; i += 480) {
    sound_store_refill(room->in.store);
    stream_read(clip->stream, 0, i, first + i, 480);
  }
  for (int64_t i = 0; i < clip->frames; i += 48000) {
    sound_store_refill(room->in.store);
    stream_read(clip->stream, 0, i, second + i, 48000);
  }
  assert_memory_equal(first, second, (size_t)clip->frames * sizeof(float));
  assert_int_equal(stream_missing_frames(clip->stream), 0);
  free(first);
  free(second);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(reading_on_is_complete_and_goes_round),
      TEST(the_end_and_the_beginning_are_read_at_once),
      TEST(two_readers_stand_at_two_places),
      TEST(a_jump_is_in_time_again_soon),
      TEST(a_jump_into_the_head_misses_nothing),
      TEST(one_thread_reads_what_another_fills),
      TEST(half_a_chunk_is_never_heard),
      TEST(another_process_goes_on_where_one_was_killed),
      TEST(a_file_that_goes_away_goes_on_as_silence),
      TEST(length_is_counted_not_believed),
      TEST(another_rate_streams_as_it_decodes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
