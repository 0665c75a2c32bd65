/* The voice process killed, stopped and fed what kills it: one sentence may be
   lost, and nothing else. */

#include "unit.h"

#include "voice/voice_process.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* A hang fails the test instead of holding it up. */
#define WATCHDOG_SECONDS 250
#define PATIENCE 60000 /* in milliseconds */

static struct engine_order order_for(const char *text)
{
  struct engine_order order = {
      .task = ENGINE_SPEAK, .speed = 125, .pitch = 50, .range = 50};
  strcpy(order.voice, "gmw/en");
  snprintf(order.text, sizeof(order.text), "%s", text);
  return order;
}

static enum status ask(struct voice_process *process, const char *text,
                       size_t *bytes)
{
  const struct engine_order order = order_for(text);
  struct text answer = {0};
  const enum status status = voice_process_ask(process, &order, &answer);
  *bytes = answer.length;
  text_finish(&answer);
  return status;
}

static void assert_speaks(struct voice_process *process)
{
  size_t bytes;
  assert_int_equal(ask(process, "All is well.", &bytes), STATUS_OK);
  assert_true(bytes > ENGINE_RATE);
}

static int set_up(void **state)
{
  static struct voice_process process;
  alarm(WATCHDOG_SECONDS);
  assert_int_equal(voice_process_init(&process), STATUS_OK);
  *state = &process;
  return 0;
}

static int tear_down(void **state)
{
  voice_process_finish(*state);
  alarm(0);
  return 0;
}

static void a_killed_process_is_replaced(void **state)
{
  struct voice_process *process = *state;
  assert_speaks(process);
  for (int i = 0; i < 3; i++) {
    const pid_t before = process->pid;
    kill(before, SIGKILL);
    assert_speaks(process);
    assert_int_not_equal(process->pid, before);
  }
}

static void a_stopped_process_is_replaced(void **state)
{
  struct voice_process *process = *state;
  const pid_t before = process->pid;
  kill(before, SIGSTOP);
  assert_speaks(process);
  assert_int_not_equal(process->pid, before);
}

/* Without a file left to open, nothing can start. */
static void what_does_not_start_is_gone_for_a_while(void **state)
{
  struct voice_process *process = *state;
  voice_process_finish(process);
  struct rlimit limit;
  assert_int_equal(getrlimit(RLIMIT_NOFILE, &limit), 0);
  const struct rlimit none = {.rlim_cur = 0, .rlim_max = limit.rlim_max};
  size_t bytes;
  assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
  const enum status status = ask(process, "Is there nobody?", &bytes);
  assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
  assert_int_equal(status, STATUS_VOICE_GONE);
  assert_true(process->gone_ms > 1);
  /* A while that has not begun yet is not over, however slow this is. */
  process->gone_ms = INT64_MAX / 2;
  assert_int_equal(ask(process, "Still nobody?", &bytes), STATUS_VOICE_GONE);
  process->gone_ms = 1;
  assert_speaks(process);
}

static void an_order_that_crashes_costs_itself(void **state)
{
  struct voice_process *process = *state;
  const pid_t before = process->pid;
  struct engine_order order = order_for("Hello.");
  strcpy(order.voice, "../../../../../etc/passwd");
  struct text answer = {0};
  assert_int_not_equal(voice_process_ask(process, &order, &answer), STATUS_OK);
  assert_int_equal(answer.length, 0);
  text_finish(&answer);
  assert_int_equal(process->pid, before);
  assert_speaks(process);
}

/* Waits in a process of its own for the child that speaks, and stops it. */
static pid_t stop_next_child(pid_t process)
{
  const pid_t stopper = fork();
  if (stopper != 0) {
    return stopper;
  }
  char path[64];
  snprintf(path, sizeof(path), "/proc/%d/task/%d/children", process, process);
  for (int tries = 0; tries < 10 * PATIENCE; tries++) {
    int child = 0;
    FILE *children = fopen(path, "r");
    if (children && fscanf(children, "%d", &child) == 1) {
      _exit(kill(child, SIGSTOP) == 0 ? 0 : 1);
    }
    if (children) {
      fclose(children);
    }
    usleep(100);
  }
  _exit(2);
}

static void an_order_that_hangs_costs_itself(void **state)
{
  struct voice_process *process = *state;
  char text[LONGEST_TEXT + 1];
  for (size_t i = 0; i < LONGEST_TEXT; i++) {
    text[i] = i % 3 == 2 ? ' ' : '7';
  }
  text[LONGEST_TEXT] = '\0';
  const pid_t before = process->pid;
  const pid_t stopper = stop_next_child(before);
  size_t bytes;
  assert_int_equal(ask(process, text, &bytes), STATUS_VOICE_FAILED);
  assert_int_equal(bytes, 0);
  int end;
  assert_int_equal(waitpid(stopper, &end, 0), stopper);
  assert_int_equal(end, 0);
  assert_speaks(process);
  int tries = 0;
  while (kill(-before, 0) == 0 && tries++ < PATIENCE) {
    usleep(1000);
  }
  assert_true(tries < PATIENCE);
}

static void a_lost_program_takes_its_voice_along(void **state)
{
  (void)state;
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  const pid_t program = fork();
  if (program == 0) {
    struct voice_process process;
    const bool is_there = voice_process_init(&process) == STATUS_OK;
    const pid_t pid = is_there ? process.pid : 0;
    _exit(write(ends[1], &pid, sizeof(pid)) == sizeof(pid) ? 0 : 1);
  }
  pid_t voice = 0;
  assert_int_equal(read(ends[0], &voice, sizeof(voice)), sizeof(voice));
  assert_int_equal(waitpid(program, NULL, 0), program);
  assert_true(voice > 0);
  int tries = 0;
  while (kill(voice, 0) == 0 && tries++ < PATIENCE) {
    char path[64];
    snprintf(path, sizeof(path), "/proc/%d/stat", voice);
    FILE *stat = fopen(path, "r");
    char what = 0;
    const bool is_dead =
        !stat || fscanf(stat, "%*d %*s %c", &what) != 1 || what == 'Z';
    if (stat) {
      fclose(stat);
    }
    if (is_dead) {
      break;
    }
    usleep(1000);
  }
  assert_true(tries < PATIENCE);
  close(ends[0]);
  close(ends[1]);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(a_killed_process_is_replaced, set_up,
                                      tear_down),
      cmocka_unit_test_setup_teardown(a_stopped_process_is_replaced, set_up,
                                      tear_down),
      cmocka_unit_test_setup_teardown(what_does_not_start_is_gone_for_a_while,
                                      set_up, tear_down),
      cmocka_unit_test_setup_teardown(an_order_that_crashes_costs_itself,
                                      set_up, tear_down),
      cmocka_unit_test_setup_teardown(an_order_that_hangs_costs_itself, set_up,
                                      tear_down),
      cmocka_unit_test_setup_teardown(a_lost_program_takes_its_voice_along,
                                      set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
