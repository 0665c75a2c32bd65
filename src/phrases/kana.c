/* Japanese numbers and lengths in kana. */

#include "phrases/kana.h"

#include <assert.h>
#include <math.h>
#include <strings.h>

/* How the last figure changes before a unit: Japanese reads 1, 3, 4, 6, 8 and
   10 minutes as いっぷん, さんぷん, よんぷん, ろっぷん, はっぷん, じゅっぷん
   (NHK's dictionary of pronunciation; both はっぷん and はちふん are said). */
struct ending {
  const char *figures[10]; /* of 1 to 9; [0]: of the tens, without unit */
};

static const char *const plain[10] = {"ぜろ", "いち", "に",   "さん", "よん",
                                      "ご",   "ろく", "なな", "はち", "きゅう"};

static const struct ending minutes = {
    {"じゅっぷん", "いっぷん", "にふん", "さんぷん", "よんぷん", "ごふん",
     "ろっぷん", "ななふん", "はっぷん", "きゅうふん"}};

static const struct ending hours = {
    {"じゅうじかん", "いちじかん", "にじかん", "さんじかん", "よじかん",
     "ごじかん", "ろくじかん", "しちじかん", "はちじかん", "くじかん"}};

/* Hundreds and thousands that change their sound. */
static const char *const hundreds[10] = {
    "",         "ひゃく",     "にひゃく",   "さんびゃく", "よんひゃく",
    "ごひゃく", "ろっぴゃく", "ななひゃく", "はっぴゃく", "きゅうひゃく"};
static const char *const thousands[10] = {
    "",       "せん",     "にせん",   "さんぜん", "よんせん",
    "ごせん", "ろくせん", "ななせん", "はっせん", "きゅうせん"};

static const char *const units[MEASURE_COUNT] = {
    [MEASURE_HOUR] = "じかん",
    [MEASURE_MINUTE] = "ふん",
    [MEASURE_SECOND] = "びょう",
    [MEASURE_WEEK] = "しゅうかん",
    [MEASURE_DAY] = "にち",
    [MEASURE_KILOGRAM] = "キログラム",
    [MEASURE_GRAM] = "グラム",
    [MEASURE_POUND] = "ポンド",
    [MEASURE_KILOMETRE] = "キロメートル",
    [MEASURE_METRE] = "メートル",
    [MEASURE_CENTIMETRE] = "センチ",
    [MEASURE_MILLIMETRE] = "ミリ",
    [MEASURE_INCH] = "インチ",
    [MEASURE_FOOT] = "フィート",
    [MEASURE_LITRE] = "リットル",
    [MEASURE_DEGREE] = "ど",
    [MEASURE_CELSIUS] = "ど",
    [MEASURE_FAHRENHEIT] = "ど",
    [MEASURE_PERCENT] = "パーセント",
};

/* What stands before the last two figures, or before the last one. */
static void append_tens(int tens, struct text *out)
{
  if (tens > 1) {
    text_append(out, plain[tens]);
  }
  text_append(out, tens > 0 ? "じゅう" : "");
}

static void append_hundreds(int number, struct text *out)
{
  text_append(out, thousands[number / 1000 % 10]);
  text_append(out, hundreds[number / 100 % 10]);
}

void kana_append_number(int number, struct text *out)
{
  assert(number >= 0 && number <= KANA_LARGEST);
  append_hundreds(number, out);
  append_tens(number / 10 % 10, out);
  if (number % 10 != 0 || number == 0) {
    text_append(out, plain[number % 10]);
  }
}

/* A number whose end and unit are one word. */
static void append_joined(int number, const struct ending *ending,
                          struct text *out)
{
  const int tens = number / 10 % 10;
  append_hundreds(number, out);
  if (number % 10 != 0) {
    append_tens(tens, out);
    text_append(out, ending->figures[number % 10]);
    return;
  }
  if (tens > 1) {
    text_append(out, plain[tens]);
  }
  text_append(out, ending->figures[0]);
}

bool kana_append_measure(const char *language, double number,
                         enum measure measure, struct text *out)
{
  if (strncasecmp(language, "ja", 2) != 0) {
    return false;
  }
  const bool whole = number == floor(number) && number <= KANA_LARGEST;
  const bool joins = whole && number > 0 && fmod(number, 100) != 0;
  if (joins && measure == MEASURE_MINUTE) {
    append_joined((int)number, &minutes, out);
  } else if (joins && measure == MEASURE_HOUR) {
    append_joined((int)number, &hours, out);
  } else {
    if (whole) {
      kana_append_number((int)number, out);
    } else {
      text_append_format(out, "%.10g", number);
    }
    text_append(out, units[measure]);
  }
  return true;
}
