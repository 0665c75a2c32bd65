/* Memory that runs out at every single moment: an answer, and nothing lost. */

#include "unit.h"

#include "support/allocator.h"
#include "voice/voice.h"

#include <stdlib.h>

static const struct utterance request = {
    .text = "Let it go.", .language = "en-gb", .pitch = -1, .volume = 100};

static void list_voices(struct voice *voice)
{
  struct voice_entry *entries;
  size_t count;
  assert_int_equal(voice_list(voice, &entries, &count), STATUS_OK);
  free(entries);
}

/* What was refused once is spoken when there is memory again. */
static void speaking_survives_every_failure(void **state)
{
  (void)state;
  struct pool *pool;
  assert_int_equal(pool_create(&pool), STATUS_OK);
  bool was_refused = true;
  for (long count = 0; was_refused; count++) {
    struct voice *voice = NULL;
    assert_int_equal(voice_create(pool, VOICE_ENGINE_ESPEAK, &voice),
                     STATUS_OK);
    list_voices(voice);
    const struct clip *clip = NULL;
    allocator_fail_after(count);
    const enum status spoken = voice_speak(voice, &request, &clip);
    was_refused = allocator_recover();
    assert_int_equal(spoken, was_refused ? STATUS_NO_MEMORY : STATUS_OK);
    assert_true((spoken == STATUS_OK) == (clip != NULL));
    assert_int_equal(voice_speak(voice, &request, &clip), STATUS_OK);
    assert_true(clip->frames > 0);
    voice_destroy(voice);
  }
  pool_destroy(pool);
}

static void listing_survives_every_failure(void **state)
{
  (void)state;
  struct pool *pool;
  assert_int_equal(pool_create(&pool), STATUS_OK);
  struct voice *voice;
  assert_int_equal(voice_create(pool, VOICE_ENGINE_ESPEAK, &voice), STATUS_OK);
  for (long count = 0; count < 40; count++) {
    struct voice_entry *entries = NULL;
    size_t number = 0;
    allocator_fail_after(count);
    const enum status status = voice_list(voice, &entries, &number);
    allocator_recover();
    assert_true(status == STATUS_OK || status == STATUS_NO_MEMORY);
    assert_true((status == STATUS_OK) == (number > 0));
    free(entries);
  }
  voice_destroy(voice);
  pool_destroy(pool);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(speaking_survives_every_failure),
      cmocka_unit_test(listing_survives_every_failure),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
