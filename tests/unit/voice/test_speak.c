/* Clips out of the real engine: the same whatever was said before, trimmed,
   enveloped, and only ever of what was asked for. */

#include "unit.h"

#include "support/voice_room.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct utterance request(const char *text, const char *voice)
{
  return (struct utterance){.text = text,
                            .language = "en-gb",
                            .voice = voice,
                            .pitch = -1,
                            .volume = 100};
}

static const struct clip *speak(struct voice *voice, const char *text,
                                const char *name)
{
  const struct utterance asked = request(text, name);
  const struct clip *clip = NULL;
  assert_int_equal(voice_speak(voice, &asked, &clip), STATUS_OK);
  assert_non_null(clip);
  return clip;
}

static enum status status_of(struct voice *voice, const char *text,
                             const char *name)
{
  const struct utterance asked = request(text, name);
  const struct clip *clip = NULL;
  const enum status status = voice_speak(voice, &asked, &clip);
  assert_true((status == STATUS_OK) == (clip != NULL));
  return status;
}

static void assert_same_sound(const struct clip *a, const struct clip *b)
{
  assert_int_equal(a->frames, b->frames);
  assert_memory_equal(a->samples, b->samples,
                      (size_t)a->frames * sizeof(float));
}

static void what_was_said_before_changes_nothing(void **state)
{
  struct voice_room *room = *state;
  static const char text[] = "Draw your left knee toward your chest.";
  const struct clip *first = speak(room->voice, text, NULL);
  struct voice *other;
  assert_int_equal(voice_create(room->pool, VOICE_ENGINE_ESPEAK, &other),
                   STATUS_OK);
  static const char *const before[] = {"Ten.", "Whispering!", "So, what now?",
                                       "Nothing at all to do."};
  for (size_t i = 0; i < sizeof(before) / sizeof(*before); i++) {
    speak(other, before[i], i % 2 ? "whisper" : "en-us+f3");
  }
  assert_same_sound(first, speak(other, text, NULL));
  voice_destroy(other);
}

static void an_equal_request_gives_the_same_clip(void **state)
{
  struct voice_room *room = *state;
  const struct clip *clip = speak(room->voice, "Rest.", NULL);
  assert_ptr_equal(speak(room->voice, "Rest.", "calm"), clip);
  assert_ptr_not_equal(speak(room->voice, "Rest.", "plain"), clip);
}

static void volume_is_per_cent_of_the_even_level(void **state)
{
  struct voice_room *room = *state;
  struct utterance asked = request("Rest.", NULL);
  const struct clip *clips[2];
  asked.volume = 50;
  assert_int_equal(voice_speak(room->voice, &asked, &clips[0]), STATUS_OK);
  asked.volume = 25;
  assert_int_equal(voice_speak(room->voice, &asked, &clips[1]), STATUS_OK);
  assert_int_equal(clips[0]->frames, clips[1]->frames);
  for (int64_t i = 0; i < clips[0]->frames; i++) {
    assert_float_equal(clips[1]->samples[i], clips[0]->samples[i] / 2, 1e-6);
  }
}

static double peak(const struct clip *clip, int64_t first, int64_t end)
{
  double peak = 0;
  for (int64_t i = first; i < end; i++) {
    peak = fmax(peak, fabs((double)clip->samples[i]));
  }
  return peak;
}

static void silence_is_cut_and_ends_are_enveloped(void **state)
{
  struct voice_room *room = *state;
  static const char *const texts[] = {"Two.",       "Peace",  "Stay with it.",
                                      "And again!", "Is it?", "Ah"};
  static const char *const voices[] = {"plain", "calm", "en+f3", "announcer"};
  for (size_t v = 0; v < sizeof(voices) / sizeof(*voices); v++) {
    for (size_t t = 0; t < sizeof(texts) / sizeof(*texts); t++) {
      const struct clip *clip = speak(room->voice, texts[t], voices[v]);
      assert_int_equal(clip->channels, 1);
      const double loudest = peak(clip, 0, clip->frames);
      assert_in_range((int)(1000 * loudest), 50, 795);
      assert_true(peak(clip, 0, 480) > 0.0005);
      assert_true(peak(clip, 0, 12) < 0.03);
      assert_true(peak(clip, clip->frames - 48, clip->frames) < 0.02);
      assert_true(fabs((double)clip->samples[clip->frames - 1]) < 1e-4);
    }
  }
}

static void plain_speech_ends_where_its_sound_ends(void **state)
{
  struct voice_room *room = *state;
  const struct clip *bare = speak(room->voice, "Let it go", "plain");
  assert_true(peak(bare, bare->frames - 1440, bare->frames) > 0.0003);
  const struct clip *full_stop = speak(room->voice, "Let it go.", "plain");
  assert_true(llabs(full_stop->frames - bare->frames) < 48000 / 4);
}

static void unknown_voices_are_refused(void **state)
{
  struct voice_room *room = *state;
  static const char *const names[] = {
      "nonesuch", "en+nonesuch", "en+",           "+",
      "mb-en1",   "mb/mb-en1",   "../etc/passwd", "../../../../../etc/passwd",
      "calm+x",   "!v/f3",       "en+../f3",      "\n"};
  for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
    assert_int_equal(status_of(room->voice, "Hello.", names[i]),
                     STATUS_NO_VOICE);
  }
  char long_name[500];
  memset(long_name, 'e', sizeof(long_name) - 1);
  long_name[sizeof(long_name) - 1] = '\0';
  assert_int_equal(status_of(room->voice, "Hello.", long_name),
                   STATUS_NO_VOICE);
  struct utterance asked = request("Hello.", NULL);
  asked.language = "tlh-x-nowhere";
  const struct clip *clip;
  assert_int_equal(voice_speak(room->voice, &asked, &clip), STATUS_NO_LANGUAGE);
}

static void assert_suggested(char *suggested, const char *expected)
{
  if (expected) {
    assert_non_null(suggested);
    assert_string_equal(suggested, expected);
  } else {
    assert_null(suggested);
  }
  free(suggested);
}

static void what_is_near_is_suggested(void **state)
{
  struct voice_room *room = *state;
  static const char *const voices[][2] = {{"clam", "calm"},
                                          {"whispr", "whisper"},
                                          {"en-gbb", "en-gb"},
                                          {"clam+f3", "calm+f3"},
                                          {"calm+Henriqe", "calm+Henrique"},
                                          {"nonesuch", NULL},
                                          {"calm+nonesuch", NULL},
                                          {"+", NULL}};
  for (size_t i = 0; i < sizeof(voices) / sizeof(*voices); i++) {
    assert_suggested(voice_suggest(room->voice, voices[i][0]), voices[i][1]);
  }
  static const char *const languages[][2] = {
      {"dee", "de"}, {"german", "de"}, {"English", "en"}, {"xx-nowhere", NULL}};
  for (size_t i = 0; i < sizeof(languages) / sizeof(*languages); i++) {
    assert_suggested(voice_suggest_language(room->voice, languages[i][0]),
                     languages[i][1]);
  }
}

static void voices_are_known_by_every_name(void **state)
{
  struct voice_room *room = *state;
  const struct clip *american = speak(room->voice, "Water.", "en-us");
  assert_ptr_equal(speak(room->voice, "Water.", "EN-US"), american);
  assert_ptr_equal(speak(room->voice, "Water.", "gmw/en-US"), american);
  assert_ptr_equal(speak(room->voice, "Water.", "English (America)"), american);
  const struct clip *variant = speak(room->voice, "Water.", "en-gb+F3");
  assert_ptr_equal(speak(room->voice, "Water.", "+f3"), variant);
  assert_ptr_equal(speak(room->voice, "Water.", "f3"), variant);
  assert_ptr_not_equal(speak(room->voice, "Water.", "calm+f3"), variant);
}

static void a_language_without_a_voice_takes_the_nearest(void **state)
{
  struct voice_room *room = *state;
  struct utterance german = request("Guten Abend.", NULL);
  german.language = "de";
  struct utterance austrian = german;
  austrian.language = "de-AT";
  const struct clip *first;
  const struct clip *second;
  assert_int_equal(voice_speak(room->voice, &german, &first), STATUS_OK);
  assert_int_equal(voice_speak(room->voice, &austrian, &second), STATUS_OK);
  assert_ptr_equal(first, second);
}

static const struct clip *speak_hindi(struct voice *voice, const char *text)
{
  struct utterance asked = request(text, NULL);
  asked.language = "hi";
  const struct clip *clip = NULL;
  assert_int_equal(voice_speak(voice, &asked, &clip), STATUS_OK);
  return clip;
}

static void both_nasal_dots_of_hindi_sound_the_same(void **state)
{
  struct voice_room *room = *state;
  assert_same_sound(speak_hindi(room->voice, "साँस लेते जाएँ।"),
                    speak_hindi(room->voice, "सांस लेते जाएं।"));
}

static void only_text_reaches_the_engine(void **state)
{
  struct voice_room *room = *state;
  const struct clip *clip = speak(room->voice, "Breathe out", NULL);
  assert_ptr_equal(speak(room->voice, "Breathe\x01 o\x1but\xff\x7f", NULL),
                   clip);
  assert_ptr_equal(speak(room->voice, "Breathe\nout", NULL), clip);
  speak(room->voice, "<speak><audio src='/etc/passwd'>[[_^_en]] & so on", NULL);
}

static void text_without_sound_is_a_moment_of_silence(void **state)
{
  struct voice_room *room = *state;
  static const char *const texts[] = {"", " ", "\x01", "\xe2\x80\x94"};
  for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
    const struct clip *clip = speak(room->voice, texts[i], NULL);
    assert_true(clip->frames > 0);
    assert_true(peak(clip, 0, clip->frames) < 1e-4);
  }
}

static void text_past_two_thousand_bytes_is_refused(void **state)
{
  struct voice_room *room = *state;
  char text[2002];
  memset(text, 'a', sizeof(text) - 1);
  text[2001] = '\0';
  assert_int_equal(status_of(room->voice, text, "plain"), STATUS_TOO_LARGE);
  for (size_t i = 0; i < 2000; i++) {
    text[i] = i % 5 == 4 ? ' ' : 'a';
  }
  text[2000] = '\0';
  assert_int_equal(status_of(room->voice, text, "plain"), STATUS_OK);
}

static void speed_and_pitch_are_obeyed(void **state)
{
  struct voice_room *room = *state;
  struct utterance asked = request("Let your shoulders soften.", NULL);
  const struct clip *clips[2];
  asked.speed = 100;
  assert_int_equal(voice_speak(room->voice, &asked, &clips[0]), STATUS_OK);
  asked.speed = 200;
  assert_int_equal(voice_speak(room->voice, &asked, &clips[1]), STATUS_OK);
  assert_true(clips[0]->frames > clips[1]->frames * 3 / 2);
  asked.pitch = 90;
  const struct clip *high;
  assert_int_equal(voice_speak(room->voice, &asked, &high), STATUS_OK);
  assert_ptr_not_equal(high, clips[1]);
}

static void the_stand_in_is_sixty_milliseconds_a_letter(void **state)
{
  struct voice_room *room = *state;
  struct voice *voice;
  assert_int_equal(voice_create(room->pool, VOICE_ENGINE_STAND_IN, &voice),
                   STATUS_OK);
  assert_int_equal(speak(voice, "Rest.", NULL)->frames, 5 * 2880);
  assert_int_equal(speak(voice, "na\xc3\xafve", NULL)->frames, 5 * 2880);
  struct utterance slow = request("Rest.", NULL);
  slow.speed = 250;
  const struct clip *clip;
  assert_int_equal(voice_speak(voice, &slow, &clip), STATUS_OK);
  assert_int_equal(clip->frames, 5 * 1440);
  voice_destroy(voice);
}

static void lengths_are_those_of_the_sound(void **state)
{
  struct voice_room *room = *state;
  struct voice *lengths;
  assert_int_equal(voice_create(room->pool, VOICE_ENGINE_LENGTHS, &lengths),
                   STATUS_OK);
  static const char *const texts[] = {"Rest.", "Lie on your back.", "...", "3",
                                      "Peace. Two. Sss."};
  static const char *const styles[] = {"calm", "clear", "plain", "whisper",
                                       "en-gb+f3"};
  for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
    for (size_t j = 0; j < sizeof(styles) / sizeof(*styles); j++) {
      const struct clip *clip = speak(lengths, texts[i], styles[j]);
      assert_null(clip->samples);
      assert_int_equal(clip->frames,
                       speak(room->voice, texts[i], styles[j])->frames);
    }
  }
  voice_destroy(lengths);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_was_said_before_changes_nothing),
      cmocka_unit_test(an_equal_request_gives_the_same_clip),
      cmocka_unit_test(volume_is_per_cent_of_the_even_level),
      cmocka_unit_test(silence_is_cut_and_ends_are_enveloped),
      cmocka_unit_test(plain_speech_ends_where_its_sound_ends),
      cmocka_unit_test(unknown_voices_are_refused),
      cmocka_unit_test(what_is_near_is_suggested),
      cmocka_unit_test(voices_are_known_by_every_name),
      cmocka_unit_test(a_language_without_a_voice_takes_the_nearest),
      cmocka_unit_test(both_nasal_dots_of_hindi_sound_the_same),
      cmocka_unit_test(only_text_reaches_the_engine),
      cmocka_unit_test(text_without_sound_is_a_moment_of_silence),
      cmocka_unit_test(text_past_two_thousand_bytes_is_refused),
      cmocka_unit_test(speed_and_pitch_are_obeyed),
      cmocka_unit_test(the_stand_in_is_sixty_milliseconds_a_letter),
      cmocka_unit_test(lengths_are_those_of_the_sound),
  };
  return cmocka_run_group_tests(tests, voice_room_set_up, voice_room_tear_down);
}
