/* A message bus of a test's own. */

#include "support/private_bus.h"

#include "unit.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char configuration[] =
    "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
    "<policy context=\"default\"><allow send_destination=\"*\"/>"
    "<allow eavesdrop=\"true\"/>"
    "<allow own=\"*\"/></policy></busconfig>";

static void write_configuration(char *path)
{
  const int file = mkstemp(path);
  assert_true(file >= 0);
  assert_int_equal(write(file, configuration, sizeof(configuration) - 1),
                   sizeof(configuration) - 1);
  close(file);
}

void private_bus_start(struct private_bus *bus)
{
  int ends[2];
  char address[256] = "";
  char path[] = "/tmp/supine-bus-XXXXXX";
  write_configuration(path);
  assert_int_equal(pipe(ends), 0);
  bus->daemon = fork();
  if (bus->daemon == 0) {
    dup2(ends[1], STDOUT_FILENO);
    execlp("dbus-daemon", "dbus-daemon", "--nofork", "--print-address",
           "--config-file", path, (char *)NULL);
    _exit(127);
  }
  close(ends[1]);
  FILE *stream = fdopen(ends[0], "r");
  assert_non_null(stream);
  /* It prints its address once it has read its configuration, or it never
     started: nobody needs the file any more. */
  const bool started = fgets(address, sizeof(address), stream) != NULL;
  unlink(path);
  assert_true(started);
  fclose(stream);
  address[strcspn(address, "\n")] = '\0';
  setenv("DBUS_SESSION_BUS_ADDRESS", address, 1);
  setenv("DBUS_SYSTEM_BUS_ADDRESS", address, 1);
}

void private_bus_end(struct private_bus *bus)
{
  kill(bus->daemon, SIGTERM);
  waitpid(bus->daemon, NULL, 0);
}
