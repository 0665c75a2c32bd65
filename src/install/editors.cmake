# Writes the editors' syntax files into FOLDER, and into the C file OUTPUT for
# the program to print: the templates beside this script, in which {NAME} stands
# for the words of a class. WORDS is the C file with the table of words.
cmake_minimum_required(VERSION 3.20)
file(READ ${WORDS} SOURCE)
# Brackets would keep CMake from parting the items of a list.
string(REGEX REPLACE "[][]" "" SOURCE "${SOURCE}")

# [WORD_SAY] = {"say", NULL, WORD_KIND_STATEMENT, FLOW | PLACE_CUE, ...
set(SPACE "[ \n]*")
string(REGEX MATCHALL
  "WORD_[A-Z_]+ = {\"[^\"]*\",${SPACE}(NULL|\"[^\"]*\"),${SPACE}[^,]*,[^,]*,"
  ENTRIES "${SOURCE}")
string(REGEX MATCHALL "\n    WORD_[A-Z_]+ = " STARTS "${SOURCE}")
list(LENGTH ENTRIES COUNT)
list(LENGTH STARTS STARTED)
if(COUNT EQUAL 0 OR NOT COUNT EQUAL STARTED)
  message(FATAL_ERROR "${WORDS} has ${STARTED} words, and ${COUNT} are read.")
endif()

# The words that free text follows: the cases of word_takes_text().
string(REGEX MATCH "word_takes_text[^}]*return true" TEXTS "${SOURCE}")
string(REGEX MATCHALL "WORD_[A-Z_]+" TEXTS "${TEXTS}")

# add_spelling(CLASSES SPELLING): to the long words of its classes, or to the
# short ones.
function(add_spelling CLASSES SPELLING)
  set(LENGTH SHORT)
  if(SPELLING MATCHES " ")
    set(LENGTH LONG)
  endif()
  foreach(CLASS ${CLASSES})
    set(${CLASS}_${LENGTH} "${${CLASS}_${LENGTH}}|${SPELLING}" PARENT_SCOPE)
  endforeach()
endfunction()

foreach(ENTRY ${ENTRIES})
  string(REGEX MATCH "^(WORD_[A-Z_]+) = {\"([^\"]*)\",[ \n]*(NULL|\"([^\"]*)\")"
    HEAD "${ENTRY}")
  set(WORD ${CMAKE_MATCH_1})
  set(SPELLING "${CMAKE_MATCH_2}")
  set(OTHERS "${CMAKE_MATCH_4}")
  string(REGEX MATCH "WORD_KIND_([A-Z]+),[ \n]*([^,]*)," PLACE "${ENTRY}")
  set(KIND ${CMAKE_MATCH_1})
  set(PLACES "${CMAKE_MATCH_2}")

  set(CLASSES LINE)
  if(WORD STREQUAL WORD_NONE OR KIND STREQUAL NOTE)
    continue()
  elseif(KIND MATCHES "PART|UNIT")
    set(CLASSES ${KIND})
  endif()
  if(WORD IN_LIST TEXTS)
    list(APPEND CLASSES TEXT)
  endif()
  # Alone on its line it opens a passage.
  if(WORD MATCHES "^WORD_(SAY|EXPLAIN)$")
    list(APPEND CLASSES SPEECH)
  endif()
  if(PLACES STREQUAL PLACE_DURING)
    list(APPEND CLASSES CUE)
  endif()
  if(PLACES MATCHES PLACE_CUE)
    list(APPEND CLASSES ACTION)
  endif()

  add_spelling("${CLASSES}" "${SPELLING}")
  if(OTHERS MATCHES "^[a-z]")
    string(REPLACE " " ";" OTHERS "${OTHERS}")
    foreach(OTHER ${OTHERS})
      add_spelling("${CLASSES}" ${OTHER})
    endforeach()
  endif()
endforeach()

set(ARRAYS "")
set(TABLE "")

# write_syntax(EDITOR FILE SPACE): with white space as the editor writes it. Of
# words that begin alike the longer comes first, as the first match wins.
function(write_syntax EDITOR FILE SPACE)
  file(READ ${CMAKE_CURRENT_LIST_DIR}/editors/${FILE}.in TEXT)
  foreach(CLASS LINE TEXT SPEECH CUE ACTION PART UNIT)
    string(REPLACE " " "${SPACE}" WORDS "${${CLASS}_LONG}${${CLASS}_SHORT}")
    string(REGEX REPLACE "^[|]" "" WORDS "${WORDS}")
    string(REPLACE "{${CLASS}}" "${WORDS}" TEXT "${TEXT}")
  endforeach()
  file(WRITE ${FOLDER}/${FILE} "${TEXT}")
  file(READ ${FOLDER}/${FILE} BYTES HEX)
  string(REGEX REPLACE "(..)" "0x\\1," BYTES "${BYTES}")
  set(ARRAYS "${ARRAYS}static const char ${EDITOR}[] = {${BYTES}0};\n"
    PARENT_SCOPE)
  set(TABLE "${TABLE}  {\"${EDITOR}\", ${EDITOR}},\n" PARENT_SCOPE)
endfunction()
write_syntax(vim supine.vim "\\s+")
write_syntax(nano supine.nanorc "[[:space:]]+")
write_syntax(vscode supine.tmLanguage.json "\\\\s+")
file(WRITE ${OUTPUT} "#include \"command/editors.h\"\n\n#include <stddef.h>\n\n${ARRAYS}
const struct editor editors[] = {\n${TABLE}  {NULL, NULL},\n};\n")
