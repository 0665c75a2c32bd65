/* The options that play and resume share. */

#ifndef SUPINE_USAGE_STAGE_TABLE_H
#define SUPINE_USAGE_STAGE_TABLE_H

#include "session/options.h"

/* Fills a struct stage_options. */
extern const struct option stage_option_table[];

#endif
