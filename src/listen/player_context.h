/* A player among the things that it speaks of: carries its effects out on the
   mixer, the announcer, the terminal and the planner, and tells it what comes
   of them. Main thread. */

#ifndef SUPINE_LISTEN_PLAYER_CONTEXT_H
#define SUPINE_LISTEN_PLAYER_CONTEXT_H

#include "control/media.h"
#include "listen/announcer.h"
#include "listen/loop.h"
#include "player/player.h"

/* Makes the session anew while it is played, at another speed of speech. */
struct player_planner {
  void *context;
  /* The new plan and score; they stay with the planner.
     Possible errors: those of plan_create(). */
  enum status (*plan)(void *context, int speed, const struct plan **plan,
                      const struct score **score);
  /* The mixer plays `score`, so that every other score and its plan are left
     for good. */
  void (*release)(void *context, const struct score *score);
};

/* Everything is borrowed for the context's life. */
struct player_context_parts {
  struct announcer_services services;
  struct player_planner planner;
  const char *voice; /* of the answers; NULL: the default */
  int pitch;         /* of the answers; -1: the voice's */
  const struct keymap *keymap;
  const char *artist; /* for media players: "" for none */
  const char *album;
};

struct player_context;

/* Opens the session: it begins with the loop's first look.
   Possible errors: STATUS_NO_MEMORY. */
enum status player_context_create(const struct player_context_parts *parts,
                                  const struct player_options *options,
                                  const struct plan *plan,
                                  const struct score *score,
                                  struct player_context **context);

/* NULL is fine. */
void player_context_destroy(struct player_context *context);

/* Something has happened; the mixer's part is filled in here. */
void player_context_tell(struct player_context *context,
                         const struct happening *happening);

/* Says something that went wrong; nothing interrupts it. Borrowed for the
   call. */
void player_context_say_trouble(struct player_context *context,
                                const char *text);

void player_context_view(const struct player_context *context,
                         struct player_view *view);

/* What the loop runs. */
struct loop_host player_context_host(struct player_context *context);

/* The player for media buttons. */
struct media_owner player_context_media(struct player_context *context);

/* Whether the computer must stay awake: while it plays, and for ten minutes of
   pause. `context` is a struct player_context. */
bool player_context_keeps_awake(void *context);

#endif
