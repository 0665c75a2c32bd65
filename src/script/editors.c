/* Syntax files for text editors: a template each, in which {NAME} stands for
   the words of a class. */

#include "script/editors.h"

#include "script/words.h"

#include <ctype.h>
#include <string.h>

/* What the templates name. A class is a set of bits, as a word may be in
   several. */
enum {
  CLASS_LINE = 1,    /* begins a line */
  CLASS_TEXT = 2,    /* begins a line, and free text follows */
  CLASS_SPEECH = 4,  /* alone on its line opens a passage */
  CLASS_CUE = 8,     /* begins a cue of a span */
  CLASS_ACTION = 16, /* what a cue does */
  CLASS_PART = 32,   /* stands inside a line */
  CLASS_UNIT = 64,
};

static const struct {
  const char *name;
  unsigned class;
} classes[] = {
    {"{LINE}", CLASS_LINE},     {"{TEXT}", CLASS_TEXT},
    {"{SPEECH}", CLASS_SPEECH}, {"{CUE}", CLASS_CUE},
    {"{ACTION}", CLASS_ACTION}, {"{PART}", CLASS_PART},
    {"{UNIT}", CLASS_UNIT},
};

static unsigned class_of(enum word word)
{
  const struct word_entry *entry = word_entry(word);
  switch (entry->kind) {
  case WORD_KIND_NOTE:
    return 0;
  case WORD_KIND_PART:
    return CLASS_PART;
  case WORD_KIND_UNIT:
    return CLASS_UNIT;
  case WORD_KIND_HEADER:
  case WORD_KIND_STATEMENT:
  case WORD_KIND_BLOCK:
  case WORD_KIND_END:
    break;
  }
  return CLASS_LINE | (word_takes_text(word) ? CLASS_TEXT : 0) |
         (word == WORD_SAY || word == WORD_EXPLAIN ? CLASS_SPEECH : 0) |
         (entry->places == PLACE_DURING ? CLASS_CUE : 0) |
         (entry->places & PLACE_CUE ? CLASS_ACTION : 0);
}

/* Appends words parted by spaces: as alternatives, or as one word of which
   every space may be any white space. */
static void append_words(struct text *out, const char *words, const char *gap)
{
  for (const char *next = words; *next; next++) {
    if (*next == ' ') {
      text_append(out, gap);
    } else if (*next != '%') {
      text_append_bytes(out, next, 1);
    }
  }
}

/* "say|each\s+side": every word of a class as a regular expression. Of words
   that begin alike the longer comes first, as the first match wins. */
static void append_class(struct text *out, unsigned class, const char *space)
{
  const char *between = "";
  for (int longer = 1; longer >= 0; longer--) {
    for (enum word word = WORD_NONE + 1; word < WORD_AFTER_LAST; word++) {
      const struct word_entry *entry = word_entry(word);
      if (!(class_of(word) & class) ||
          (strchr(entry->spelling, ' ') != NULL) != longer) {
        continue;
      }
      text_append(out, between);
      append_words(out, entry->spelling, space);
      between = "|";
      if (entry->others && isalpha((unsigned char)entry->others[0])) {
        text_append(out, between);
        append_words(out, entry->others, "|");
      }
    }
  }
}

static void append_template(struct text *out, const char *template,
                            const char *space)
{
  while (*template) {
    size_t taken = 0;
    for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
      const size_t length = strlen(classes[i].name);
      if (strncmp(template, classes[i].name, length) == 0) {
        append_class(out, classes[i].class, space);
        taken = length;
      }
    }
    if (taken == 0) {
      text_append_bytes(out, template, 1);
      taken = 1;
    }
    template += taken;
  }
}

/* A match that begins where a word ended cannot look for the start of its
   line, so text follows its word as `nextgroup`. */
static const char vim[] =
    "\" Vim syntax of Supine routines, written by: supine words --editor vim\n"
    "if exists('b:current_syntax')\n"
    "  finish\n"
    "endif\n"
    "syn case ignore\n"
    "syn match supineNumber /\\v<\\d[0-9A-Za-z]*(\\.\\d+\\a*)?>/\n"
    "syn match supineUnit /\\v<({UNIT})>/\n"
    "syn match supinePart /\\v<({PART})>/\n"
    "syn match supineValue /\\v\\@(other\\s+side>|\\a[[:alnum:]-]*)/\n"
    "syn match supineValue /@@/\n"
    "syn match supineWord /\\v^\\s*\\zs({LINE})>/\n"
    "syn match supineTextWord /\\v^\\s*\\zs({TEXT})>[:,]?/"
    " nextgroup=supineText skipwhite\n"
    "syn match supineAction"
    " /\\v(^\\s*(({CUE})>|\\d|\\@).*)@<=<({ACTION})>[:,]?/"
    " nextgroup=supineText skipwhite\n"
    "syn match supineText /\\S.*$/ contained contains=supineValue\n"
    "syn region supinePassage matchgroup=supineWord"
    " start=/\\v^\\s*({SPEECH})[:,]?\\s*$/"
    " end=/\\v^\\s*end(\\s+({SPEECH}))?\\s*$/ contains=supineValue\n"
    "syn match supineNote /\\v^\\s*(#|note>).*$/\n"
    "syn sync fromstart\n"
    "hi def link supineNote Comment\n"
    "hi def link supineWord Statement\n"
    "hi def link supineTextWord Statement\n"
    "hi def link supineAction Statement\n"
    "hi def link supinePart Keyword\n"
    "hi def link supineUnit Type\n"
    "hi def link supineNumber Number\n"
    "hi def link supineValue Identifier\n"
    "hi def link supineText String\n"
    "hi def link supinePassage String\n"
    "let b:current_syntax = 'supine'\n";

/* In nano a later rule paints over an earlier one. */
static const char nano[] =
    "# Nano syntax of Supine routines, written by: supine words --editor "
    "nano\n"
    "syntax supine \"\\.routine$\"\n"
    "comment \"note \"\n"
    "icolor magenta \"\\<[0-9][0-9a-z]*(\\.[0-9]+[a-z]*)?\\>\"\n"
    "icolor yellow \"\\<({UNIT})\\>\"\n"
    "icolor cyan \"\\<({PART})\\>\"\n"
    "icolor green \"[[:space:]]({ACTION})[:,]?[[:space:]].*\"\n"
    "icolor cyan \"[[:space:]]chime[[:space:]]+every\\>.*\"\n"
    "icolor green \"^[[:space:]]*({TEXT})[:,]?[[:space:]].*\"\n"
    "icolor blue \"^[[:space:]]*({LINE})\\>\"\n"
    "icolor brightblack \"^[[:space:]]*(#|note\\>).*\"\n"
    "icolor green start=\"^[[:space:]]*({SPEECH})[:,]?[[:space:]]*$\""
    " end=\"^[[:space:]]*end([[:space:]]+({SPEECH}))?[[:space:]]*$\"\n"
    "icolor red \"@(other[[:space:]]+side\\>|[[:alpha:]][[:alnum:]-]*|@)\"\n";

static const char vscode[] =
    "{\n"
    "  \"name\": \"Supine routine\",\n"
    "  \"scopeName\": \"text.supine\",\n"
    "  \"fileTypes\": [\"routine\"],\n"
    "  \"patterns\": [\n"
    "    { \"include\": \"#note\" },\n"
    "    { \"include\": \"#passage\" },\n"
    "    { \"include\": \"#text\" },\n"
    "    { \"include\": \"#cue\" },\n"
    "    { \"include\": \"#line\" },\n"
    "    { \"include\": \"#part\" }\n"
    "  ],\n"
    "  \"repository\": {\n"
    "    \"note\": {\n"
    "      \"name\": \"comment.line.supine\",\n"
    "      \"match\": \"(?i)^\\\\s*(#|note\\\\b).*$\"\n"
    "    },\n"
    "    \"passage\": {\n"
    "      \"begin\": \"(?i)^\\\\s*({SPEECH})[:,]?\\\\s*$\",\n"
    "      \"end\": \"(?i)^\\\\s*(end(?:\\\\s+(?:{SPEECH}))?)\\\\s*$\",\n"
    "      \"beginCaptures\": { \"1\": { \"name\": \"keyword.control.supine\" "
    "} "
    "},\n"
    "      \"endCaptures\": { \"1\": { \"name\": \"keyword.control.supine\" } "
    "},\n"
    "      \"contentName\": \"string.unquoted.supine\",\n"
    "      \"patterns\": [{ \"include\": \"#value\" }]\n"
    "    },\n"
    "    \"text\": {\n"
    "      \"match\": \"(?i)^\\\\s*({TEXT})\\\\b[:,]?\\\\s+(.*)$\",\n"
    "      \"captures\": {\n"
    "        \"1\": { \"name\": \"keyword.control.supine\" },\n"
    "        \"2\": { \"name\": \"string.unquoted.supine\","
    " \"patterns\": [{ \"include\": \"#value\" }] }\n"
    "      }\n"
    "    },\n"
    "    \"cue\": {\n"
    "      \"match\": \"(?i)^\\\\s*(?:({CUE})\\\\b|(?=[0-9@]))(.*?)"
    "\\\\b({ACTION})\\\\b[:,]?(?:\\\\s+(.*))?$\",\n"
    "      \"captures\": {\n"
    "        \"1\": { \"name\": \"keyword.control.supine\" },\n"
    "        \"2\": { \"patterns\": [{ \"include\": \"#part\" }] },\n"
    "        \"3\": { \"name\": \"keyword.control.supine\" },\n"
    "        \"4\": { \"name\": \"string.unquoted.supine\","
    " \"patterns\": [{ \"include\": \"#value\" }] }\n"
    "      }\n"
    "    },\n"
    "    \"line\": {\n"
    "      \"match\": \"(?i)^\\\\s*({LINE})\\\\b\",\n"
    "      \"captures\": { \"1\": { \"name\": \"keyword.control.supine\" } }\n"
    "    },\n"
    "    \"part\": {\n"
    "      \"patterns\": [\n"
    "        { \"include\": \"#value\" },\n"
    "        { \"name\": \"keyword.other.supine\","
    " \"match\": \"(?i)\\\\b({PART})\\\\b\" },\n"
    "        { \"name\": \"support.type.unit.supine\","
    " \"match\": \"(?i)\\\\b({UNIT})\\\\b\" },\n"
    "        { \"name\": \"constant.numeric.supine\","
    " \"match\": \"\\\\b[0-9][0-9A-Za-z]*(\\\\.[0-9]+[A-Za-z]*)?\\\\b\" }\n"
    "      ]\n"
    "    },\n"
    "    \"value\": {\n"
    "      \"name\": \"variable.parameter.supine\",\n"
    "      \"match\": \"(?i)@(other\\\\s+side\\\\b|\\\\p{Alpha}[\\\\p{Alnum}-]*"
    "|@)\"\n"
    "    }\n"
    "  }\n"
    "}\n";

static const struct {
  const char *name;
  const char *template;
  const char *space; /* white space, as the editor writes it */
} editors[] = {
    {"vim", vim, "\\s+"},
    {"nano", nano, "[[:space:]]+"},
    {"vscode", vscode, "\\\\s+"},
};

bool editors_append(const char *editor, struct text *out)
{
  for (size_t i = 0; i < sizeof(editors) / sizeof(editors[0]); i++) {
    if (strcmp(editors[i].name, editor) == 0) {
      append_template(out, editors[i].template, editors[i].space);
      return true;
    }
  }
  return false;
}
