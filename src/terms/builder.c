/* The tree as it grows: where the lines stand, and what they have added. */

#include "terms/builder.h"

#include <assert.h>
#include <string.h>

void builder_init(struct builder *builder, struct parse_result *result)
{
  assert(result->routine);
  builder->routine = result->routine;
  builder->result = result;
  builder->next_value = &result->routine->values;
  builder->next_exercise = &result->routine->exercises;
  builder->next_pronunciation = &result->routine->pronunciations;
  builder->next_use = &result->uses;
  builder->next_difference = &result->differences;
  builder->next_do = &result->pending;
  builder->next_include = &result->includes;
  builder->next_failed = &result->failed;
}

bool builder_in_when(const struct builder *builder)
{
  return builder->depth > 0 &&
         builder->blocks[builder->depth - 1].opener == WORD_WHEN;
}

bool builder_names_item(const struct builder *builder, const char *folded)
{
  const struct item_name *name = builder->names;
  while (name && strcmp(name->folded, folded) != 0) {
    name = name->outer;
  }
  return name;
}

bool builder_takes(const struct builder *builder, enum word word)
{
  if (word == WORD_END) {
    return builder->depth > 0;
  }
  if (word == WORD_OTHERWISE) {
    return builder_in_when(builder);
  }
  return word_entry(word)->places & builder->place;
}

void builder_open(struct cursor *cursor, unsigned place, struct block *body)
{
  assert(cursor->statement != WORD_NONE);
  cursor->builder->opening = (struct opening){
      .block = {cursor->statement, cursor_line_location(cursor)},
      .body = body,
      .place = place};
}

/* Inside a slot the inner blocks take what the slot takes. */
void builder_open_inner(struct cursor *cursor, struct block *body)
{
  const bool in_slot = cursor->builder->place == PLACE_WITHIN;
  builder_open(cursor, in_slot ? PLACE_WITHIN : PLACE_FLOW, body);
}

void builder_open_when(struct cursor *cursor, struct when_branch *branch)
{
  builder_open_inner(cursor, &branch->body);
  cursor->builder->opening.branch = branch;
}

void builder_open_items(struct cursor *cursor, struct block *body,
                        struct item_name *name)
{
  builder_open_inner(cursor, body);
  name->outer = cursor->builder->names;
  cursor->builder->opening.name = name;
}

void builder_open_passage(struct cursor *cursor, struct words *words)
{
  builder_open(cursor, 0, NULL);
  cursor->builder->opening.passage = words;
}

void builder_add_value(struct builder *builder, struct value *value)
{
  *builder->next_value = value;
  builder->next_value = &value->next;
}

void builder_add_exercise(struct builder *builder, struct exercise *exercise)
{
  *builder->next_exercise = exercise;
  builder->next_exercise = &exercise->next;
}

void builder_add_pronunciation(struct builder *builder,
                               struct pronunciation *entry)
{
  *builder->next_pronunciation = entry;
  builder->next_pronunciation = &entry->next;
}

void builder_add_use(struct cursor *cursor, const struct value_use *use)
{
  struct value_use *kept = cursor_take(cursor, sizeof(*kept));
  if (kept) {
    *kept = *use;
    *cursor->builder->next_use = kept;
    cursor->builder->next_use = &kept->next;
  }
}

void builder_add_difference(struct cursor *cursor,
                            const struct duration *amount)
{
  struct difference *difference = cursor_take(cursor, sizeof(*difference));
  if (difference) {
    difference->amount = *amount;
    *cursor->builder->next_difference = difference;
    cursor->builder->next_difference = &difference->next;
  }
}

void builder_add_do(struct cursor *cursor, struct statement *statement,
                    struct location rest)
{
  struct pending_do *pending = cursor_take(cursor, sizeof(*pending));
  if (pending) {
    *pending = (struct pending_do){
        .statement = statement, .rest = rest, .names = cursor->builder->names};
    *cursor->builder->next_do = pending;
    cursor->builder->next_do = &pending->next;
  }
}

void builder_add_include(struct cursor *cursor, struct location where)
{
  struct pending_include *include = cursor_take(cursor, sizeof(*include));
  if (include) {
    include->where = where;
    *cursor->builder->next_include = include;
    cursor->builder->next_include = &include->next;
  }
}

void builder_add_failed(struct cursor *cursor, bool is_unknown)
{
  struct failed_line *failed = cursor_take(cursor, sizeof(*failed));
  if (failed) {
    failed->where = cursor_line_location(cursor);
    failed->is_unknown = is_unknown;
    *cursor->builder->next_failed = failed;
    cursor->builder->next_failed = &failed->next;
  }
}
