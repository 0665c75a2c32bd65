/* Writes every sound that ships into a folder: generate_sounds FOLDER. The
   folder needs a folder "beds" in it. */

#include "sounds.h"

#include <stdio.h>
#include <stdlib.h>

/* A bed carries this much of its loop before and behind it, for whoever
   resamples it; see src/sound/store.c. */
#define MARGIN_SECONDS 0.05

static const struct sound {
  const char *name;
  struct track (*make)(void);
  double margin_seconds;
  int step; /* of the samples; noise hides steps far below itself */
} sounds[] = {
    {"start-bell", make_start_bell, 0, 1},
    {"end-bell", make_end_bell, 0, 1},
    {"interval-bell", make_interval_bell, 0, 1},
    {"tick", make_tick, 0, 1},
    {"end-mark", make_end_mark, 0, 1},
    {"side-change", make_side_change, 0, 1},
    {"step-change", make_step_change, 0, 1},
    {"breath-in", make_breath_in, 0, 1},
    {"breath-out", make_breath_out, 0, 1},
    {"move-up", make_move_up, 0, 1},
    {"move-hold", make_move_hold, 0, 1},
    {"move-down", make_move_down, 0, 1},
    {"beds/brown-noise", make_brown_noise, MARGIN_SECONDS, 4},
    {"beds/pink-noise", make_pink_noise, MARGIN_SECONDS, 16},
    {"beds/low-drone", make_low_drone, MARGIN_SECONDS, 2},
    {"beds/rain", make_rain, MARGIN_SECONDS, 16},
    {"beds/sea", make_sea, MARGIN_SECONDS, 16},
    {"beds/stream", make_stream, MARGIN_SECONDS, 16},
};

int main(int argc, char **argv)
{
  if (argc != 2) {
    fputs("Usage: generate_sounds FOLDER\n", stderr);
    return EXIT_FAILURE;
  }
  for (size_t i = 0; i < sizeof(sounds) / sizeof(*sounds); i++) {
    struct track track = sounds[i].make();
    const bool is_written =
        track_write(&track, argv[1], sounds[i].name, sounds[i].margin_seconds,
                    sounds[i].step);
    track_drop(&track);
    if (!is_written) {
      return EXIT_FAILURE;
    }
  }
  return EXIT_SUCCESS;
}
