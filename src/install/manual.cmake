# Writes the manual page PAGE from TEMPLATE, with the keys that the program
# SUPINE prints of its table, and their names.
execute_process(COMMAND ${SUPINE} help keys OUTPUT_VARIABLE LINES
  COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE "^.*: ([^:]*)\n$" "\\1" ACTIONS "${LINES}")
string(FIND "${LINES}" "\n\n" END)
string(SUBSTRING "${LINES}" 0 ${END} LINES)
# After the heading, "  Right, n, 6   Go to the next step." becomes an item of
# mdoc; a sign alone would mean something of its own there.
string(FIND "${LINES}" "\n" HEADING)
string(SUBSTRING "${LINES}" ${HEADING} -1 LINES)
string(REGEX REPLACE "\n    +" " " LINES "${LINES}")
string(REGEX REPLACE "\n  ([^\n]*[^\n ])   *([^\n]+)" "\n.It \\1\n\\2" LINES
  "${LINES}")
string(REGEX REPLACE "([][?+<>-])(,|\n)" "\\\\&\\1\\2" KEYS "${LINES}\n")
string(STRIP "${KEYS}" KEYS)
configure_file(${TEMPLATE} ${PAGE} @ONLY)
