/* Tries the parser with spoiled routines: mutate COUNT SEED FILE... takes the
   files in turn and spoils each in ways that the seed decides. The input in
   hand stands in a file that stays when the program dies. */

#include "base/text.h"
#include "fuzz/parser.h"
#include "script/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_SPOILS 6

/* SplitMix64 (Steele, Lea and Flood 2014): the same everywhere. */
static uint64_t next_random(uint64_t *seed)
{
  *seed += 0x9E3779B97F4A7C15u;
  uint64_t mixed = *seed;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
  return mixed ^ (mixed >> 31);
}

static size_t below(uint64_t *seed, size_t limit)
{
  return limit > 0 ? (size_t)(next_random(seed) % limit) : 0;
}

/* Replaces [begin, end) by `length` bytes. */
static void splice(struct text *text, size_t begin, size_t end,
                   const char *bytes, size_t length)
{
  struct text made = {0};
  text_append_bytes(&made, text_string(text), begin);
  text_append_bytes(&made, bytes, length);
  text_append_bytes(&made, text_string(text) + end, text->length - end);
  text_finish(text);
  *text = made;
}

static void insert_word(struct text *text, size_t at, uint64_t *seed)
{
  static const char *const oddities[] = {
      "end",      "end ",         "@",     "@@",          "@other side",
      "\"",       "1:30",         "1,5",   "-3",          "999999999",
      "0",        "0.000001",     "\n",    "\r\n",        "\t",
      "\xC2\xA0", "\xE2\x80\x9C", "\xFF",  "\0end",       "\x1B[0m",
      "say\n",    "note ",        "#",     ", ",          "with ",
      "and ",     "1m30s",        "@side", "include a\n", "twenty "};
  const size_t words = WORD_AFTER_LAST - 1;
  const size_t chosen =
      below(seed, words + sizeof(oddities) / sizeof(oddities[0]));
  const char *word = chosen < words
                         ? word_entry((enum word)(chosen + 1))->spelling
                         : oddities[chosen - words];
  const size_t length = word[0] == '\0' ? 4 : strlen(word);
  splice(text, at, at, word, length);
}

static size_t line_start(const struct text *text, size_t at)
{
  while (at > 0 && text->bytes[at - 1] != '\n') {
    at--;
  }
  return at;
}

static size_t line_end(const struct text *text, size_t at)
{
  while (at < text->length && text->bytes[at] != '\n') {
    at++;
  }
  return at < text->length ? at + 1 : at;
}

static void move_line(struct text *text, size_t at, uint64_t *seed, bool keep)
{
  const size_t begin = line_start(text, at);
  const size_t end = line_end(text, at);
  char *line = strndup(text->bytes + begin, end - begin);
  const size_t length = line ? strlen(line) : 0;
  if (!keep) {
    splice(text, begin, end, "", 0);
  }
  const size_t to = line_start(text, below(seed, text->length + 1));
  splice(text, to, to, line, length);
  free(line);
}

static void spoil(struct text *text, uint64_t *seed)
{
  const size_t at = below(seed, text->length + 1);
  const char byte = (char)next_random(seed);
  switch (below(seed, 7)) {
  case 0:
    splice(text, at, at < text->length ? at + 1 : at, &byte, 1);
    break;
  case 1:
    splice(text, at, at + below(seed, text->length - at + 1) / 4, "", 0);
    break;
  case 2:
    splice(text, line_start(text, at), line_end(text, at), "", 0);
    break;
  case 3:
    move_line(text, at, seed, true);
    break;
  case 4:
    move_line(text, at, seed, false);
    break;
  default:
    insert_word(text, at, seed);
    break;
  }
}

static void read_file(const char *path, struct text *out)
{
  char block[4096];
  FILE *file = fopen(path, "rb");
  size_t got;
  while (file && (got = fread(block, 1, sizeof(block), file)) > 0) {
    text_append_bytes(out, block, got);
  }
  text_append_bytes(out, "", 0);
  if (!file || out->status != STATUS_OK) {
    fprintf(stderr, "%s cannot be read\n", path);
    exit(EXIT_FAILURE);
  }
  fclose(file);
}

int main(int argc, char **argv)
{
  if (argc < 4) {
    fputs("mutate COUNT SEED FILE...\n", stderr);
    return EXIT_FAILURE;
  }
  const long count = strtol(argv[1], NULL, 10);
  uint64_t seed = strtoull(argv[2], NULL, 10);
  char path[64];
  snprintf(path, sizeof(path), "/tmp/supine-fuzz-%d.routine", (int)getpid());
  printf("seed %s; what is tried stands in %s\n", argv[2], path);
  fflush(stdout);
  for (long i = 0; i < count; i++) {
    struct text text = {0};
    read_file(argv[3 + i % (argc - 3)], &text);
    for (size_t spoils = below(&seed, MOST_SPOILS); spoils > 0; spoils--) {
      spoil(&text, &seed);
    }
    fuzz_parser(path, text_string(&text), text.length);
    text_finish(&text);
  }
  unlink(path);
  printf("%ld routines tried\n", count);
  return EXIT_SUCCESS;
}
