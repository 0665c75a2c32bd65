/* Runs the command that was asked for. */

#include "command/commands.h"

#include <locale.h>

int main(int argc, char **argv)
{
  setlocale(LC_CTYPE, "C.UTF-8");
  return command_dispatch(argc, argv);
}
