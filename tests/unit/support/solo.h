/* A player by itself, without mixer or voice: what has happened goes in, and
   the list of effects comes out as text. */

#ifndef SUPINE_TESTS_SOLO_H
#define SUPINE_TESTS_SOLO_H

#include "base/frames.h"
#include "player/player.h"

#include <stdint.h>

#define SECOND ((int64_t)FRAME_RATE)
#define MINUTE (60 * SECOND)

/* Of three steps: a sentence and a hold of 30 s, to 33 s; a sentence and a wait
   from 36 s to 46 s; a rest to 60 s. */
extern const struct plan solo_plan;
extern const struct score *const solo_score;

struct solo {
  struct player *player;
  struct mixer_view mixer; /* what the next happening finds */
  struct effects effects;
  char list[2048]; /* the effects of the last step, one a line */
};

/* An opened session; `list` tells what that took. */
struct solo *solo_create(void);
void solo_destroy(struct solo *solo);

/* Steps and returns `list`. The session is at once where it is sent. */
const char *solo_happen(struct solo *solo, struct happening happening);
const char *solo_tell(struct solo *solo, enum happening_kind kind);
const char *solo_ask_value(struct solo *solo, enum request_kind kind,
                           int64_t value);
const char *solo_ask(struct solo *solo, enum request_kind kind);

/* Lets time pass, and the session with it if it runs. */
const char *solo_let_pass(struct solo *solo, int64_t frames);

/* Playing, at a second of the session, with nothing more to print. */
void solo_play_at(struct solo *solo, int64_t second);

struct player_view solo_view(const struct solo *solo);

#endif
