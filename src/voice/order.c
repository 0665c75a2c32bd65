/* From an utterance to an order that the engine can take. */

#include "voice/order.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

static const char default_language[] = "en-gb";
static const char default_voice[] = "calm";

enum status order_clean_text(const char *text,
                             char clean[static LONGEST_TEXT + 1])
{
  const size_t length = strlen(text);
  size_t made = 0;
  for (size_t i = 0; i < length;) {
    uint32_t code_point;
    i += utf8_decode(text + i, length - i, &code_point);
    const bool is_space =
        code_point == '\t' || code_point == '\n' || code_point == '\r';
    if (is_space) {
      code_point = ' ';
    } else if (utf8_is_control(code_point) || code_point == UTF8_REPLACEMENT) {
      continue;
    }
    char bytes[4];
    const size_t count = utf8_encode(code_point, bytes);
    if (made + count > LONGEST_TEXT) {
      return STATUS_TOO_LARGE;
    }
    memcpy(clean + made, bytes, count);
    made += count;
  }
  clean[made] = '\0';
  return STATUS_OK;
}

static int clamp(int value, int low, int high)
{
  return value < low ? low : value > high ? high : value;
}

static const char *given_or(const char *given, const char *otherwise)
{
  return given && *given ? given : otherwise;
}

/* What the parts of a voice's name come to. */
struct choice {
  const struct voice_style *style;
  const struct catalogue_voice *voice;
  const char *variant; /* NULL: none */
};

/* What stands before the +: a style, a voice of the engine, or nothing. */
static enum status choose_base(const struct catalogue *catalogue,
                               const char *name, const char *language,
                               struct choice *choice)
{
  const struct voice_style *style = voice_style_find(name);
  choice->style = style ? style : voice_style_plain();
  choice->variant = NULL;
  if (style && style->variant) {
    choice->variant = catalogue_variant(catalogue, style->variant);
  }
  choice->voice = NULL;
  if (!style && *name) {
    choice->voice = catalogue_find(catalogue, name, strlen(name));
    if (choice->voice) {
      return STATUS_OK;
    }
    choice->variant = catalogue_variant(catalogue, name);
    if (!choice->variant) {
      return STATUS_NO_VOICE;
    }
  }
  choice->voice = catalogue_for_language(catalogue, language);
  return choice->voice ? STATUS_OK : STATUS_NO_LANGUAGE;
}

static enum status choose(const struct catalogue *catalogue, const char *wanted,
                          const char *language, struct choice *choice)
{
  char name[LONGEST_VOICE + 1];
  const size_t length = strlen(wanted);
  if (length >= sizeof(name)) {
    return STATUS_NO_VOICE;
  }
  memcpy(name, wanted, length + 1);
  char *plus = strchr(name, '+');
  if (plus) {
    *plus = '\0';
  }
  const enum status status = choose_base(catalogue, name, language, choice);
  if (status == STATUS_OK && plus) {
    choice->variant = catalogue_variant(catalogue, plus + 1);
    return choice->variant ? STATUS_OK : STATUS_NO_VOICE;
  }
  return status;
}

int order_paced(int speed, int pace)
{
  return pace > 0 ? speed * pace / 100 : speed;
}

enum status order_resolve(const struct utterance *utterance,
                          const struct catalogue *catalogue,
                          struct engine_order *order, struct resolved *resolved)
{
  struct choice choice;
  const enum status status =
      choose(catalogue, given_or(utterance->voice, default_voice),
             given_or(utterance->language, default_language), &choice);
  if (status != STATUS_OK) {
    return status;
  }
  const int length = snprintf(
      order->voice, sizeof(order->voice), "%s%s%s", choice.voice->identifier,
      choice.variant ? "+" : "", choice.variant ? choice.variant : "");
  if (length < 0 || (size_t)length >= sizeof(order->voice)) {
    return STATUS_NO_VOICE;
  }
  const struct voice_style *chosen = choice.style;
  order->task = ENGINE_SPEAK;
  order->speed = utterance->speed > 0 ? utterance->speed : chosen->speed;
  order->speed = order_paced(order->speed, utterance->pace);
  order->speed = clamp(order->speed, SPEED_LEAST, SPEED_MOST);
  order->pitch = utterance->pitch >= 0 ? utterance->pitch : chosen->pitch;
  order->pitch = clamp(order->pitch, 0, PITCH_MOST);
  order->range = chosen->range;
  *resolved = (struct resolved){
      chosen, choice.voice->tag_count ? choice.voice->tags[0].tag : ""};
  return STATUS_OK;
}
