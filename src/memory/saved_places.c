/* The places of unfinished sessions, a file each. */

#include "memory/saved_places.h"

#include "base/atomic_file.h"
#include "base/files.h"
#include "base/folders.h"
#include "base/vector.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Players of one routine at a time; more play without a memory. */
#define SLOTS 16

#define ENDING ".place"

/* No place is longer: a sentence has at most 2,000 bytes. */
#define LONGEST 65536

struct journal {
  int lock;   /* of the folder's lock file, a byte of which is ours */
  char *path; /* of the place */
};

static bool make_folders(char *path)
{
  for (char *slash = strchr(path + 1, '/'); slash;
       slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    const bool made = mkdir(path, 0700) == 0 || errno == EEXIST;
    *slash = '/';
    if (!made) {
      return false;
    }
  }
  return true;
}

/* `state`/places/`name`, its folders made. */
static enum status place_path(const char *name, char **path)
{
  char *state = NULL;
  const enum status status = folder_path(FOLDER_STATE, &state);
  if (status != STATUS_OK || !state) {
    return status;
  }
  struct text text = {0};
  text_append_format(&text, "%s/places/%s", state, name);
  free(state);
  char *made = text_take(&text);
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  if (!make_folders(made)) {
    free(made);
    return STATUS_WRITE_FAILED;
  }
  *path = made;
  return STATUS_OK;
}

/* FNV-1a (Fowler, Noll, Vo), 64 bits. */
static uint64_t hash(const char *bytes)
{
  uint64_t value = UINT64_C(14695981039346656037);
  for (; *bytes; bytes++) {
    value = (value ^ (unsigned char)*bytes) * UINT64_C(1099511628211);
  }
  return value;
}

/* Each place locks one byte of the lock file, at an offset made of its name;
   the lock ends with the process, however it ends. */
static struct flock lock_of(const char *path)
{
  const char *slash = strrchr(path, '/');
  return (struct flock){
      .l_type = F_WRLCK,
      .l_whence = SEEK_SET,
      .l_start = (off_t)(hash(slash ? slash + 1 : path) >> 2),
      .l_len = 1,
  };
}

static enum status open_lock(int *file)
{
  char *path = NULL;
  const enum status status = place_path("lock", &path);
  if (status != STATUS_OK || !path) {
    return status;
  }
  const enum status opened = file_open_own(path, file);
  free(path);
  return opened;
}

static enum status make_journal(struct journal **journal)
{
  struct journal *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  const enum status status = open_lock(&made->lock);
  if (status != STATUS_OK) {
    free(made);
    return status;
  }
  *journal = made;
  return STATUS_OK;
}

void journal_destroy(struct journal *journal)
{
  if (journal) {
    close(journal->lock);
    free(journal->path);
    free(journal);
  }
}

/* Takes the place at `path`, which becomes the journal's, if nobody has it. */
static bool take(struct journal *journal, char *path)
{
  struct flock lock = lock_of(path);
  if (fcntl(journal->lock, F_SETLK, &lock) != 0) {
    return false;
  }
  journal->path = path;
  return true;
}

enum status journal_create(const char *routine, struct journal **journal)
{
  struct journal *made = NULL;
  enum status status = make_journal(&made);
  for (int slot = 1; status == STATUS_OK && slot <= SLOTS; slot++) {
    char name[64];
    char *path = NULL;
    snprintf(name, sizeof(name), "%016llx-%d" ENDING,
             (unsigned long long)hash(routine), slot);
    status = place_path(name, &path);
    if (status == STATUS_OK && path && take(made, path)) {
      *journal = made;
      return STATUS_OK;
    }
    free(path);
  }
  journal_destroy(made);
  return status == STATUS_OK ? STATUS_WRITE_FAILED : status;
}

enum status journal_write(struct journal *journal,
                          const struct place_record *record)
{
  if (!journal) {
    return STATUS_OK;
  }
  struct text text = {0};
  struct atomic_file file = {.file = -1};
  enum status status = place_write(record, &text);
  if (status == STATUS_OK) {
    status = atomic_file_begin(&file, journal->path);
  }
  if (status == STATUS_OK) {
    status = atomic_file_write(&file, text_string(&text), text.length);
  }
  if (status == STATUS_OK) {
    status = atomic_file_publish(&file);
  }
  atomic_file_finish(&file);
  text_finish(&text);
  return status;
}

void journal_forget(struct journal *journal)
{
  if (journal) {
    unlink(journal->path);
  }
}

static bool read_record(const char *path, struct place_record *record)
{
  FILE *file;
  if (file_open_stream(path, &file) != STATUS_OK) {
    return false;
  }
  char *bytes = malloc(LONGEST);
  const size_t length = bytes ? fread(bytes, 1, LONGEST - 1, file) : 0;
  fclose(file);
  if (!bytes) {
    return false;
  }
  bytes[length] = '\0';
  const enum status status = place_read(bytes, record);
  free(bytes);
  return status == STATUS_OK;
}

/* --- All of them --- */

struct found {
  struct place_record record;
  char *path;
  bool routine_gone;
};

struct finds {
  struct found *items;
  size_t count;
  size_t capacity;
};

static void finish_finds(struct finds *finds)
{
  for (size_t i = 0; i < finds->count; i++) {
    place_record_finish(&finds->items[i].record);
    free(finds->items[i].path);
  }
  free(finds->items);
}

static int compare_finds(const void *one, const void *other)
{
  const struct found *a = one;
  const struct found *b = other;
  if (a->routine_gone != b->routine_gone) {
    return a->routine_gone ? 1 : -1;
  }
  return (a->record.saved_at < b->record.saved_at) -
         (a->record.saved_at > b->record.saved_at);
}

static bool is_taken(int lock_file, const char *path)
{
  struct flock lock = lock_of(path);
  return fcntl(lock_file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

static void find_one(struct finds *finds, int lock_file, const char *name)
{
  const size_t length = strlen(name);
  char *path = NULL;
  if (length <= strlen(ENDING) ||
      strcmp(name + length - strlen(ENDING), ENDING) != 0 ||
      place_path(name, &path) != STATUS_OK) {
    return;
  }
  struct found found = {.path = path};
  if (is_taken(lock_file, path) || !read_record(path, &found.record)) {
    free(path);
    return;
  }
  found.routine_gone = access(found.record.routine, F_OK) != 0;
  if (!vector_reserve(&finds->items, finds->count, &finds->capacity,
                      sizeof(*finds->items))) {
    place_record_finish(&found.record);
    free(path);
    return;
  }
  finds->items[finds->count++] = found;
}

/* Every place that can be read and that nobody has, the latest first; behind
   them those whose routine is gone, since it may come back. */
static void find_all(struct finds *finds, int lock_file)
{
  char *folder = NULL;
  if (place_path("", &folder) != STATUS_OK) {
    return;
  }
  DIR *directory = opendir(folder);
  free(folder);
  if (!directory) {
    return;
  }
  for (struct dirent *entry = readdir(directory); entry;
       entry = readdir(directory)) {
    find_one(finds, lock_file, entry->d_name);
  }
  closedir(directory);
  if (finds->count > 0) {
    qsort(finds->items, finds->count, sizeof(*finds->items), compare_finds);
  }
}

enum status journal_resume(struct journal **journal,
                           struct place_record *record)
{
  struct journal *made = NULL;
  enum status status = make_journal(&made);
  if (status != STATUS_OK) {
    return status;
  }
  struct finds finds = {0};
  find_all(&finds, made->lock);
  for (size_t i = 0; i < finds.count && !made->path; i++) {
    if (take(made, finds.items[i].path)) {
      *record = finds.items[i].record;
      finds.items[i] = (struct found){0};
    }
  }
  finish_finds(&finds);
  if (!made->path) {
    journal_destroy(made);
    return STATUS_NOT_FOUND;
  }
  *journal = made;
  return STATUS_OK;
}

enum status journal_list(struct place_record **records, size_t *count)
{
  int lock_file = -1;
  enum status status = open_lock(&lock_file);
  if (status != STATUS_OK) {
    return status;
  }
  struct finds finds = {0};
  find_all(&finds, lock_file);
  close(lock_file);
  *records = calloc(finds.count + 1, sizeof(**records));
  *count = 0;
  if (*records) {
    for (; *count < finds.count; (*count)++) {
      (*records)[*count] = finds.items[*count].record;
      finds.items[*count].record = (struct place_record){0};
    }
  }
  finish_finds(&finds);
  return *records ? STATUS_OK : STATUS_NO_MEMORY;
}

void journal_list_free(struct place_record *records, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    place_record_finish(&records[i]);
  }
  free(records);
}
