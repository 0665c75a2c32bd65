/* Lengths of time: in a routine, and read in the same way outside one. */

#ifndef SUPINE_TERMS_DURATION_H
#define SUPINE_TERMS_DURATION_H

#include "script/tree.h"

#include <stdbool.h>
#include <stdint.h>

struct cursor;

/* Each production is false when an error was reported or memory is short. */

/* plain duration = number unit { [ "and" ] number unit } | "@" NAME ; longer
   than nothing, 24 hours at most */
bool parse_plain_duration(struct cursor *cursor, struct duration *duration);
/* duration = plain duration [ ( "plus" | "minus" ) plain duration ]
            | number "times" plain duration */
bool parse_duration(struct cursor *cursor, struct duration *duration);
/* amount = duration, or the same in numbers without units ; "3", "@week plus 2"
 */
bool parse_amount(struct cursor *cursor, struct duration *amount);
/* interval = duration | unit ; "every minute" is every 1 minute */
bool parse_interval(struct cursor *cursor, struct duration *duration);
/* length = [ "exactly" ] duration */
bool parse_length(struct cursor *cursor, struct duration *duration);
/* stay = [ "for" ] length ; the formatter leaves the "for" out */
bool parse_stay(struct cursor *cursor, struct duration *duration);
/* True when a number is next, and no unit of time follows it but the end of the
   line, or from, to or times, mistyped perhaps. */
bool parse_lacks_unit(const struct cursor *cursor);

/* Reads "90s", "20 mins", "1 minute 30 seconds" or "six breaths". False when
   it is no length of time, not above zero or over 24 hours, or when it names a
   value. Its location is not set. Any thread. */
bool duration_read(const char *text, struct duration *duration);
/* Reads one that is not in breaths as frames. Fails as duration_read() does.
 */
bool duration_read_frames(const char *text, int64_t *frames);

/* Seconds of a unit; a breath is taken to last ten. */
double duration_unit_seconds(enum unit unit);
/* Seconds of a literal duration, or breaths of one in breaths. */
double duration_number(const struct duration *duration);
bool duration_in_breaths(const struct duration *duration);
/* Whether a literal duration lies in the range of a duration value; one that
   refers to values is taken to. */
bool duration_is_within(const struct duration *duration,
                        const struct value *value);

#endif
