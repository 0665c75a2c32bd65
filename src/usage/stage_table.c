/* The options that play and resume share. */

#include "usage/stage_table.h"

#include "listen/stage.h"

#define FIELD(name) offsetof(struct stage_options, name)

const struct option stage_option_table[] = {
    {.name = "--device",
     .argument = "NAME",
     .help = "play on this sound device; \"supine devices\" lists them",
     .kind = OPTION_TEXT,
     .offset = FIELD(device)},
    {.name = "--captions",
     .help = "print each sentence as it is spoken",
     .kind = OPTION_FLAG,
     .offset = FIELD(captions)},
    {.name = "--quiet",
     .help = "print nothing while the session plays",
     .kind = OPTION_FLAG,
     .offset = FIELD(quiet)},
    {.name = "--heartbeat",
     .help = "a soft sound now and then in long silence",
     .kind = OPTION_FLAG,
     .offset = FIELD(heartbeat)},
    {.name = "--stats",
     .help = "say at the end how the sound device did",
     .kind = OPTION_FLAG,
     .offset = FIELD(stats)},
    {.name = NULL},
};
