/* The listener's own defaults as commands use them: every command that plans a
   session begins from them, and options on the command line win. */

#ifndef SUPINE_COMMAND_OWN_CONFIG_H
#define SUPINE_COMMAND_OWN_CONFIG_H

#include "command/options.h"
#include "memory/config.h"
#include "session/studio.h"

/* Reads the configuration, which the caller finishes. Lines that are wrong are
   said on standard error and skipped. */
void own_config_read(struct config *config);

/* The options of a session that the command line says nothing of: as the
   configuration has them, from which they borrow, and otherwise as the routine
   says. The caller finishes them. */
void own_config_options(const struct config *config,
                        struct session_options *session);

/* Forgets a voice or a background that there is not, where the options still
   have it from the configuration; when `loud`, that is said on standard error.
   False when something was forgotten. The configuration is borrowed. */
bool own_config_check(const struct config *config, const struct studio *studio,
                      bool loud, struct session_options *session);

#endif
