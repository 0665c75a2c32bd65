/* What the menu offers first, of the routines that come with the program. */

#include "unit.h"

#include "menu/menu_order.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct offer {
  struct library library;
  char routines[512];
  char exercises[512];
  struct library_entry *entries;
  size_t count;
};

static int set_up(void **state)
{
  struct offer *offer = calloc(1, sizeof(*offer));
  const char *tests = getenv("SUPINE_TESTS");
  assert_non_null(offer);
  assert_non_null(tests);
  snprintf(offer->routines, sizeof(offer->routines), "%s/../scripts", tests);
  snprintf(offer->exercises, sizeof(offer->exercises),
           "%s/../scripts/exercises", tests);
  offer->library.folders[1] = offer->routines;
  offer->library.folders[2] = offer->exercises;
  assert_int_equal(
      library_list(&offer->library, &offer->entries, &offer->count), STATUS_OK);
  *state = offer;
  return 0;
}

static int tear_down(void **state)
{
  struct offer *offer = *state;
  library_entries_free(offer->entries, offer->count);
  free(offer);
  return 0;
}

static void sort(struct offer *offer, const struct menu_taste *taste)
{
  assert_int_equal(
      menu_order(&offer->library, taste, offer->entries, offer->count),
      STATUS_OK);
}

static size_t place_of(const struct offer *offer, const char *name)
{
  for (size_t i = 0; i < offer->count; i++) {
    if (strcmp(offer->entries[i].name, name) == 0) {
      return i;
    }
  }
  fail_msg("%s is not offered.", name);
  return 0;
}

static void a_newcomer_hears_constructive_rest_and_the_welcome(void **state)
{
  struct offer *offer = *state;
  sort(offer, &(struct menu_taste){.language = "en", .newcomer = true});
  assert_int_equal(place_of(offer, "constructive-rest"), 0);
  assert_int_equal(place_of(offer, "welcome"), 1);
}

static void later_the_welcome_is_one_of_many(void **state)
{
  struct offer *offer = *state;
  sort(offer, &(struct menu_taste){.language = "en"});
  assert_int_equal(place_of(offer, "constructive-rest"), 0);
  assert_true(place_of(offer, "welcome") > place_of(offer, "slow-breathing"));
}

static void what_was_played_last_comes_first(void **state)
{
  struct offer *offer = *state;
  char path[600];
  snprintf(path, sizeof(path), "%s/evening.routine", offer->routines);
  sort(offer, &(struct menu_taste){.language = "en", .last = path});
  assert_int_equal(place_of(offer, "evening"), 0);
  assert_int_equal(place_of(offer, "constructive-rest"), 1);
}

static void other_languages_come_last(void **state)
{
  struct offer *offer = *state;
  sort(offer, &(struct menu_taste){.language = "en", .newcomer = true});
  const size_t foreign = place_of(offer, "constructive-rest-de");
  assert_true(foreign > place_of(offer, "slow-breathing"));
  assert_true(foreign > place_of(offer, "bird-dog"));
  assert_true(place_of(offer, "bird-dog") > place_of(offer, "evening"));
}

static void every_listener_hears_their_own_language_first(void **state)
{
  static const char *const names[][2] = {
      {"de", "constructive-rest-de"},
      {"es", "constructive-rest-es"},
      {"fr", "constructive-rest-fr"},
      {"hi", "constructive-rest-hi"},
  };
  struct offer *offer = *state;
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
    sort(offer,
         &(struct menu_taste){.language = names[i][0], .newcomer = true});
    assert_int_equal(place_of(offer, names[i][1]), 0);
  }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(a_newcomer_hears_constructive_rest_and_the_welcome),
      TEST(later_the_welcome_is_one_of_many),
      TEST(what_was_played_last_comes_first),
      TEST(other_languages_come_last),
      TEST(every_listener_hears_their_own_language_first),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
