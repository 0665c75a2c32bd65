/* Every command there is, and the way from the program's arguments to one. */

#ifndef SUPINE_COMMAND_COMMANDS_H
#define SUPINE_COMMAND_COMMANDS_H

#include "usage/command.h"

extern const struct command command_check;
extern const struct command command_complete;
extern const struct command command_devices;
extern const struct command command_format;
extern const struct command command_hear;
extern const struct command command_help;
extern const struct command command_history;
extern const struct command command_list;
extern const struct command command_menu; /* has no name to be typed */
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

/* Runs what the arguments of the program ask for; returns its exit status.
   Without any: the menu on a terminal, elsewhere the help. */
int command_dispatch(int argc, char **argv);

#endif
