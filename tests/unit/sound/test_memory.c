/* Memory that runs out at every single moment of finding a sound. */

#include "unit.h"

#include "sound/store.h"
#include "sound/stream.h"
#include "support/allocator.h"
#include "support/sound_files.h"

#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>

static void survive(const char *name, const char *beside)
{
  struct pool *pool;
  assert_int_equal(pool_create(&pool), STATUS_OK);
  bool was_refused = true;
  for (long count = 0; was_refused; count++) {
    struct sound_store *store = NULL;
    allocator_fail_after(count);
    const enum status made = sound_store_create(pool, &store);
    const struct clip *clip = NULL;
    const enum status found =
        made == STATUS_OK ? sound_store_find(store, name, beside, &clip) : made;
    if (clip && clip->stream) {
      float samples[100];
      stream_read(clip->stream, 0, STREAM_HEAD_FRAMES, samples, 100);
      sound_store_refill(store);
    }
    was_refused = allocator_recover();
    assert_true((found == STATUS_OK) == (clip != NULL));
    if (store) {
      assert_int_equal(sound_store_find(store, name, beside, &clip), STATUS_OK);
    }
    sound_store_destroy(store);
  }
  pool_destroy(pool);
}

static void a_shipped_sound_survives_every_failure(void **state)
{
  (void)state;
  survive("tick", NULL);
}

static void a_long_sound_survives_every_failure(void **state)
{
  (void)state;
  char *folder = make_folder();
  const struct test_file file = {SF_FORMAT_WAV | SF_FORMAT_PCM_16, 8000, 1,
                                 8000 * 61, 400};
  make_file(folder, "long.wav", &file);
  char beside[200];
  snprintf(beside, sizeof(beside), "%s/x.routine", folder);
  survive("long", beside);
  remove_folder(folder);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_shipped_sound_survives_every_failure),
      cmocka_unit_test(a_long_sound_survives_every_failure),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
