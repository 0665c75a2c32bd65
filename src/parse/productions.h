/* The table of productions: which function reads a line that begins with a
   word. */

#ifndef SUPINE_PARSE_PRODUCTIONS_H
#define SUPINE_PARSE_PRODUCTIONS_H

#include "parse/statements.h"

/* What reads the statement that begins with a word, and its kind; NULL when no
   statement does. */
statement_production *production_statement(enum word word,
                                           enum statement_kind *kind);

/* What reads the definition that begins with a word, at the top of the file if
   it is a statement elsewhere; NULL when none does. */
definition_production *production_definition(enum word word);

#endif
