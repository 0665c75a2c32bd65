# Writes the compiled catalogues in FOLDER (.mo files) of the LANGUAGES
# (comma-separated) into the C file OUTPUT.
string(REPLACE "," ";" LANGUAGES "${LANGUAGES}")
set(ARRAYS "")
set(TABLE "")
foreach(LANGUAGE ${LANGUAGES})
  file(READ "${FOLDER}/${LANGUAGE}.mo" BYTES HEX)
  string(REGEX REPLACE "(..)" "0x\\1," BYTES "${BYTES}")
  string(APPEND ARRAYS
    "static const unsigned char ${LANGUAGE}[] = {${BYTES}};\n")
  string(APPEND TABLE
    "  {\"${LANGUAGE}\", ${LANGUAGE}, sizeof(${LANGUAGE})},\n")
endforeach()
file(WRITE "${OUTPUT}" "#include \"phrases/compiled.h\"\n\n${ARRAYS}
const struct phrases compiled_catalogues[] = {\n${TABLE}  {NULL, NULL, 0},\n};\n")
