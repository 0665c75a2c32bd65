/* Reads the listener's own defaults through inih. */

#include "memory/config.h"

#include "base/text.h"
#include "base/utterance.h"
#include "system/files.h"
#include "system/folders.h"

#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct reading {
  struct config *config;
  const struct config_critic *critic;
  FILE *file;
  int line;
};

void config_init(struct config *config)
{
  *config =
      (struct config){.volume = -1, .countdown = -1, .explain = EXPLAIN_ONCE};
}

void config_finish(struct config *config)
{
  free(config->voice);
  free(config->background);
  config_init(config);
}

static void complain(const struct reading *reading, const char *why)
{
  reading->config->skipped = true;
  reading->critic->complain(reading->critic->context, reading->line, why);
}

static bool read_number(const char *value, int least, int most, int *number)
{
  char *end;
  const long read = strtol(value, &end, 10);
  if (end == value || *end || read < least || read > most) {
    return false;
  }
  *number = (int)read;
  return true;
}

static bool read_flag(const char *value, bool *flag)
{
  static const char *const words[] = {"no", "yes",   "off",
                                      "on", "false", "true"};
  for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
    if (strcasecmp(words[i], value) == 0) {
      *flag = i % 2 == 1;
      return true;
    }
  }
  return false;
}

static bool read_text(const struct reading *reading, const char *value,
                      char **text, int *line)
{
  char *copy = *value ? strdup(value) : NULL;
  if (!copy) {
    return false;
  }
  free(*text);
  *text = copy;
  *line = reading->line;
  return true;
}

static void read_volume(const struct reading *reading, const char *value)
{
  int per_cent;
  if (read_number(value, 10, 100, &per_cent)) {
    reading->config->volume = per_cent * 10;
  } else {
    complain(reading, "volume is a number from 10 to 100.");
  }
}

static void read_explain(const struct reading *reading, const char *value,
                         enum explain_mode mode)
{
  bool flag;
  if (!read_flag(value, &flag)) {
    complain(reading, "brief and full are yes or no.");
  } else if (flag) {
    reading->config->explain = mode;
  }
}

static void read_wish(const struct reading *reading, const char *name,
                      const char *value)
{
  struct config *config = reading->config;
  const struct {
    const char *name;
    bool *flag;
  } flags[] = {{"captions", &config->captions},
               {"quiet", &config->quiet},
               {"heartbeat", &config->heartbeat}};
  for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++) {
    if (strcasecmp(flags[i].name, name) == 0) {
      if (!read_flag(value, flags[i].flag)) {
        complain(reading, "this is yes or no.");
      }
      return;
    }
  }
  complain(reading, "I do not know this word. I know voice, speed, volume, "
                    "brief, full, countdown, background, captions, quiet and "
                    "heartbeat.");
}

static void read_default(const struct reading *reading, const char *name,
                         const char *value)
{
  struct config *config = reading->config;
  if (strcasecmp(name, "voice") == 0) {
    if (!read_text(reading, value, &config->voice, &config->voice_line)) {
      complain(reading, "voice needs a name.");
    }
  } else if (strcasecmp(name, "background") == 0) {
    if (!read_text(reading, value, &config->background,
                   &config->background_line)) {
      complain(reading, "background needs a name, or off.");
    }
  } else if (strcasecmp(name, "speed") == 0) {
    if (!read_number(value, SPEED_LEAST, SPEED_MOST, &config->speed)) {
      complain(reading, "speed is a number from " SPEED_RANGE ".");
    }
  } else if (strcasecmp(name, "countdown") == 0) {
    if (!read_number(value, 0, 60, &config->countdown)) {
      complain(reading, "countdown is a number from 0 to 60.");
    }
  } else if (strcasecmp(name, "volume") == 0) {
    read_volume(reading, value);
  } else if (strcasecmp(name, "brief") == 0) {
    read_explain(reading, value, EXPLAIN_NEVER);
  } else if (strcasecmp(name, "full") == 0) {
    read_explain(reading, value, EXPLAIN_ALWAYS);
  } else {
    read_wish(reading, name, value);
  }
}

static int read_pair(void *context, const char *section, const char *name,
                     const char *value)
{
  const struct reading *reading = context;
  if (strcasecmp(section, "keys") == 0) {
    if (!keymap_set(&reading->config->keymap, name, value)) {
      complain(reading, "I do not know this action, or this key.");
    }
  } else if (*section) {
    complain(reading, "I know no section but [keys].");
  } else {
    read_default(reading, name, value);
  }
  return 1;
}

/* inih reads long lines in pieces; only what ends in a line feed ends a line.
   What it cannot understand at all it does not hand on, so a line without an
   equals sign is named here. */
static char *next_line(char *bytes, int size, void *context)
{
  struct reading *reading = context;
  if (!fgets(bytes, size, reading->file)) {
    return NULL;
  }
  reading->line++;
  if (!strchr(bytes, '\n') && !feof(reading->file)) {
    complain(reading, "this line is too long.");
    for (int c = 0; c != '\n' && c != EOF;) {
      c = fgetc(reading->file);
    }
    strcpy(bytes, "\n");
  }
  const char *first = bytes + strspn(bytes, " \t\r\n");
  if (*first && !strchr(";#[", *first) && !strpbrk(first, "=:")) {
    complain(reading, "this line has no equals sign.");
    strcpy(bytes, "\n");
  }
  return bytes;
}

static enum status own_path(char **path)
{
  char *folder;
  enum status status = folder_path(FOLDER_CONFIG, &folder);
  if (status != STATUS_OK) {
    return status;
  }
  struct text text = {0};
  text_append_format(&text, "%s/config", folder);
  free(folder);
  char *made = text_take(&text);
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  *path = made;
  return STATUS_OK;
}

enum status config_read(struct config *config, const char *path,
                        const struct config_critic *critic)
{
  char *own = NULL;
  if (!path && own_path(&own) != STATUS_OK) {
    return STATUS_OK;
  }
  struct reading reading = {.config = config, .critic = critic};
  const enum status status = file_open_stream(path ? path : own, &reading.file);
  free(own);
  if (status != STATUS_OK) {
    return status == STATUS_NOT_FOUND ? STATUS_OK : status;
  }
  const int result = ini_parse_stream(next_line, &reading, read_pair, &reading);
  const bool failed = ferror(reading.file) || result == -2;
  fclose(reading.file);
  return failed ? STATUS_READ_FAILED : STATUS_OK;
}
