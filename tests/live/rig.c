/* Plays a session made by hand on the sound device there is, and says every
   20 ms where it stands, for the scripts beside it.

     rig play             plays; each line of standard input is a command: run,
                          pause, skip, more, quit
     rig render FILE      the same session as raw interleaved stereo floats

   The session: a word a second for four seconds, four seconds of a silent hold
   with paced breathing, and again; noise under it.

   A line: milliseconds since the start, without those in which the machine had
   no processor for it; the output's state, the mixer's clock, the place in
   frames, delivered frames, losses, underruns, and latency in milliseconds. */

#include "unit.h"

#include "output/speaker.h"
#include "support/mixing.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define WORDS 4
#define PART (WORDS * FRAME_RATE)

static void render(void *context, float *stereo, uint32_t frames)
{
  mixer_render(context, stereo, frames);
}

static void repair(void *context, void *refill_context)
{
  (void)refill_context;
  mixer_repair(context);
}

static void lay_out(struct mixing *mixing)
{
  mixing_init(mixing);
  mixing_add(mixing, EVENT_BACKGROUND, 0,
             mixing_noise(mixing, 3 * FRAME_RATE, 2, 0.1f));
  for (int64_t part = 0; part < 4 * PART; part += 2 * PART) {
    for (int64_t i = 0; i < WORDS; i++) {
      const double hz = 200.0 + 70.0 * (double)i;
      mixing_add(mixing, EVENT_SAY, part + i * FRAME_RATE,
                 mixing_sine(mixing, 40000, 1, hz, 0.4f, true))
          ->side = (enum side)(i % 3);
    }
    mixing_add_span(mixing, EVENT_BREATH_IN, part + PART, PART / 2);
    mixing_add_span(mixing, EVENT_BREATH_OUT, part + PART * 3 / 2, PART / 2);
  }
  mixing_begin(mixing, false);
}

/* Time in which this was ready to run and did not, since it was started; 0
   where the system does not say. */
static int64_t waited_ns(void)
{
  long long ns = 0;
  FILE *file = fopen("/proc/self/schedstat", "r");
  if (file) {
    ns = fscanf(file, "%*d %lld", &ns) == 1 ? ns : 0;
    fclose(file);
  }
  return ns;
}

static int64_t now_ms(void)
{
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  const int64_t now_ns = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
  return (now_ns - waited_ns()) / 1000000;
}

/* Returns false when told to quit. */
static bool obey(struct mixing *mixing)
{
  char line[64];
  struct pollfd ready = {.fd = STDIN_FILENO, .events = POLLIN};
  if (poll(&ready, 1, 20) != 1) {
    return true;
  }
  const ssize_t length = read(STDIN_FILENO, line, sizeof(line) - 1);
  line[length > 0 ? length : 0] = '\0';
  if (strstr(line, "run")) {
    mixing_send(mixing, MIX_RUN);
  } else if (strstr(line, "pause")) {
    mixing_send(mixing, MIX_PAUSE);
  } else if (strstr(line, "skip")) {
    mixing_seek(mixing, 3 * PART);
  } else if (strstr(line, "more")) {
    const struct mix_message more = {.kind = MIX_INSERT,
                                     .frames = 30 * FRAME_RATE};
    assert_true(mixer_send(mixing->mixer, &more));
  }
  return length > 0 && !strstr(line, "quit");
}

static void report(const struct output_status *output,
                   const struct mix_status *mix, int64_t ms)
{
  static const char *const states[] = {"starting", "running", "lost",
                                       "stopped"};
  static const char *const clocks[] = {"paused",   "standing", "waiting",
                                       "inserted", "running",  "ended"};
  printf("%lld %s %s %lld %lld %u %u %lld\n", (long long)ms,
         states[output->state], clocks[mix->clock],
         (long long)mix->session_frame, (long long)output->delivered_frames,
         output->losses, output->underruns,
         (long long)(output->latency_frames * 1000 / FRAME_RATE));
  fflush(stdout);
}

static int play(struct mixing *mixing)
{
  const struct output_source source = {
      .render = render, .context = mixing->mixer, .repair = repair};
  const struct speaker_options options = {.device = NULL};
  struct output *output;
  assert_int_equal(speaker_create(mixing->pool, &options, source, &output),
                   STATUS_OK);
  if (output_start(output) != STATUS_OK) {
    output_destroy(output);
    puts("no device");
    return 3;
  }
  const int64_t begun = now_ms();
  struct mix_status mix;
  struct output_status status;
  bool going = true;
  while (going) {
    going = obey(mixing);
    output_poll(output);
    mixer_read_status(mixing->mixer, &mix);
    output_read_status(output, &status);
    report(&status, &mix, now_ms() - begun);
    going = going && mix.clock != MIX_CLOCK_ENDED;
  }
  output_stop(output);
  output_destroy(output);
  return 0;
}

static int write_rendered(struct mixing *mixing, const char *path)
{
  FILE *file = fopen(path, "wb");
  const int64_t frames = score_frames(mixing->score);
  float *stereo = mixing_render(mixing, frames);
  const size_t count = 2 * (size_t)frames;
  const bool written =
      file && fwrite(stereo, sizeof(float), count, file) == count;
  free(stereo);
  return file && fclose(file) == 0 && written ? 0 : 4;
}

int main(int argc, char **argv)
{
  if (argc < 2) {
    fputs("usage: rig play | rig render FILE\n", stderr);
    return 2;
  }
  struct mixing mixing;
  lay_out(&mixing);
  const int result = strcmp(argv[1], "render") == 0 && argc > 2
                         ? write_rendered(&mixing, argv[2])
                         : play(&mixing);
  mixing_finish(&mixing);
  return result;
}
