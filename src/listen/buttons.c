/* What the loop runs, on the message buses. */

#include "listen/buttons.h"

void buttons_init(struct buttons *buttons, struct bus *bus,
                  const struct media_owner *owner,
                  bool (*keeps_awake)(void *context))
{
  *buttons = (struct buttons){
      .bus = bus, .context = owner->context, .keeps_awake = keeps_awake};
  if (!bus) {
    return;
  }
  /* Without either it plays on all the same. */
  if (media_create(bus, owner, &buttons->media) != STATUS_OK) {
    buttons->media = NULL;
  }
  if (inhibitor_create(bus, &buttons->inhibitor) != STATUS_OK) {
    buttons->inhibitor = NULL;
  }
}

void buttons_finish(struct buttons *buttons)
{
  media_destroy(buttons->media);
  inhibitor_destroy(buttons->inhibitor);
}

static int prepare_session(void *context, short *events, int *timeout_ms)
{
  struct buttons *buttons = context;
  bus_prepare(buttons->bus, &buttons->wait, timeout_ms);
  *events = buttons->wait.events[0];
  return buttons->wait.descriptors[0];
}

static int prepare_system(void *context, short *events, int *timeout_ms)
{
  (void)timeout_ms;
  const struct buttons *buttons = context;
  *events = buttons->wait.events[1];
  return buttons->wait.descriptors[1];
}

static void look(void *context)
{
  struct buttons *buttons = context;
  bus_process(buttons->bus);
  media_update(buttons->media);
  if (buttons->inhibitor && buttons->keeps_awake) {
    inhibitor_set(buttons->inhibitor, buttons->keeps_awake(buttons->context));
  }
}

void buttons_join(struct buttons *buttons, struct loop *loop)
{
  if (buttons->bus) {
    loop_invite(loop, (struct loop_guest){.context = buttons,
                                          .prepare = prepare_session,
                                          .look = look});
    loop_invite(loop, (struct loop_guest){.context = buttons,
                                          .prepare = prepare_system});
  }
}
