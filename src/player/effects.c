/* The list of effects of one step. */

#include "player/effects.h"

#include <assert.h>
#include <string.h>

void effects_init(struct effects *effects, enum session_clock clock)
{
  effects->count = 0;
  effects->part_count = 0;
  effects->byte_count = 0;
  effects->clock = clock;
}

static struct effect *add(struct effects *effects, enum effect_kind kind)
{
  assert(effects->count < EFFECTS_MOST);
  struct effect *effect = &effects->list[effects->count++];
  *effect = (struct effect){.kind = kind};
  return effect;
}

const char *effects_keep(struct effects *effects, const char *text)
{
  const size_t room = sizeof(effects->bytes) - effects->byte_count;
  const size_t length = strnlen(text, room - 1);
  char *copied = effects->bytes + effects->byte_count;
  memcpy(copied, text, length);
  copied[length] = '\0';
  effects->byte_count += length + 1 < room ? length + 1 : length;
  return copied;
}

void effects_add(struct effects *effects, enum effect_kind kind)
{
  add(effects, kind);
}

void effects_mix(struct effects *effects, const struct mix_message *message)
{
  add(effects, EFFECT_MIX)->message = *message;
}

void effects_set_clock(struct effects *effects, enum session_clock clock)
{
  static const enum mix_message_kind kinds[] = {
      [CLOCK_PAUSED] = MIX_PAUSE,
      [CLOCK_STANDING] = MIX_STAND,
      [CLOCK_RUNNING] = MIX_RUN,
  };
  if (clock != effects->clock) {
    effects_mix(effects, &(struct mix_message){.kind = kinds[clock]});
    effects->clock = clock;
  }
}

void effects_hold(struct effects *effects)
{
  if (effects->clock == CLOCK_RUNNING) {
    effects_set_clock(effects, CLOCK_STANDING);
  }
}

void effects_announce(struct effects *effects,
                      const struct announcement *announcement)
{
  struct effect *effect = add(effects, EFFECT_ANNOUNCE);
  struct announcement_part *parts = effects->parts + effects->part_count;
  const size_t room =
      sizeof(effects->parts) / sizeof(*parts) - effects->part_count;
  effect->announcement = *announcement;
  effect->announcement.parts = parts;
  if (effect->announcement.count > room) {
    effect->announcement.count = room;
  }
  memcpy(parts, announcement->parts,
         effect->announcement.count * sizeof(*parts));
  effects->part_count += effect->announcement.count;
}

void effects_print(struct effects *effects, enum player_line line,
                   const char *text)
{
  struct effect *effect = add(effects, EFFECT_PRINT);
  effect->line = line;
  effect->text = text;
}

void effects_plan(struct effects *effects, int speed)
{
  add(effects, EFFECT_PLAN)->speed = speed;
}

void effects_leave(struct effects *effects, bool menu)
{
  add(effects, EFFECT_LEAVE)->menu = menu;
}
