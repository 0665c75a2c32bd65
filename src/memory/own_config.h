/* The listener's own defaults, applied: every session begins from them, and
   options on the command line win. */

#ifndef SUPINE_MEMORY_OWN_CONFIG_H
#define SUPINE_MEMORY_OWN_CONFIG_H

#include "memory/config.h"
#include "session/session_options.h"
#include "session/studio.h"

/* The options of a session that the command line says nothing of: as the
   configuration has them, from which they borrow, and otherwise as the routine
   says. The caller finishes them. */
void own_config_options(const struct config *config,
                        struct session_options *session);

/* Forgets a voice or a background that there is not, where the options still
   have it from the configuration, and tells the critic; NULL: nobody. False
   when something was forgotten. The configuration is borrowed. */
bool own_config_check(const struct config *config, const struct studio *studio,
                      const struct config_critic *critic,
                      struct session_options *session);

#endif
