/* The spoken menu, for a listener who typed nothing but the program's name. */

#ifndef SUPINE_COMMAND_MENU_H
#define SUPINE_COMMAND_MENU_H

#include "command/stage.h"

/* The menu on a stage that is there already, for a listener who comes back to
   it: until a session ends, or the listener leaves. `*exit_status` is changed
   only when something was wrong. */
enum loop_end menu_run(struct stage *stage, int *exit_status);

/* Runs the menu and what is chosen from it; returns the exit status. */
int menu_command(void);

#endif
