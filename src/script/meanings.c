/* What people type who do not know the language yet, and what they mean. */

#include "script/meanings.h"

#include <string.h>
#include <strings.h>

#define SPEAK "To have this line spoken, begin it with say."
#define LEAVE "Leave this line out."
#define PRESS                                                                  \
  "To wait for the listener, write: wait for me. For a silence, write: pause " \
  "5 seconds."

static const struct meaning meanings[] = {
    /* programmers, and who has seen other programs */
    {"if", WORD_WHEN, NULL},
    {"else", WORD_OTHERWISE, NULL},
    {"elif", WORD_OTHERWISE,
     "After \"otherwise\" stands no further question. Put another \"when\" "
     "inside it."},
    {"else if", WORD_OTHERWISE,
     "After \"otherwise\" stands no further question. Put another \"when\" "
     "inside it."},
    {"endif", WORD_NONE, "A choice is ended with: end when."},
    {"switch", WORD_WHEN,
     "A choice begins with \"when\", and a change of sides with \"each "
     "side\". Example: when level is gentle."},
    {"case", WORD_WHEN, NULL},
    {"loop", WORD_REPEAT, NULL},
    {"while", WORD_REPEAT,
     "Rounds are counted. Example: repeat 3 times, then the lines, then end "
     "repeat."},
    {"for", WORD_DURING, NULL},
    {"for each side", WORD_EACH_SIDE, NULL},
    {"until", WORD_REPEAT,
     "Rounds are counted. Example: repeat 3 times, then the lines, then end "
     "repeat."},
    {"rounds", WORD_REPEAT, NULL},
    {"circuit", WORD_REPEAT, NULL},
    {"again", WORD_REPEAT,
     "What comes again stands once, inside \"repeat\". Example: repeat 3 "
     "times."},
    {"function", WORD_EXERCISE, NULL},
    {"define", WORD_EXERCISE, NULL},
    {"def", WORD_EXERCISE, NULL},
    {"call", WORD_DO, NULL},
    {"run", WORD_DO, NULL},
    {"perform", WORD_DO, NULL},
    {"use", WORD_DO, NULL},
    {"go to", WORD_NONE,
     "A routine goes from its first line to its last. What comes again "
     "stands inside \"repeat\", or is an \"exercise\" that \"do\" uses."},
    {"goto", WORD_NONE,
     "A routine goes from its first line to its last. What comes again "
     "stands inside \"repeat\", or is an \"exercise\" that \"do\" uses."},
    {"go back", WORD_NONE,
     "A routine goes from its first line to its last. What comes again "
     "stands inside \"repeat\", or is an \"exercise\" that \"do\" uses."},
    {"go", WORD_SAY, SPEAK},
    {"print", WORD_SAY, NULL},
    {"echo", WORD_SAY, NULL},
    {"var", WORD_VALUE, NULL},
    {"let", WORD_VALUE, SPEAK " A value is written: value length 30 seconds."},
    {"set", WORD_VALUE, NULL},
    {"const", WORD_VALUE, NULL},
    {"variable", WORD_VALUE, NULL},
    {"parameter", WORD_VALUE, NULL},
    {"option", WORD_VALUE, NULL},
    {"import", WORD_INCLUDE, NULL},
    {"load", WORD_INCLUDE, NULL},
    {"comment", WORD_NOTE, NULL},
    {"remark", WORD_NOTE, NULL},
    {"rem", WORD_NOTE, NULL},
    {"return", WORD_NONE, LEAVE " A block ends with \"end\"."},
    {"exit", WORD_NONE,
     LEAVE " The session ends after the last line by itself."},
    {"quit", WORD_NONE,
     LEAVE " The session ends after the last line by itself."},
    {"finish", WORD_NONE,
     LEAVE " The session ends after the last line by itself."},
    {"the end", WORD_NONE,
     LEAVE " The session ends after the last line by itself."},
    {"begin", WORD_NONE, LEAVE " The session begins by itself."},
    {"start", WORD_NONE, LEAVE " The session begins by itself."},
    {"begin say", WORD_SAY,
     "A passage is opened by \"say\" alone on its line, and closed by: end "
     "say."},
    {"stop background", WORD_BACKGROUND,
     "A background ends with \"background off\"."},
    {"stop music", WORD_BACKGROUND,
     "A background ends with \"background off\"."},
    {"stop the music", WORD_BACKGROUND,
     "A background ends with \"background off\"."},
    {"stop", WORD_NONE,
     "The session ends after the last line by itself, a block with \"end\", "
     "and a sound with \"background off\"."},
    {"then say", WORD_SAY, "Leave out \"then\": begin the line with say."},
    {"then", WORD_NONE,
     "Leave it out: a line follows the one before it by itself."},
    {"and then", WORD_NONE,
     "Leave it out: a line follows the one before it by itself."},
    {"next", WORD_STEP, "The part that follows is named by \"step\"."},

    /* speaking */
    {"speak", WORD_SAY, NULL},
    {"tell", WORD_SAY, NULL},
    {"text", WORD_SAY, NULL},
    {"voice over", WORD_SAY, NULL},
    {"speech", WORD_SAY, NULL},
    {"announce", WORD_SAY, NULL},
    {"read", WORD_SAY, NULL},
    {"talk", WORD_SAY, NULL},
    {"instruct", WORD_EXPLAIN, NULL},
    {"instruction", WORD_EXPLAIN, NULL},
    {"instructions", WORD_EXPLAIN, NULL},
    {"cue", WORD_SAY, NULL},
    {"fold", WORD_SAY, SPEAK},
    {"best", WORD_SAY, SPEAK},
    {"love", WORD_SAY, SPEAK},
    {"more", WORD_SAY, SPEAK},
    {"round your", WORD_SAY, SPEAK},
    {"above", WORD_SAY, SPEAK},
    {"where", WORD_SAY, SPEAK},
    {"with", WORD_SAY, SPEAK},
    {"now", WORD_SAY, SPEAK},
    {"not", WORD_SAY, SPEAK},
    {"send", WORD_SAY, SPEAK},
    {"bend", WORD_SAY, SPEAK},
    {"today", WORD_SAY, SPEAK},
    {"no", WORD_SAY, SPEAK},
    {"walk", WORD_SAY, SPEAK},
    {"you", WORD_SAY, SPEAK},

    /* time */
    {"silence", WORD_PAUSE, NULL},
    {"silent", WORD_PAUSE, NULL},
    {"quiet time", WORD_PAUSE, NULL},
    {"sleep", WORD_PAUSE, NULL},
    {"delay", WORD_PAUSE, NULL},
    {"gap", WORD_PAUSE, NULL},
    {"break", WORD_REST, NULL},
    {"recover", WORD_REST, NULL},
    {"recovery", WORD_REST, NULL},
    {"relax", WORD_REST, NULL},
    {"stay", WORD_HOLD, NULL},
    {"keep", WORD_HOLD, "A position is kept with: hold 30 seconds."},
    {"stretch", WORD_HOLD,
     "Say what to do, and then time it: say Stretch the calf, then hold 30 "
     "seconds."},
    {"plank", WORD_HOLD,
     "Say what to do, and then time it: say Plank, then hold 30 seconds."},
    {"work", WORD_HOLD,
     "Say what to do, and then time it: say Work, then hold 30 seconds."},
    {"timer", WORD_HOLD, NULL},
    {"time", WORD_HOLD, "A length of time follows \"hold\" or \"pause\"."},
    {"duration", WORD_HOLD, "A length of time follows \"hold\" or \"pause\"."},
    {"countdown", WORD_HOLD,
     "A countdown belongs to a hold. Write: hold 30 seconds with countdown "
     "from 3."},
    {"count down", WORD_HOLD,
     "A countdown belongs to a hold. Write: hold 30 seconds with countdown "
     "from 3."},
    {"after", WORD_AT, NULL},
    {"press", WORD_WAIT_FOR_ME, PRESS},
    {"ask", WORD_WAIT_FOR_ME, PRESS},
    {"input", WORD_WAIT_FOR_ME, PRESS},
    {"continue", WORD_WAIT_FOR_ME, PRESS},
    {"until ready", WORD_WAIT_FOR_ME, PRESS},

    /* breath */
    {"inhale", WORD_BREATHE, NULL},
    {"exhale", WORD_BREATHE,
     "A breath is led in one line. Write: breathe in 4 out 6 for 6 breaths."},
    {"breath", WORD_BREATHE, NULL},
    {"breathing", WORD_BREATHE, NULL},
    {"box breathing", WORD_BREATHE,
     "Write: breathe in 4 hold 4 out 4 hold 4 for 6 breaths."},

    /* sounds */
    {"bell", WORD_CHIME, NULL},
    {"gong", WORD_CHIME, NULL},
    {"ring", WORD_CHIME, NULL},
    {"beep", WORD_CHIME, NULL},
    {"ding", WORD_CHIME, NULL},
    {"bowl", WORD_CHIME, NULL},
    {"music", WORD_BACKGROUND, NULL},
    {"ambient", WORD_BACKGROUND, NULL},
    {"song", WORD_BACKGROUND,
     "A sound file beside this one is played by \"sound\", or under the "
     "voice by \"background\", each with its name."},
    {"noise", WORD_BACKGROUND, "Write: background brown noise."},
    {"rain", WORD_BACKGROUND, "Write: background rain."},
    {"waves", WORD_BACKGROUND, "Write: background waves."},
    {"play", WORD_BACKGROUND,
     "A sound under the voice is laid by \"background\", and one that is "
     "played to its end by \"sound\", each with its name. Example: background "
     "rain."},
    {"fade", WORD_BACKGROUND,
     "A background fades by itself when it changes or ends. Write: background "
     "off."},
    {"audio", WORD_SOUND, NULL},
    {"file", WORD_SOUND, NULL},
    {"mute", WORD_BACKGROUND, "To end the sound, write: background off."},

    /* sides */
    {"sides", WORD_EACH_SIDE, NULL},
    {"side", WORD_EACH_SIDE, NULL},
    {"both", WORD_EACH_SIDE, NULL},
    {"both sides", WORD_EACH_SIDE, NULL},
    {"every side", WORD_EACH_SIDE, NULL},
    {"on each side", WORD_EACH_SIDE, NULL},
    {"change sides", WORD_EACH_SIDE,
     "Put what is done on both sides inside \"each side\": it is done left, "
     "then right, with time to change."},
    {"other side", WORD_EACH_SIDE,
     "Put what is done on both sides inside \"each side\": it is done left, "
     "then right, with time to change."},
    {"switch sides", WORD_EACH_SIDE,
     "Put what is done on both sides inside \"each side\": it is done left, "
     "then right, with time to change."},
    {"repeat on the other side", WORD_EACH_SIDE,
     "Put what is done on both sides inside \"each side\": it is done left, "
     "then right, with time to change."},
    {"left", WORD_EACH_SIDE,
     "For both sides write \"each side\"; in it, @side is spoken as left or "
     "right."},
    {"right", WORD_EACH_SIDE,
     "For both sides write \"each side\"; in it, @side is spoken as left or "
     "right."},
    {"alternate", WORD_REPS,
     "Sides take turns in repetitions. Write: reps 10, alternating sides."},
    {"alternating", WORD_REPS,
     "Sides take turns in repetitions. Write: reps 10, alternating sides."},

    /* parts and names */
    {"section", WORD_STEP, NULL},
    {"chapter", WORD_STEP, NULL},
    {"part", WORD_STEP, NULL},
    {"phase", WORD_STEP, NULL},
    {"block", WORD_STEP, NULL},
    {"pose", WORD_STEP, NULL},
    {"asana", WORD_STEP, NULL},
    {"heading", WORD_STEP, NULL},
    {"warm up", WORD_STEP, "A part is named by \"step\". Write: step Warm-up."},
    {"warmup", WORD_STEP, "A part is named by \"step\". Write: step Warm-up."},
    {"warm-up", WORD_STEP, "A part is named by \"step\". Write: step Warm-up."},
    {"cooldown", WORD_STEP,
     "A part is named by \"step\". Write: step Cool-down."},
    {"cool down", WORD_STEP,
     "A part is named by \"step\". Write: step Cool-down."},
    {"cool-down", WORD_STEP,
     "A part is named by \"step\". Write: step Cool-down."},
    {"name", WORD_TITLE, NULL},
    {"routine", WORD_TITLE, NULL},
    {"description", WORD_ABOUT, NULL},
    {"summary", WORD_ABOUT, NULL},
    {"lang", WORD_LANGUAGE, NULL},
    {"by", WORD_AUTHOR, NULL},
    {"copyright", WORD_LICENCE, NULL},
    {"date", WORD_NOTE, NULL},
    {"version", WORD_NOTE, NULL},
    {"todo", WORD_NOTE, NULL},
    {"steps", WORD_STEP, "Each part has a line of its own: step Calf stretch."},
    {"exercises", WORD_EXERCISE,
     "Each exercise is described by itself: exercise calf stretch, then its "
     "lines, then end exercise."},
    {"rate", WORD_SPEED, NULL},
    {"slower", WORD_SPEED, "Write the words a minute: speed 130."},
    {"faster", WORD_SPEED, "Write the words a minute: speed 180."},
    {"louder", WORD_VOLUME, "Write the volume in per cent: volume 120."},
    {"quieter", WORD_VOLUME, "Write the volume in per cent: volume 70."},
    {"softer", WORD_VOLUME, "Write the volume in per cent: volume 70."},
    {"speaker", WORD_VOICE, NULL},

    /* movement */
    {"sets", WORD_REPEAT, NULL},
    {"set of", WORD_REPEAT,
     "Sets are rounds: repeat 3 times, then the lines, then end repeat."},
    {"rep", WORD_REPS, NULL},
    {"repetitions", WORD_REPS, NULL},
    {"repetition", WORD_REPS, NULL},

    /* what is asked for by "supine words" alone */
    {"@side", WORD_EACH_SIDE,
     "In what is said, @side is spoken as left or right. It stands inside "
     "\"each side\". Example: say Draw your @side knee in."},
    {"@other side", WORD_EACH_SIDE,
     "In what is said, @other side is spoken as the opposite of @side. It "
     "stands inside \"each side\". Example: say Rest your @other side arm."},
    {"@round", WORD_REPEAT,
     "In what is said, @round is spoken as the number of the round. It stands "
     "inside \"repeat\". Example: say Round @round."},
    {"@name", WORD_VALUE,
     "A value's name after an at sign is spoken, or used, as what it is set "
     "to. Example: hold @length."},
    {"@@", WORD_SAY, "Two at signs are spoken as one."},
    {"@", WORD_VALUE,
     "A value's name after an at sign is spoken, or used, as what it is set "
     "to. Example: hold @length."},
};

#define MARKS " \t,:;"

/* How many bytes of a text spell a phrase: words parted by any spaces and
   separating marks. 0: it is not spelled. */
static size_t match(const char *phrase, const char *text, size_t length)
{
  size_t at = 0;
  for (;;) {
    const size_t word = strcspn(phrase, " ");
    if (at > length || length - at < word ||
        strncasecmp(text + at, phrase, word) != 0) {
      return 0;
    }
    at += word;
    phrase += word;
    if (at < length && !strchr(MARKS ".!?\r\n", text[at])) {
      return 0;
    }
    if (!*phrase) {
      return at;
    }
    phrase++;
    at += strspn(text + at, MARKS);
  }
}

static size_t count_words(const char *phrase)
{
  size_t count = 1;
  for (const char *gap = phrase; (gap = strchr(gap, ' ')); gap++) {
    count++;
  }
  return count;
}

const struct meaning *meaning_find(const char *text, size_t length,
                                   size_t *taken)
{
  const struct meaning *found = NULL;
  size_t longest = 0;
  for (size_t i = 0; i < sizeof(meanings) / sizeof(*meanings); i++) {
    const size_t matched = match(meanings[i].typed, text, length);
    if (matched > longest) {
      longest = matched;
      found = &meanings[i];
    }
  }
  if (found && taken) {
    *taken = count_words(found->typed);
  }
  return found;
}
