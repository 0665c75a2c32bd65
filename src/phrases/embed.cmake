# Writes the compiled catalogues CATALOGUES (.mo files, comma-separated) into
# the C file OUTPUT.
string(REPLACE "," ";" CATALOGUES "${CATALOGUES}")
set(ARRAYS "")
set(TABLE "")
foreach(CATALOGUE ${CATALOGUES})
  get_filename_component(LANGUAGE ${CATALOGUE} NAME_WE)
  file(READ ${CATALOGUE} BYTES HEX)
  string(REGEX REPLACE "(..)" "0x\\1," BYTES "${BYTES}")
  string(APPEND ARRAYS
    "static const unsigned char ${LANGUAGE}[] = {${BYTES}};\n")
  string(APPEND TABLE
    "  {\"${LANGUAGE}\", ${LANGUAGE}, sizeof(${LANGUAGE})},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"phrases/compiled.h\"\n\n${ARRAYS}
const struct phrases compiled_catalogues[] = {\n${TABLE}  {NULL, NULL, 0},\n};\n")
