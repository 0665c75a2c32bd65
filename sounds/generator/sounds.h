/* Every sound that ships; each function makes one. */

#ifndef SUPINE_GENERATOR_SOUNDS_H
#define SUPINE_GENERATOR_SOUNDS_H

#include "signal.h"

struct track make_start_bell(void);
struct track make_end_bell(void);
struct track make_interval_bell(void);
struct track make_tick(void);
struct track make_end_mark(void);
struct track make_side_change(void);
struct track make_step_change(void);
struct track make_breath_in(void);
struct track make_breath_out(void);
struct track make_move_up(void);
struct track make_move_hold(void);
struct track make_move_down(void);

struct track make_brown_noise(void);
struct track make_pink_noise(void);
struct track make_low_drone(void);
struct track make_rain(void);
struct track make_sea(void);
struct track make_stream(void);

#endif
