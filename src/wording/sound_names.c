/* Sounds by their names, and what was meant by one that is not there. */

#include "plan/amount.h"
#include "wording/narrator.h"

#include <stdlib.h>

void narrator_append_suggestion(const struct narrator *narrator,
                                enum clip_name kind, const char *name,
                                const char *beside, const char *otherwise,
                                struct text *out)
{
  const struct clip_source *clips = narrator->clips;
  char *near = clips->suggest(clips->context, kind, name, beside);
  if (near) {
    text_append_format(out, "Did you mean \"%s\"?", near);
  } else {
    text_append(out, otherwise);
  }
  free(near);
}

void narrator_append_conversion(const struct narrator *narrator,
                                const char *name, const char *beside,
                                struct text *out)
{
  const struct clip_source *clips = narrator->clips;
  char *command = clips->conversion(clips->context, name, beside);
  text_append(out, "is of a kind that Supine cannot play.");
  if (command) {
    text_append_format(out, " \"%s\" makes one that it can.", command);
  }
  free(command);
}

static enum status report_sound(const struct narrator *narrator,
                                enum status status, const char *name,
                                struct location where)
{
  if (status == STATUS_NO_MEMORY) {
    return status;
  }
  if (!where.source) {
    report_error(narrator->scope.values->diagnostics, where,
                 "Supine's own sound \"%s\" cannot be used. Install Supine "
                 "anew.",
                 name);
  } else if (status == STATUS_NOT_FOUND) {
    struct text hint = {0};
    narrator_append_suggestion(narrator, CLIP_NAME_SOUND, name,
                               where.source->path,
                               "\"supine sounds\" lists those.", &hint);
    report_error(narrator->scope.values->diagnostics, where,
                 "There is no sound called \"%s\", neither beside this file "
                 "nor among Supine's own. %s",
                 brief_of(name).text, text_string(&hint));
    text_finish(&hint);
  } else if (status == STATUS_FOREIGN_SOUND) {
    struct text advice = {0};
    narrator_append_conversion(narrator, name, where.source->path, &advice);
    report_error(narrator->scope.values->diagnostics, where,
                 "The sound \"%s\" %s", brief_of(name).text,
                 text_string(&advice));
    text_finish(&advice);
  } else {
    report_error(narrator->scope.values->diagnostics, where,
                 "The sound \"%s\" cannot be used. %s", brief_of(name).text,
                 status_text(status));
  }
  return STATUS_BAD_ROUTINE;
}

enum status narrator_find_sound(const struct narrator *narrator,
                                const char *name, struct location where,
                                struct sound *sound)
{
  struct sound found = {.text = name};
  const char *beside = where.source ? where.source->path : NULL;
  const enum status status = narrator->clips->sound(narrator->clips->context,
                                                    name, beside, &found.clip);
  if (status != STATUS_OK) {
    return report_sound(narrator, status, name, where);
  }
  *sound = found;
  return STATUS_OK;
}
