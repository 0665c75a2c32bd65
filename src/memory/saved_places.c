/* The places of unfinished sessions, a file each. */

#include "memory/saved_places.h"

#include "base/text.h"
#include "base/vector.h"
#include "memory/state_path.h"
#include "system/atomic_file.h"
#include "system/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Players of one routine at a time; more play without a memory. */
#define SLOTS 16

#define ENDING ".place"

/* No place is longer: a sentence has at most 2,000 bytes. */
#define LONGEST 65536

struct saved_place {
  int lock;   /* of the folder's lock file, a byte of which is ours */
  char *path; /* of the place */
};

static enum status place_path(const char *name, char **path)
{
  struct text in_folder = {0};
  text_append_format(&in_folder, "places/%s", name);
  const enum status status = in_folder.status == STATUS_OK
                                 ? state_path(text_string(&in_folder), path)
                                 : in_folder.status;
  text_finish(&in_folder);
  return status;
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

static enum status make_place(struct saved_place **place)
{
  struct saved_place *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  const enum status status = open_lock(&made->lock);
  if (status != STATUS_OK) {
    free(made);
    return status;
  }
  *place = made;
  return STATUS_OK;
}

void saved_place_destroy(struct saved_place *place)
{
  if (place) {
    close(place->lock);
    free(place->path);
    free(place);
  }
}

/* Takes the place at `path`, which becomes `place`'s, if nobody has it. */
static bool take(struct saved_place *place, char *path)
{
  struct flock lock = lock_of(path);
  if (fcntl(place->lock, F_SETLK, &lock) != 0) {
    return false;
  }
  place->path = path;
  return true;
}

enum status saved_place_create(const char *routine, struct saved_place **place)
{
  struct saved_place *made = NULL;
  enum status status = make_place(&made);
  for (int slot = 1; status == STATUS_OK && slot <= SLOTS; slot++) {
    char name[64];
    char *path = NULL;
    snprintf(name, sizeof(name), "%016llx-%d" ENDING,
             (unsigned long long)hash(routine), slot);
    status = place_path(name, &path);
    if (status == STATUS_OK && path && take(made, path)) {
      *place = made;
      return STATUS_OK;
    }
    free(path);
  }
  saved_place_destroy(made);
  return status == STATUS_OK ? STATUS_WRITE_FAILED : status;
}

enum status saved_place_write(struct saved_place *place,
                              const struct place_record *record)
{
  if (!place) {
    return STATUS_OK;
  }
  struct text text = {0};
  enum status status = place_write(record, &text);
  if (status == STATUS_OK) {
    status =
        atomic_file_replace_own(place->path, text_string(&text), text.length);
  }
  text_finish(&text);
  return status;
}

void saved_place_forget(struct saved_place *place)
{
  if (place) {
    unlink(place->path);
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

enum status saved_place_resume(struct saved_place **place,
                               struct place_record *record)
{
  struct saved_place *made = NULL;
  enum status status = make_place(&made);
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
    saved_place_destroy(made);
    return STATUS_NOT_FOUND;
  }
  *place = made;
  return STATUS_OK;
}

enum status saved_places_list(struct place_record **records, size_t *count)
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

void saved_places_free(struct place_record *records, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    place_record_finish(&records[i]);
  }
  free(records);
}
