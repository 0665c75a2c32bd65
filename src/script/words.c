/* The one table of the language's words. */

#include "script/words.h"

#include <string.h>
#include <strings.h>

#define FLOW (PLACE_TOP | PLACE_FLOW | PLACE_WITHIN)
#define STEPS (PLACE_TOP | PLACE_FLOW)
#define ANYWHERE                                                               \
  (PLACE_HEADER | PLACE_TOP | PLACE_FLOW | PLACE_DURING | PLACE_WITHIN |       \
   PLACE_REPS)

static const struct word_entry entries[WORD_AFTER_LAST] = {
    [WORD_NONE] = {"", NULL, WORD_KIND_PART, 0, "", ""},
    [WORD_TITLE] = {"title", NULL, WORD_KIND_HEADER, PLACE_HEADER,
                    "Names the routine.", "title Evening psoas release"},
    [WORD_ABOUT] = {"about", NULL, WORD_KIND_HEADER, PLACE_HEADER,
                    "Says in a sentence what the routine is for.",
                    "about Lying down only, about ten minutes"},
    [WORD_AUTHOR] = {"author", NULL, WORD_KIND_HEADER, PLACE_HEADER,
                     "Says who wrote the routine.", "author Ada Lindqvist"},
    [WORD_LICENCE] = {"licence", "license", WORD_KIND_HEADER, PLACE_HEADER,
                      "Says what others may do with the routine.",
                      "licence CC BY 4.0"},
    [WORD_SOURCE] = {"source", NULL, WORD_KIND_HEADER, PLACE_HEADER,
                     "Says where the exercises come from.",
                     "source My physiotherapist's sheet"},
    [WORD_LANGUAGE] = {"language", NULL, WORD_KIND_HEADER, PLACE_HEADER,
                       "Chooses the language that is spoken, by its tag.",
                       "language en-gb"},
    [WORD_OPENING] = {"opening", NULL, WORD_KIND_HEADER, PLACE_HEADER,
                      "Begins with the title only, or at once.",
                      "opening title only"},
    [WORD_CLOSING] = {"closing", NULL, WORD_KIND_HEADER, PLACE_HEADER,
                      "Ends without the bell and the closing words.",
                      "closing none"},
    [WORD_VOICE] = {"voice", NULL, WORD_KIND_STATEMENT, PLACE_HEADER | FLOW,
                    "Chooses the voice, from here on.", "voice calm"},
    [WORD_SPEED] = {"speed", NULL, WORD_KIND_STATEMENT, PLACE_HEADER | FLOW,
                    "Sets the speed of speech in words a minute, from here "
                    "on.",
                    "speed 150"},
    [WORD_PITCH] = {"pitch", NULL, WORD_KIND_STATEMENT, PLACE_HEADER | FLOW,
                    "Sets the pitch of the voice, 0 to 99, from here on.",
                    "pitch 40"},
    [WORD_VOLUME] = {"volume", NULL, WORD_KIND_STATEMENT, PLACE_HEADER | FLOW,
                     "Sets the loudness of speech in per cent, from here on.",
                     "volume 80"},
    [WORD_PRONOUNCE] = {"pronounce", NULL, WORD_KIND_HEADER, PLACE_HEADER,
                        "Teaches the voice how a word sounds.",
                        "pronounce psoas as so az"},
    [WORD_INCLUDE] = {"include", NULL, WORD_KIND_HEADER, PLACE_HEADER,
                      "Brings the exercises of another routine, by its name.",
                      "include glute bridge"},
    [WORD_VALUE] = {"value", NULL, WORD_KIND_HEADER, PLACE_HEADER,
                    "Names something that the listener can change: a length, "
                    "a number, a choice, or a text.",
                    "value length 45 seconds, from 20 to 90 seconds"},
    [WORD_EXERCISE] = {"exercise", NULL, WORD_KIND_BLOCK,
                       PLACE_HEADER | PLACE_TOP,
                       "Describes an exercise, to be used with \"do\".",
                       "exercise knee to chest\n"
                       "say Draw your knee in.\n"
                       "hold 30 seconds\n"
                       "end exercise"},
    [WORD_SAY] = {"say", NULL, WORD_KIND_STATEMENT, FLOW | PLACE_CUE,
                  "Speaks. Alone on its line it opens a longer passage, until "
                  "\"end say\".",
                  "say Settle on your back."},
    [WORD_EXPLAIN] = {"explain", NULL, WORD_KIND_STATEMENT, FLOW,
                      "Speaks the first time only; later rounds and sides "
                      "skip it.",
                      "explain Lie on your back with both legs long."},
    [WORD_DESCRIBE] = {"describe", NULL, WORD_KIND_STATEMENT, STEPS,
                       "Tells more about a movement, to a listener who presses "
                       "d, and to nobody else. Alone on its line it opens a "
                       "longer passage, until \"end describe\".",
                       "describe You feel this in the front of the hip."},
    [WORD_PAUSE] = {"pause", NULL, WORD_KIND_STATEMENT, FLOW,
                    "Keeps silent for a while.", "pause 3 seconds"},
    [WORD_HOLD] = {"hold", NULL, WORD_KIND_STATEMENT, FLOW,
                   "Times a position exactly, with cues such as halfway.",
                   "hold 30 seconds"},
    [WORD_REST] = {"rest", NULL, WORD_KIND_STATEMENT, FLOW,
                   "Times a rest, and says what comes next.",
                   "rest 20 seconds"},
    [WORD_DURING] = {"during", NULL, WORD_KIND_BLOCK, FLOW,
                     "Times a stretch with cues at moments of your choice.",
                     "during 2 minutes\n"
                     "at halfway say Nothing to do.\n"
                     "end during"},
    [WORD_AT] = {"at", NULL, WORD_KIND_STATEMENT, PLACE_DURING,
                 "Inside \"during\": a cue at one moment.",
                 "at 20 seconds say Let your jaw soften."},
    [WORD_EVERY] = {"every", NULL, WORD_KIND_STATEMENT, PLACE_DURING,
                    "Inside \"during\": a cue again and again.",
                    "every 30 seconds chime"},
    [WORD_WITHIN] = {"within", NULL, WORD_KIND_BLOCK, FLOW,
                     "A slot of a fixed length that includes its speech.",
                     "within 1 minute\n"
                     "say Find a comfortable place.\n"
                     "end within"},
    [WORD_COUNT] = {"count", NULL, WORD_KIND_STATEMENT, FLOW,
                    "Counts aloud at an exact pace.",
                    "count 10 every 4 seconds"},
    [WORD_REPS] = {"reps", NULL, WORD_KIND_BLOCK, FLOW,
                   "Leads repetitions made of moves.",
                   "reps 10\n"
                   "move Lift for 2 seconds\n"
                   "move Lower for 3 seconds\n"
                   "end reps"},
    [WORD_MOVE] = {"move", NULL, WORD_KIND_STATEMENT, PLACE_REPS,
                   "Inside \"reps\": one phase of a repetition.",
                   "move Lift for 2 seconds"},
    [WORD_BREATHE] = {"breathe", NULL, WORD_KIND_STATEMENT, FLOW | PLACE_DURING,
                      "Leads the breath with tones, in seconds.",
                      "breathe in 4 out 6 for 6 breaths"},
    [WORD_EACH_SIDE] = {"each side", NULL, WORD_KIND_BLOCK, FLOW,
                        "Does everything inside on the left, then on the "
                        "right.",
                        "each side\n"
                        "say Draw your @side knee in.\n"
                        "hold 30 seconds\n"
                        "end each side"},
    [WORD_LEFT_SIDE] = {"left side", NULL, WORD_KIND_BLOCK, FLOW,
                        "Does everything inside on the left alone.",
                        "left side\n"
                        "say Draw your @side knee in.\n"
                        "hold 30 seconds\n"
                        "end left side"},
    [WORD_RIGHT_SIDE] = {"right side", NULL, WORD_KIND_BLOCK, FLOW,
                         "Does everything inside on the right alone.",
                         "right side\n"
                         "say Draw your @side knee in.\n"
                         "hold 30 seconds\n"
                         "end right side"},
    [WORD_FOR_EACH] = {"for each", NULL, WORD_KIND_BLOCK, FLOW,
                       "Does everything inside for each item of a list.",
                       "for each muscle in right hand, left hand, jaw\n"
                       "say Tense your @muscle.\n"
                       "hold 5 seconds\n"
                       "end for each"},
    [WORD_REPEAT] = {"repeat", NULL, WORD_KIND_BLOCK, FLOW,
                     "Does everything inside several times, or for so long: "
                     "the round that has begun is finished.",
                     "repeat 3 times\n"
                     "hold 30 seconds\n"
                     "end repeat"},
    [WORD_DO] = {"do", NULL, WORD_KIND_STATEMENT, STEPS,
                 "Does an exercise that was described or included, once or "
                 "several times.",
                 "do knee to chest"},
    [WORD_STEP] = {"step", NULL, WORD_KIND_STATEMENT, STEPS,
                   "Names the part of the routine that follows.",
                   "step Glute bridge"},
    [WORD_WAIT_FOR_ME] = {"wait for me", NULL, WORD_KIND_STATEMENT, STEPS,
                          "Waits until the listener presses a key.",
                          "wait for me, at most 1 minute"},
    [WORD_CHIME] = {"chime", NULL, WORD_KIND_STATEMENT, FLOW | PLACE_CUE,
                    "Rings a bell and goes on; \"soft\" at its end rings it "
                    "softly.",
                    "chime"},
    [WORD_SOUND] = {"sound", NULL, WORD_KIND_STATEMENT, FLOW | PLACE_CUE,
                    "Plays a sound to its end.", "sound start bell"},
    [WORD_BACKGROUND] = {"background", NULL, WORD_KIND_STATEMENT, FLOW,
                         "Plays a sound under everything, from here on, or "
                         "stops it.",
                         "background brown noise"},
    [WORD_WHEN] = {"when", NULL, WORD_KIND_BLOCK, FLOW,
                   "Does what is inside only with a choice, in a round, on a "
                   "side, or at a number.",
                   "when level is gentle\n"
                   "hold 20 seconds\n"
                   "otherwise\n"
                   "hold 40 seconds\n"
                   "end when"},
    [WORD_OTHERWISE] = {"otherwise", NULL, WORD_KIND_END, 0,
                        "Inside \"when\": what is done in every other case.",
                        "otherwise"},
    [WORD_END] = {"end", NULL, WORD_KIND_END, 0,
                  "Ends a block, with the words that opened it.", "end repeat"},
    [WORD_NOTE] = {"note", "#", WORD_KIND_NOTE, ANYWHERE,
                   "A remark for whoever reads the file; never spoken.",
                   "note Written for the evening class"},
    [WORD_AS] = {"as", NULL, WORD_KIND_PART, 0,
                 "Stands before how a word is spoken.",
                 "pronounce psoas as so az"},
    [WORD_FROM] = {"from", NULL, WORD_KIND_PART, 0,
                   "Stands before the least a value can be.",
                   "value length 45 seconds, from 20 to 90 seconds"},
    [WORD_TO] = {"to", NULL, WORD_KIND_PART, 0,
                 "Stands before the most a value can be.",
                 "value length 45 seconds, from 20 to 90 seconds"},
    [WORD_OR] = {"or", NULL, WORD_KIND_PART, 0,
                 "Stands between choices; the first is the usual one.",
                 "value level gentle or strong"},
    [WORD_TEXT] = {"text", NULL, WORD_KIND_PART, 0,
                   "Stands before the words of a value that is a text.",
                   "value greeting text Good morning"},
    [WORD_AND] = {"and", NULL, WORD_KIND_PART, 0, "Joins cues or values.",
                  "hold 30 seconds with halfway and countdown from 3"},
    [WORD_WITH] = {"with", NULL, WORD_KIND_PART, 0,
                   "Gives a hold or a rest cues, or an exercise values.",
                   "hold 30 seconds with halfway"},
    [WORD_WITHOUT_CUES] = {"without cues", NULL, WORD_KIND_PART, 0,
                           "Keeps a hold silent until its end.",
                           "hold 30 seconds without cues"},
    [WORD_BETWEEN_ROUNDS] = {"between rounds", NULL, WORD_KIND_PART, 0,
                             "Leaves the rest out after the last round.",
                             "repeat 3 times\n"
                             "hold 30 seconds\n"
                             "rest 20 seconds between rounds\n"
                             "end repeat"},
    [WORD_HALFWAY] = {"halfway", NULL, WORD_KIND_PART, 0,
                      "The middle of a stretch of time.",
                      "hold 30 seconds with halfway"},
    [WORD_COUNTDOWN_FROM] = {"countdown from", NULL, WORD_KIND_PART, 0,
                             "Counts the last seconds of a hold aloud.",
                             "hold 30 seconds with countdown from 3"},
    [WORD_CHIME_EVERY] = {"chime every", NULL, WORD_KIND_PART, 0,
                          "Rings again and again during a hold.",
                          "hold 2 minutes with chime every 30 seconds"},
    [WORD_TIME_LEFT_EVERY] = {"time left every", NULL, WORD_KIND_PART, 0,
                              "Says during a hold how long it still lasts.",
                              "hold 3 minutes with time left every 1 minute"},
    [WORD_BEFORE_THE_END] = {"before the end", NULL, WORD_KIND_PART, 0,
                             "Inside \"during\": a cue so long before its "
                             "end.",
                             "20 seconds before the end say Nearly there."},
    [WORD_EXACTLY] = {"exactly", NULL, WORD_KIND_PART, 0,
                      "Keeps a length as it is when a routine is fitted.",
                      "hold exactly 30 seconds"},
    [WORD_AT_MOST] = {"at most", NULL, WORD_KIND_PART, 0,
                      "Stands before the longest wait, or the largest number.",
                      "wait for me, at most 1 minute"},
    [WORD_AT_LEAST] = {"at least", NULL, WORD_KIND_PART, 0,
                       "Stands before the smallest number.",
                       "when round is at least 2\n"
                       "say Again.\n"
                       "end when"},
    [WORD_MORE_THAN] = {"more than", NULL, WORD_KIND_PART, 0,
                        "Asks for anything above a number or a length.",
                        "when round is more than 2\n"
                        "say Again.\n"
                        "end when"},
    [WORD_LESS_THAN] = {"less than", NULL, WORD_KIND_PART, 0,
                        "Asks for anything below a number or a length.",
                        "when round is less than 3\n"
                        "say Once more after this.\n"
                        "end when"},
    [WORD_THE_LAST] = {"the last", NULL, WORD_KIND_PART, 0,
                       "Asks for the last round.",
                       "when round is the last\n"
                       "say The last one.\n"
                       "end when"},
    [WORD_IN] = {"in", NULL, WORD_KIND_PART, 0,
                 "Stands before the seconds of breathing in.",
                 "breathe in 4 out 6 for 6 breaths"},
    [WORD_OUT] = {"out", NULL, WORD_KIND_PART, 0,
                  "Stands before the seconds of breathing out.",
                  "breathe in 4 out 6 for 6 breaths"},
    [WORD_HOLD_BREATH] = {"hold", NULL, WORD_KIND_PART, 0,
                          "Stands before the seconds of holding the breath.",
                          "breathe in 4 hold 2 out 6 hold 1 for 6 breaths"},
    [WORD_FOR] = {"for", NULL, WORD_KIND_PART, 0,
                  "Stands before how long something lasts.",
                  "breathe in 4 out 6 for 2 minutes"},
    [WORD_IS] = {"is", NULL, WORD_KIND_PART, 0,
                 "Stands between a value, the round or the side, and what "
                 "it has to be.",
                 "when level is gentle\n"
                 "hold 20 seconds\n"
                 "end when"},
    [WORD_ALTERNATING_SIDES] = {"alternating sides", NULL, WORD_KIND_PART, 0,
                                "Changes the side at every repetition.",
                                "reps 10, alternating sides\n"
                                "move Lift your @side leg for 3 seconds\n"
                                "end reps"},
    [WORD_CALLED] = {"called", NULL, WORD_KIND_PART, 0,
                     "Gives the words that @side is spoken as, in languages "
                     "where \"left\" has endings.",
                     "each side, called linke and rechte\n"
                     "say Hebe das @side Bein.\n"
                     "hold 30 seconds\n"
                     "end each side"},
    [WORD_WITHOUT_NUMBERS] = {"without numbers", NULL, WORD_KIND_PART, 0,
                              "Leaves the numbers of repetitions unsaid.",
                              "reps 10 without numbers\n"
                              "move Squeeze for 1 second\n"
                              "move Let go for 1 second\n"
                              "end reps"},
    [WORD_BECOMING] = {"becoming", NULL, WORD_KIND_PART, 0,
                       "Stands before the breath that breathing arrives at.",
                       "breathe in 4 out 4 becoming in 4 out 8 for 12 "
                       "breaths"},
    [WORD_LEFT_FIRST] = {"left first", NULL, WORD_KIND_PART, 0,
                         "Begins with the left side, as usual.",
                         "each side, left first\n"
                         "hold 30 seconds\n"
                         "end each side"},
    [WORD_RIGHT_FIRST] = {"right first", NULL, WORD_KIND_PART, 0,
                          "Begins with the right side.",
                          "each side, right first\n"
                          "hold 30 seconds\n"
                          "end each side"},
    [WORD_QUIET] = {"quiet", NULL, WORD_KIND_PART, 0,
                    "A background that is hardly there.",
                    "background brown noise quiet"},
    [WORD_SOFT] = {"soft", NULL, WORD_KIND_PART, 0,
                   "A background well under the voice, as usual; a chime "
                   "that hardly wakes.",
                   "background brown noise soft"},
    [WORD_FULL] = {"full", NULL, WORD_KIND_PART, 0,
                   "A background as loud as it was recorded.",
                   "background brown noise full"},
    [WORD_OFF] = {"off", NULL, WORD_KIND_PART, 0, "Ends the background.",
                  "background off"},
    [WORD_TITLE_ONLY] = {"title only", NULL, WORD_KIND_PART, 0,
                         "Begins with neither a bell nor the length.",
                         "opening title only"},
    [WORD_NOTHING] = {"none", NULL, WORD_KIND_PART, 0,
                      "Leaves out the opening, or the closing.",
                      "closing none"},
    [WORD_TIMES] = {"times", "time rounds sets", WORD_KIND_PART, 0,
                    "Says how often something is repeated, or multiplies what "
                    "follows.",
                    "repeat 3 times\n"
                    "hold 30 seconds\n"
                    "end repeat"},
    [WORD_PLUS] = {"plus", NULL, WORD_KIND_PART, 0,
                   "Adds to a length or a number.",
                   "hold @length plus 5 seconds"},
    [WORD_MINUS] = {"minus", NULL, WORD_KIND_PART, 0,
                    "Takes away from a length or a number.",
                    "hold @length minus 5 seconds"},
    [WORD_WORDS_A_MINUTE] = {"words a minute", NULL, WORD_KIND_PART, 0,
                             "May follow a speed.", "speed 150 words a minute"},
    [WORD_PERCENT] = {"percent", "%", WORD_KIND_PART, 0, "May follow a volume.",
                      "volume 80 percent"},
    [WORD_SECONDS] = {"seconds", "second secs sec s", WORD_KIND_UNIT, 0,
                      "A unit of time.", "hold 30 seconds"},
    [WORD_MINUTES] = {"minutes", "minute mins min m", WORD_KIND_UNIT, 0,
                      "A unit of time.", "hold 1 minute 30 seconds"},
    [WORD_HOURS] = {"hours", "hour hrs hr h", WORD_KIND_UNIT, 0,
                    "A unit of time.", "pause 1 hour"},
    [WORD_BREATHS] = {"breaths", "breath", WORD_KIND_UNIT, 0,
                      "A length in breaths, by the breathing last led, else "
                      "in 4 out 6.",
                      "hold 10 breaths"},
};

const struct word_entry *word_entry(enum word word)
{
  return word > WORD_NONE && word < WORD_AFTER_LAST ? &entries[word]
                                                    : &entries[WORD_NONE];
}

bool word_is_spelled(enum word word, const char *bytes, size_t length)
{
  const struct word_entry *entry = word_entry(word);
  if (strlen(entry->spelling) == length &&
      strncasecmp(bytes, entry->spelling, length) == 0) {
    return true;
  }
  for (const char *other = entry->others; other && *other;) {
    const size_t size = strcspn(other, " ");
    if (size == length && strncasecmp(bytes, other, size) == 0) {
      return true;
    }
    other += size + (other[size] == ' ');
  }
  return false;
}

const char *word_counted(enum word word, double number)
{
  const bool one = number == 1;
  switch (word) {
  case WORD_SECONDS:
    return one ? "second" : entries[word].spelling;
  case WORD_MINUTES:
    return one ? "minute" : entries[word].spelling;
  case WORD_HOURS:
    return one ? "hour" : entries[word].spelling;
  case WORD_BREATHS:
    return one ? "breath" : entries[word].spelling;
  default:
    return word_entry(word)->spelling;
  }
}

bool word_takes_text(enum word word)
{
  switch (word) {
  case WORD_TITLE:
  case WORD_ABOUT:
  case WORD_AUTHOR:
  case WORD_LICENCE:
  case WORD_SOURCE:
  case WORD_LANGUAGE:
  case WORD_VOICE:
  case WORD_INCLUDE:
  case WORD_EXERCISE:
  case WORD_SAY:
  case WORD_EXPLAIN:
  case WORD_DESCRIBE:
  case WORD_STEP:
  case WORD_CHIME:
  case WORD_SOUND:
    return true;
  default:
    return false;
  }
}

static const struct {
  const char *spelling;
  int number;
} numbers[] = {
    {"a", 1},         {"an", 1},       {"one", 1},        {"two", 2},
    {"three", 3},     {"four", 4},     {"five", 5},       {"six", 6},
    {"seven", 7},     {"eight", 8},    {"nine", 9},       {"ten", 10},
    {"eleven", 11},   {"twelve", 12},  {"thirteen", 13},  {"fourteen", 14},
    {"fifteen", 15},  {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20},  {"thirty", 30},    {"forty", 40},
    {"fifty", 50},    {"sixty", 60},   {"seventy", 70},   {"eighty", 80},
    {"ninety", 90},
};

bool word_is_half(const char *bytes, size_t length)
{
  return length == 4 && strncasecmp(bytes, "half", length) == 0;
}

int word_often(const char *bytes, size_t length)
{
  static const char *const often[] = {
      "once",
      "twice",
      "thrice",
  };
  for (int i = 0; i < 3; i++) {
    if (strlen(often[i]) == length &&
        strncasecmp(bytes, often[i], length) == 0) {
      return i + 1;
    }
  }
  return 0;
}

int word_number(const char *bytes, size_t length)
{
  for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
    const char *spelling = numbers[i].spelling;
    if (strlen(spelling) == length &&
        strncasecmp(bytes, spelling, length) == 0) {
      return numbers[i].number;
    }
  }
  return 0;
}
