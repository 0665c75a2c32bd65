# Writes the routines of FOLDER that `supine new` begins with into the C file
# OUTPUT. KINDS are their names, the usual one first, parted by commas.
string(REPLACE "," ";" KINDS "${KINDS}")
set(ARRAYS "")
set(TABLE "")
foreach(KIND ${KINDS})
  file(READ "${FOLDER}/${KIND}.routine" BYTES HEX)
  string(REGEX REPLACE "(..)" "0x\\1," BYTES "${BYTES}")
  string(APPEND ARRAYS "static const char ${KIND}[] = {${BYTES}0};\n")
  string(APPEND TABLE "    {\"${KIND}\", ${KIND}},\n")
endforeach()
file(WRITE "${OUTPUT}" "#include \"command/starters.h\"\n\n#include <stddef.h>\n\n${ARRAYS}
const struct starter starters[] = {\n${TABLE}    {NULL, NULL},\n};\n")
