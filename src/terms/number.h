/* Numbers in digits and in words, and the quantities made of them. */

#ifndef SUPINE_TERMS_NUMBER_H
#define SUPINE_TERMS_NUMBER_H

#include "script/cursor.h"
#include "terms/parse_result.h"

/* Each production below is false when an error was reported or memory is short.
 */

/* number = DIGITS [ "." DIGITS ] | number word */
bool parse_number(struct cursor *cursor, double *number);
/* part = number | "@" NAME | "@round"
   quantity = part [ ( "plus" | "minus" ) part ] | part "times" part */
bool parse_quantity(struct cursor *cursor, enum value_need need,
                    struct quantity *quantity);
/* count = quantity ; a whole number from 1 on */
bool parse_count(struct cursor *cursor, struct quantity *quantity);

/* multiplier = part "times" in front of another part ; `times` gets NULL when
   none is next, as in "3 times" alone */
bool parse_multiplier(struct cursor *cursor, const struct quantity **times);

/* Takes the word for adding or taking away; WORD_NONE when neither is next. */
enum word parse_operation(struct cursor *cursor);

/* True when a number, a number word or @name is next. */
bool parse_at_quantity(const struct cursor *cursor);

/* often = "once" | "twice" | "thrice" | quantity [ "times" ], whole and at
   least
   1 */
bool parse_often(struct cursor *cursor, struct quantity *quantity);

#endif
