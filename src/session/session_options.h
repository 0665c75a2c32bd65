/* What play, render, plan, check and resume have in common. */

#ifndef SUPINE_SESSION_SESSION_OPTIONS_H
#define SUPINE_SESSION_SESSION_OPTIONS_H

#include "base/status.h"
#include "base/text.h"
#include "mix/mixer.h"
#include "plan/plan_options.h"
#include "session/options.h"

struct session_options {
  struct plan_options plan;
  struct mixer_options mixer;
};

/* They as a table, which fills a struct session_options. */
extern const struct option session_option_table[];

/* Everything as the routine says. */
void session_options_init(struct session_options *options);
void session_options_finish(struct session_options *options);

/* The options as they would be typed, for a session that goes on later. The
   caller frees each word and the array; when memory is short there are fewer.
   */
void session_options_words(const struct session_options *options, char ***words,
                           size_t *count);

/* Takes such words again, from which the options borrow. What is wrong with
   them is appended to `wrong` as one sentence.
   Possible errors: STATUS_BAD_ARGUMENT, STATUS_NO_MEMORY. */
enum status session_options_take(struct session_options *options,
                                 char *const *words, size_t count,
                                 struct text *wrong);

#endif
