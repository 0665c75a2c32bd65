/* The output interface's table, called by name. */

#include "output/output.h"

enum status output_start(struct output *output)
{
  return output->methods->start(output);
}

void output_poll(struct output *output)
{
  output->methods->poll(output);
}

void output_read_status(struct output *output, struct output_status *status)
{
  output->methods->read_status(output, status);
}

void output_stop(struct output *output)
{
  output->methods->stop(output);
}

void output_destroy(struct output *output)
{
  if (output) {
    output->methods->destroy(output);
  }
}
