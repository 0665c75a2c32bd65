/* Compares what a virtual sound device recorded with what was rendered: both
   raw interleaved stereo floats. The recording may be softer or louder as a
   whole, since the listener has a volume. Prints what it found; fails unless
   everything that was rendered was recorded, with a residual below -60 dB.

     compare RECORDED RENDERED [FRAMES [UNDERRUNS]]

   FRAMES: compare only so many from the start. UNDERRUNS: the player counted so
   many; each makes two gaps, of which each may spoil ten seconds and puts off
   what follows. */

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LARGEST_RESIDUAL_DB -60.0
#define LOUD 1e-3f    /* what must not stand outside the session */
#define AUDIBLE 1e-4f /* for a first guess at the alignment */
#define SEARCH 64     /* frames around that guess */

#define PIECE (10 * 48000)
#define LONGEST_GAP 48000 /* that an underrun makes */
#define PROBE 480

struct sound {
  float *stereo;
  int64_t frames;
};

static struct sound read_sound(const char *path)
{
  struct sound sound = {0};
  FILE *file = fopen(path, "rb");
  if (!file) {
    perror(path);
    exit(2);
  }
  fseek(file, 0, SEEK_END);
  sound.frames = ftell(file) / (int64_t)(2 * sizeof(float));
  rewind(file);
  const size_t samples = 2 * (size_t)sound.frames;
  sound.stereo = malloc((samples + 1) * sizeof(float));
  if (!sound.stereo ||
      fread(sound.stereo, sizeof(float), samples, file) != samples) {
    fprintf(stderr, "%s could not be read\n", path);
    exit(2);
  }
  fclose(file);
  return sound;
}

static float level(const struct sound *sound, int64_t frame)
{
  return fmaxf(fabsf(sound->stereo[2 * frame]),
               fabsf(sound->stereo[2 * frame + 1]));
}

static double sample(const struct sound *sound, int64_t at)
{
  return at >= 0 && at < 2 * sound->frames ? (double)sound->stereo[at] : 0.0;
}

static int64_t first_audible(const struct sound *sound)
{
  int64_t frame = 0;
  while (frame < sound->frames && level(sound, frame) < AUDIBLE) {
    frame++;
  }
  return frame;
}

/* How much louder the recording is, and the level of what remains of it
   without the rendered sound, against that sound. */
struct match {
  double gain;
  double residual_db;
};

/* Frames that were not recorded count as silence. With `gain` g, the residual
   is the sum of (recorded - g rendered)², least for g = cross / wanted. */
static struct match match(const struct sound *recorded,
                          const struct sound *rendered, int64_t offset,
                          int64_t frames)
{
  double wanted = 1e-30;
  double cross = 0.0;
  for (int64_t i = 0; i < 2 * frames; i++) {
    wanted += (double)rendered->stereo[i] * (double)rendered->stereo[i];
    cross += (double)rendered->stereo[i] * sample(recorded, i + 2 * offset);
  }
  const double gain = cross / wanted;
  double wrong = 1e-30;
  for (int64_t i = 0; i < 2 * frames; i++) {
    const double difference =
        sample(recorded, i + 2 * offset) - gain * (double)rendered->stereo[i];
    wrong += difference * difference;
  }
  return (struct match){gain,
                        10.0 * log10(wrong / (gain * gain * wanted + 1e-30))};
}

static int64_t align(const struct sound *recorded, const struct sound *rendered)
{
  const int64_t guess = first_audible(recorded) - first_audible(rendered);
  const int64_t probe = rendered->frames < 480000 ? rendered->frames : 480000;
  int64_t best = guess;
  double least = INFINITY;
  for (int64_t by = -SEARCH; by <= SEARCH; by++) {
    const double residual =
        match(recorded, rendered, guess + by, probe).residual_db;
    if (residual < least) {
      least = residual;
      best = guess + by;
    }
  }
  return best;
}

static float loudest(const struct sound *sound, int64_t from, int64_t to)
{
  float loudest = 0.0f;
  for (int64_t i = from > 0 ? from : 0; i < to && i < sound->frames; i++) {
    loudest = fmaxf(loudest, level(sound, i));
  }
  return loudest;
}

/* The piece of `rendered` from `frame` on, as a sound of its own. */
static struct sound piece_of(const struct sound *rendered, int64_t frame,
                             int64_t frames)
{
  const int64_t left = frames - frame;
  return (struct sound){rendered->stereo + 2 * frame,
                        left < PIECE ? left : PIECE};
}

/* Where a piece that does not stand at `offset` stands: by the surroundings of
   its loudest frame. */
static int64_t find_piece(const struct sound *recorded,
                          const struct sound *piece, int64_t offset)
{
  int64_t from = 0;
  for (int64_t at = 0; at + PROBE < piece->frames; at++) {
    from = level(piece, at) > level(piece, from) ? at : from;
  }
  const struct sound probe = {piece->stereo + 2 * from,
                              piece->frames < PROBE ? piece->frames : PROBE};
  int64_t best = offset;
  double least = INFINITY;
  for (int64_t by = -LONGEST_GAP; by <= LONGEST_GAP; by++) {
    const double residual =
        match(recorded, &probe, offset + from + by, probe.frames).residual_db;
    if (residual < least) {
      least = residual;
      best = offset + by;
    }
  }
  return best;
}

/* Compares piece by piece; how many are spoiled, and the worst of the rest. */
static int compare_pieces(const struct sound *recorded,
                          const struct sound *rendered, int64_t offset,
                          int64_t frames, struct match *found)
{
  int spoiled = 0;
  *found = (struct match){0.0, -INFINITY};
  for (int64_t frame = 0; frame < frames; frame += PIECE) {
    const struct sound piece = piece_of(rendered, frame, frames);
    if (loudest(&piece, 0, piece.frames) < AUDIBLE) {
      const int64_t there = offset + frame;
      spoiled += loudest(recorded, there, there + piece.frames) > AUDIBLE;
      continue;
    }
    struct match here = match(recorded, &piece, offset + frame, piece.frames);
    if (here.residual_db >= LARGEST_RESIDUAL_DB) {
      offset = find_piece(recorded, &piece, offset + frame) - frame;
      here = match(recorded, &piece, offset + frame, piece.frames);
    }
    if (here.residual_db >= LARGEST_RESIDUAL_DB) {
      spoiled++;
    } else if (here.residual_db > found->residual_db) {
      *found = here;
    }
  }
  return spoiled;
}

/* What a player that had no time left behind. */
static int compare_spoiled(const struct sound *recorded,
                           const struct sound *rendered, int64_t offset,
                           int64_t frames, int underruns)
{
  struct match found;
  const int spoiled =
      compare_pieces(recorded, rendered, offset, frames, &found);
  printf("%lld frames from recorded frame %lld, gain %.4f, worst residual of "
         "10 s %.1f dB, %d spoiled by %d underruns\n",
         (long long)frames, (long long)offset, found.gain, found.residual_db,
         spoiled, underruns);
  return spoiled <= 2 * underruns && found.gain > 0.1 ? 0 : 1;
}

int main(int argc, char **argv)
{
  if (argc < 3) {
    fputs("usage: compare RECORDED RENDERED [FRAMES [UNDERRUNS]]\n", stderr);
    return 2;
  }
  const struct sound recorded = read_sound(argv[1]);
  const struct sound rendered = read_sound(argv[2]);
  const int64_t wanted = argc > 3 ? atoll(argv[3]) : rendered.frames;
  const int64_t frames = wanted < rendered.frames ? wanted : rendered.frames;
  const float reference = loudest(&rendered, 0, frames);
  const int64_t offset = align(&recorded, &rendered);
  const int underruns = argc > 4 ? atoi(argv[4]) : 0;
  if (underruns > 0) {
    return compare_spoiled(&recorded, &rendered, offset, frames, underruns);
  }
  const struct match found = match(&recorded, &rendered, offset, frames);
  const float before = loudest(&recorded, 0, offset);
  const float after =
      wanted <= rendered.frames && argc > 3
          ? 0.0f
          : loudest(&recorded, offset + frames, recorded.frames);
  printf("%lld frames from recorded frame %lld, gain %.4f, residual %.1f "
         "dB, loudest outside %g\n",
         (long long)frames, (long long)offset, found.gain, found.residual_db,
         (double)fmaxf(before, after));
  const int good = reference > 0.01f && offset >= 0 &&
                   recorded.frames - offset >= frames &&
                   found.residual_db < LARGEST_RESIDUAL_DB &&
                   found.gain > 0.1 && before < LOUD && after < LOUD;
  free(recorded.stereo);
  free(rendered.stereo);
  return good ? 0 : 1;
}
