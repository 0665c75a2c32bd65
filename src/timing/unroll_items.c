/* Items for statements, as many as a session holds. */

#include "timing/lengths.h"
#include "timing/unroll.h"

uint32_t unroll_file_index(const struct script *script,
                           const struct source *source)
{
  uint32_t index = 0;
  for (const struct routine *routine = script->main; source && routine;
       routine = routine->next, index++) {
    if (routine->source == source) {
      return index;
    }
  }
  return 0;
}

struct item unroll_make_item(const struct unroll *unroll, enum item_kind kind,
                             enum event_kind event,
                             const struct statement *statement)
{
  const struct pending *pending = &unroll->log->pending;
  const struct location where =
      statement ? statement->where : (struct location){0};
  return (struct item){
      .kind = kind,
      .event = event,
      .side = unroll->narrator.scope.side,
      .step = pending->step == NO_STEP ? 0 : pending->step,
      .speech = unroll->narrator.speech,
      .where = where,
      .place = {.file = unroll_file_index(unroll->narrator.scope.values->script,
                                          where.source),
                .line = location_line(where),
                .pass = unroll->pass},
  };
}

enum status unroll_count_cues(struct unroll *unroll, size_t count,
                              struct location where)
{
  const bool told = unroll->log->cues > CUES_MAX;
  unroll->log->cues += count;
  if (unroll->log->cues <= CUES_MAX) {
    return STATUS_OK;
  }
  if (told) {
    return STATUS_BAD_ROUTINE;
  }
  return report_error(unroll->diagnostics, where,
                      "A session holds %d cues and sentences at most, and this "
                      "one holds more.",
                      CUES_MAX);
}

enum status unroll_add_item(struct unroll *unroll, const struct item *item)
{
  const enum status status = unroll_count_cues(unroll, 1, item->where);
  if (status != STATUS_OK) {
    return status;
  }
  return items_add(unroll->items, item) ? STATUS_OK : STATUS_NO_MEMORY;
}
