/* The commands, each defined in the file of its name. A new one is added here
   and in table.c, by name. */

#ifndef SUPINE_COMMAND_TABLE_H
#define SUPINE_COMMAND_TABLE_H

#include "command/command.h"

extern const struct command command_check;
extern const struct command command_complete;
extern const struct command command_devices;
extern const struct command command_format;
extern const struct command command_hear;
extern const struct command command_help;
extern const struct command command_history;
extern const struct command command_list;
extern const struct command command_new;
extern const struct command command_plan;
extern const struct command command_play;
extern const struct command command_render;
extern const struct command command_resume;
extern const struct command command_say;
extern const struct command command_sounds;
extern const struct command command_version;
extern const struct command command_voices;
extern const struct command command_words;

#endif
