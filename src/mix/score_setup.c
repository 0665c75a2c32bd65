/* A plan laid out as the arrays that the mixer reads. */

#include "base/frames.h"
#include "mix/score.h"
#include "mix/score_layout.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

/* Side events stand at this place between the middle, 0, and one side, 1: the
   far ear hears them 6 dB softer, which tells the side and is never hard on
   who hears with one ear. */
#define SIDE_PAN 0.41
#define QUARTER_TURN 0.78539816339744831

/* Paced breathing: 196 Hz (G3) to 294 Hz (D4), a fifth. */
#define BREATH_LOW_HZ 196.0f
#define BREATH_HIGH_HZ 294.0f
/* Between two breaths in, the whole rise being theirs together: B3. */
#define BREATH_MIDDLE_HZ 247.0f
/* Peaks that measure 12 LU below speech at -18 LUFS, and a fainter hold. */
#define BREATH_GAIN 0.0405f
#define BREATH_HOLD_GAIN 0.0135f

static bool is_breath(enum event_kind kind)
{
  return kind == EVENT_BREATH_IN || kind == EVENT_BREATH_HOLD ||
         kind == EVENT_BREATH_OUT;
}

static bool is_placed(const struct event *event)
{
  return event->clip && event->clip->frames > 0 &&
         event->kind != EVENT_BACKGROUND;
}

static bool is_open_wait(const struct event *event)
{
  return event->kind == EVENT_WAIT && !event->has_limit && event->frames > 0;
}

struct counts {
  size_t clips, spoken, beds, breaths, waits;
};

static struct counts count(const struct plan *plan)
{
  struct counts counts = {0};
  for (size_t i = 0; i < plan->event_count; i++) {
    const struct event *event = &plan->events[i];
    counts.clips += is_placed(event);
    counts.spoken += is_placed(event) && event->spoken;
    counts.beds += event->kind == EVENT_BACKGROUND;
    counts.breaths += is_breath(event->kind) && event->frames > 0;
    counts.waits += is_open_wait(event);
  }
  return counts;
}

static bool take_arrays(struct pool *pool, struct score *score,
                        const struct counts *counts)
{
  const size_t clips = counts->clips;
  score->clips = pool_take(pool, clips * sizeof(*score->clips));
  score->reach = pool_take(pool, clips * sizeof(*score->reach));
  score->spans = pool_take(pool, clips * sizeof(*score->spans));
  score->beds = pool_take(pool, counts->beds * sizeof(*score->beds));
  score->ducks = pool_take(pool, 4 * counts->spoken * sizeof(*score->ducks));
  score->breaths = pool_take(pool, counts->breaths * sizeof(*score->breaths));
  score->waits = pool_take(pool, counts->waits * sizeof(*score->waits));
  return score->clips && score->reach && score->spans && score->beds &&
         score->ducks && score->breaths && score->waits;
}

/* --- Clips --- */

/* Equal power: -3 dB on both sides in the middle. */
static void pan_clip(struct placed_clip *placed, enum side side, float gain)
{
  const double pan = side == SIDE_LEFT    ? -SIDE_PAN
                     : side == SIDE_RIGHT ? SIDE_PAN
                                          : 0.0;
  const double angle = QUARTER_TURN * (1.0 + pan);
  const double whole = placed->clip->channels == 1 ? 1.0 : sqrt(2.0);
  placed->left = (float)(gain * whole * cos(angle));
  placed->right = (float)(gain * whole * sin(angle));
  placed->centre = (float)(gain * whole * cos(QUARTER_TURN));
}

static void add_clip(struct score *score, const struct event *event)
{
  struct placed_clip *placed = &score->clips[score->clip_count];
  *placed = (struct placed_clip){
      .start_frame = event->start_frame,
      .end_frame = event->start_frame + event->clip->frames,
      .clip = event->clip,
      .soft_edges = event->kind == EVENT_SOUND || event->kind == EVENT_CHIME,
  };
  pan_clip(placed, event->side, event->gain);
  const int64_t before =
      score->clip_count ? score->reach[score->clip_count - 1] : 0;
  score->reach[score->clip_count] =
      placed->end_frame > before ? placed->end_frame : before;
  score->clip_count++;
  score->frames =
      placed->end_frame > score->frames ? placed->end_frame : score->frames;
}

/* Clips that touch leave a moment between them; clips that overlap do
   not. */
static void add_span(struct score *score, const struct placed_clip *placed)
{
  struct score_span *next = &score->spans[score->span_count];
  if (score->span_count && placed->start_frame < next[-1].end_frame) {
    next[-1].end_frame = placed->end_frame > next[-1].end_frame
                             ? placed->end_frame
                             : next[-1].end_frame;
    return;
  }
  *next = (struct score_span){.start_frame = placed->start_frame,
                              .end_frame = placed->end_frame};
  score->span_count++;
}

/* --- Ducking --- */

static void add_duck_points(struct score *score, int64_t from, int64_t to)
{
  const int64_t down = from - frames_from_seconds(DUCK_AHEAD_S);
  const int64_t hold = to + frames_from_seconds(DUCK_HOLD_S);
  const struct duck_point points[] = {
      {down - frames_from_seconds(DUCK_ATTACK_S), 0.0f},
      {down, DUCK_DB},
      {hold, DUCK_DB},
      {hold + frames_from_seconds(DUCK_RELEASE_S), 0.0f},
  };
  for (int i = 0; i < 4; i++) {
    score->ducks[score->duck_count++] = points[i];
  }
}

/* Speech keeps beds down through gaps in which they could not come up. */
static void add_duck(struct score *score, const struct event *event)
{
  const int64_t end = event->start_frame + event->clip->frames;
  if (score->duck_count) {
    struct duck_point *up = &score->ducks[score->duck_count - 2];
    const int64_t down =
        event->start_frame - frames_from_seconds(DUCK_AHEAD_S + DUCK_ATTACK_S);
    if (down <= up[1].frame) {
      const int64_t hold = end + frames_from_seconds(DUCK_HOLD_S);
      if (hold > up[0].frame) {
        up[0].frame = hold;
        up[1].frame = hold + frames_from_seconds(DUCK_RELEASE_S);
      }
      return;
    }
  }
  add_duck_points(score, event->start_frame, end);
}

/* --- Breathing --- */

static bool rises(const struct score_breath *breath)
{
  return breath->end_hz > breath->start_hz;
}

/* The second of two breaths in goes on from the first. */
static void shape_second_in(struct score_breath *breath,
                            struct score_breath *before)
{
  before->end_hz = BREATH_MIDDLE_HZ;
  breath->start_hz = BREATH_MIDDLE_HZ;
}

static void shape_breath(struct score_breath *breath, enum event_kind kind,
                         const struct score_breath *before)
{
  breath->gain = kind == EVENT_BREATH_HOLD ? BREATH_HOLD_GAIN : BREATH_GAIN;
  switch (kind) {
  case EVENT_BREATH_IN:
    breath->start_hz = BREATH_LOW_HZ;
    breath->end_hz = BREATH_HIGH_HZ;
    break;
  case EVENT_BREATH_OUT:
    breath->start_hz = BREATH_HIGH_HZ;
    breath->end_hz = BREATH_LOW_HZ;
    break;
  default:
    breath->start_hz = before ? before->end_hz : BREATH_LOW_HZ;
    breath->end_hz = breath->start_hz;
    break;
  }
}

static void add_breath(struct score *score, const struct event *event)
{
  struct score_breath *breath = &score->breaths[score->breath_count];
  struct score_breath *before = score->breath_count ? breath - 1 : NULL;
  if (before && before->end_frame > event->start_frame) {
    before->end_frame = event->start_frame;
  }
  *breath = (struct score_breath){
      .start_frame = event->start_frame,
      .end_frame = event->start_frame + event->frames,
  };
  const bool adjoins = before && before->end_frame == event->start_frame;
  const bool second =
      adjoins && event->kind == EVENT_BREATH_IN && rises(before);
  const bool continues = adjoins && (second || event->kind != EVENT_BREATH_IN);
  breath->cycle_start = continues ? before->cycle_start : breath->start_frame;
  shape_breath(breath, event->kind, before);
  if (second) {
    shape_second_in(breath, before);
  }
  score->breath_count++;
}

/* Every phase learns where its breath ends, from the last one back. */
static void close_cycles(struct score *score)
{
  for (size_t i = score->breath_count; i-- > 0;) {
    struct score_breath *breath = &score->breaths[i];
    const struct score_breath *after =
        i + 1 < score->breath_count ? breath + 1 : NULL;
    breath->cycle_end = after && after->cycle_start == breath->cycle_start
                            ? after->cycle_end
                            : breath->end_frame;
  }
}

/* --- All of it --- */

static void add_event(struct score *score, const struct event *event)
{
  if (is_placed(event)) {
    add_clip(score, event);
    add_span(score, &score->clips[score->clip_count - 1]);
    if (event->spoken) {
      add_duck(score, event);
    }
  } else if (event->kind == EVENT_BACKGROUND) {
    const bool sounds = event->clip && event->clip->frames > 0;
    score->beds[score->bed_count++] = (struct score_bed){
        .start_frame = event->start_frame,
        .clip = sounds && event->bed_gain > 0.0f ? event->clip : NULL,
        .gain = event->bed_gain,
    };
  } else if (is_breath(event->kind) && event->frames > 0) {
    add_breath(score, event);
  } else if (is_open_wait(event)) {
    score->waits[score->wait_count++] = (struct score_wait){
        .start_frame = event->start_frame,
        .end_frame = event->start_frame + event->frames,
    };
  }
}

enum status score_create(struct pool *pool, const struct plan *plan,
                         struct score **score)
{
  assert(pool && plan && score);
  const struct counts counts = count(plan);
  struct score *created = pool_take(pool, sizeof(*created));
  if (!created || !take_arrays(pool, created, &counts)) {
    score_destroy(pool, created);
    return STATUS_NO_MEMORY;
  }
  created->frames = plan->frames;
  for (size_t i = 0; i < plan->event_count; i++) {
    add_event(created, &plan->events[i]);
  }
  close_cycles(created);
  *score = created;
  return STATUS_OK;
}

void score_destroy(struct pool *pool, struct score *score)
{
  if (!score) {
    return;
  }
  pool_give_back(pool, score->clips);
  pool_give_back(pool, score->reach);
  pool_give_back(pool, score->spans);
  pool_give_back(pool, score->beds);
  pool_give_back(pool, score->ducks);
  pool_give_back(pool, score->breaths);
  pool_give_back(pool, score->waits);
  pool_give_back(pool, score);
}

int64_t score_frames(const struct score *score)
{
  return score->frames;
}
