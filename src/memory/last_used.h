/* What was used last and is used again: the volume, and the routine that the
   menu offers first. What cannot be written is not remembered. */

#ifndef SUPINE_MEMORY_LAST_USED_H
#define SUPINE_MEMORY_LAST_USED_H

/* The volume last chosen in thousandths, or `otherwise`. */
int last_used_volume(int otherwise);
void last_used_set_volume(int volume);

/* The path of the routine played last, or NULL; the caller frees it. */
char *last_used_routine(void);
void last_used_set_routine(const char *path);

#endif
