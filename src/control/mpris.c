/* An MPRIS 2.2 player over sd-bus. */

#include "base/frames.h"
#include "control/media.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#define OBJECT "/org/mpris/MediaPlayer2"
#define ROOT "org.mpris.MediaPlayer2"
#define PLAYER "org.mpris.MediaPlayer2.Player"
#define NAME "org.mpris.MediaPlayer2.supine"

/* Answers to RequestName (D-Bus specification 0.40, "RequestName"). */
#define NAME_OWNED 1
#define NAME_EXISTS 3
#define NAME_ALREADY_OWNED 4

struct media {
  struct bus *bus;
  struct media_owner owner;
  sd_bus_slot *root;
  sd_bus_slot *player;
  sd_bus_slot *name;
  struct media_view told; /* what the bus knows; its texts point below */
  char *title;
  char *album;
};

static struct media_view view_of(const struct media *media)
{
  struct media_view view = {0};
  media->owner.view(media->owner.context, &view);
  return view;
}

static int64_t microseconds(int64_t frames)
{
  return frames * 1000000 / FRAME_RATE;
}

static int64_t frames_of(int64_t us)
{
  /* Far more than a session can last, and far less than would overflow. */
  const int64_t most = INT64_C(1000000000000);
  const int64_t bounded = us > most ? most : us < -most ? -most : us;
  return bounded * (FRAME_RATE / 1000) / 1000;
}

static void ask(const struct media *media, enum request_kind kind,
                int64_t value)
{
  const struct request request = {.kind = kind, .value = value};
  media->owner.ask(media->owner.context, &request);
}

/* --- Methods --- */

static int do_nothing(sd_bus_message *message, void *context,
                      sd_bus_error *error)
{
  (void)context;
  (void)error;
  return sd_bus_reply_method_return(message, NULL);
}

static int do_quit(sd_bus_message *message, void *context, sd_bus_error *error)
{
  (void)error;
  ask(context, REQUEST_QUIT, 0);
  return sd_bus_reply_method_return(message, NULL);
}

/* Methods that take nothing, by their names on the bus. */
static const struct {
  const char *member;
  enum request_kind kind;
} plain_methods[] = {
    {"Next", REQUEST_NEXT},   {"Previous", REQUEST_BACK},
    {"Pause", REQUEST_PAUSE}, {"PlayPause", REQUEST_TOGGLE},
    {"Stop", REQUEST_STOP},   {"Play", REQUEST_PLAY},
};

static int do_plain(sd_bus_message *message, void *context, sd_bus_error *error)
{
  (void)error;
  struct media *media = context;
  const char *member = sd_bus_message_get_member(message);
  for (size_t i = 0; i < sizeof(plain_methods) / sizeof(plain_methods[0]);
       i++) {
    if (strcmp(plain_methods[i].member, member) == 0) {
      ask(media, plain_methods[i].kind, 0);
    }
  }
  /* A button's state must follow at once, before the next look. */
  media_update(media);
  return sd_bus_reply_method_return(message, NULL);
}

static int do_seek(sd_bus_message *message, void *context, sd_bus_error *error)
{
  (void)error;
  struct media *media = context;
  int64_t offset;
  const int status = sd_bus_message_read(message, "x", &offset);
  if (status < 0) {
    return status;
  }
  ask(media, REQUEST_SEEK_BY, frames_of(offset));
  media_update(media);
  return sd_bus_reply_method_return(message, NULL);
}

static void track_path(int number, char path[64])
{
  if (number == 0) {
    snprintf(path, 64, "/org/mpris/MediaPlayer2/TrackList/NoTrack");
  } else {
    snprintf(path, 64, "/io/supine/step/%d", number);
  }
}

static int do_set_position(sd_bus_message *message, void *context,
                           sd_bus_error *error)
{
  (void)error;
  struct media *media = context;
  const char *track;
  int64_t position;
  const int status = sd_bus_message_read(message, "ox", &track, &position);
  if (status < 0) {
    return status;
  }
  char path[64];
  const struct media_view view = view_of(media);
  track_path(view.number, path);
  if (strcmp(track, path) == 0 && position >= 0 &&
      position <= microseconds(view.length_frames)) {
    ask(media, REQUEST_SEEK_TO, frames_of(position));
    media_update(media);
  }
  return sd_bus_reply_method_return(message, NULL);
}

/* --- Properties --- */

static int get_true(sd_bus *bus, const char *path, const char *interface,
                    const char *property, sd_bus_message *reply, void *context,
                    sd_bus_error *error)
{
  (void)bus, (void)path, (void)interface, (void)property;
  (void)context, (void)error;
  return sd_bus_message_append(reply, "b", 1);
}

static int get_false(sd_bus *bus, const char *path, const char *interface,
                     const char *property, sd_bus_message *reply, void *context,
                     sd_bus_error *error)
{
  (void)bus, (void)path, (void)interface, (void)property;
  (void)context, (void)error;
  return sd_bus_message_append(reply, "b", 0);
}

/* A desktop finds the picture by the entry: the base name of the file that
   src/install installs. */
static int get_name(sd_bus *bus, const char *path, const char *interface,
                    const char *property, sd_bus_message *reply, void *context,
                    sd_bus_error *error)
{
  (void)bus, (void)path, (void)interface, (void)context, (void)error;
  return sd_bus_message_append(
      reply, "s",
      strcmp(property, "Identity") == 0 ? "Supine" : "org.supine.supine");
}

static int get_no_list(sd_bus *bus, const char *path, const char *interface,
                       const char *property, sd_bus_message *reply,
                       void *context, sd_bus_error *error)
{
  (void)bus, (void)path, (void)interface, (void)property;
  (void)context, (void)error;
  return sd_bus_message_append(reply, "as", 0);
}

static int get_rate(sd_bus *bus, const char *path, const char *interface,
                    const char *property, sd_bus_message *reply, void *context,
                    sd_bus_error *error)
{
  (void)bus, (void)path, (void)interface, (void)property;
  (void)context, (void)error;
  return sd_bus_message_append(reply, "d", 1.0);
}

/* The one rate is 1; the specification asks that 0 be taken for Pause. */
static int set_rate(sd_bus *bus, const char *path, const char *interface,
                    const char *property, sd_bus_message *value, void *context,
                    sd_bus_error *error)
{
  (void)bus, (void)path, (void)interface, (void)property, (void)error;
  double rate;
  const int status = sd_bus_message_read(value, "d", &rate);
  if (status >= 0 && rate == 0) {
    ask(context, REQUEST_PAUSE, 0);
  }
  return status;
}

static int get_volume(sd_bus *bus, const char *path, const char *interface,
                      const char *property, sd_bus_message *reply,
                      void *context, sd_bus_error *error)
{
  (void)bus, (void)path, (void)interface, (void)property, (void)error;
  return sd_bus_message_append(reply, "d", view_of(context).volume / 1000.0);
}

static int set_volume(sd_bus *bus, const char *path, const char *interface,
                      const char *property, sd_bus_message *value,
                      void *context, sd_bus_error *error)
{
  (void)bus, (void)path, (void)interface, (void)property, (void)error;
  double volume;
  const int status = sd_bus_message_read(value, "d", &volume);
  if (status >= 0 && !isnan(volume)) {
    const double bounded = fmin(fmax(volume, 0.0), 1.0);
    ask(context, REQUEST_VOLUME, llround(bounded * 1000));
  }
  return status;
}

static const char *state_name(enum media_state state)
{
  switch (state) {
  case MEDIA_PLAYING:
    return "Playing";
  case MEDIA_PAUSED:
    return "Paused";
  case MEDIA_STOPPED:
    break;
  }
  return "Stopped";
}

static int get_state(sd_bus *bus, const char *path, const char *interface,
                     const char *property, sd_bus_message *reply, void *context,
                     sd_bus_error *error)
{
  (void)bus, (void)path, (void)interface, (void)property, (void)error;
  return sd_bus_message_append(reply, "s", state_name(view_of(context).state));
}

static int get_position(sd_bus *bus, const char *path, const char *interface,
                        const char *property, sd_bus_message *reply,
                        void *context, sd_bus_error *error)
{
  (void)bus, (void)path, (void)interface, (void)property, (void)error;
  return sd_bus_message_append(reply, "x",
                               microseconds(view_of(context).position_frames));
}

static int get_metadata(sd_bus *bus, const char *path, const char *interface,
                        const char *property, sd_bus_message *reply,
                        void *context, sd_bus_error *error)
{
  (void)bus, (void)path, (void)interface, (void)property, (void)error;
  const struct media_view view = view_of(context);
  char track[64];
  track_path(view.number, track);
  int status = sd_bus_message_open_container(reply, 'a', "{sv}");
  if (status >= 0) {
    status = sd_bus_message_append(reply, "{sv}", "mpris:trackid", "o", track);
  }
  if (status >= 0 && view.number > 0) {
    status = sd_bus_message_append(
        reply, "{sv}{sv}{sv}{sv}", "mpris:length", "x",
        microseconds(view.length_frames), "xesam:title", "s", view.title,
        "xesam:album", "s", view.album, "xesam:trackNumber", "i", view.number);
  }
  if (status >= 0 && view.number > 0 && *view.artist) {
    status = sd_bus_message_append(reply, "{sv}", "xesam:artist", "as", 1,
                                   view.artist);
  }
  return status < 0 ? status : sd_bus_message_close_container(reply);
}

static const sd_bus_vtable root_table[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD("Raise", "", "", do_nothing, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("Quit", "", "", do_quit, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_PROPERTY("CanQuit", "b", get_true, 0, SD_BUS_VTABLE_PROPERTY_CONST),
    SD_BUS_PROPERTY("CanRaise", "b", get_false, 0,
                    SD_BUS_VTABLE_PROPERTY_CONST),
    SD_BUS_PROPERTY("HasTrackList", "b", get_false, 0,
                    SD_BUS_VTABLE_PROPERTY_CONST),
    SD_BUS_PROPERTY("Identity", "s", get_name, 0, SD_BUS_VTABLE_PROPERTY_CONST),
    SD_BUS_PROPERTY("DesktopEntry", "s", get_name, 0,
                    SD_BUS_VTABLE_PROPERTY_CONST),
    SD_BUS_PROPERTY("SupportedUriSchemes", "as", get_no_list, 0,
                    SD_BUS_VTABLE_PROPERTY_CONST),
    SD_BUS_PROPERTY("SupportedMimeTypes", "as", get_no_list, 0,
                    SD_BUS_VTABLE_PROPERTY_CONST),
    SD_BUS_VTABLE_END,
};

static const sd_bus_vtable player_table[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD("Next", "", "", do_plain, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("Previous", "", "", do_plain, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("Pause", "", "", do_plain, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("PlayPause", "", "", do_plain, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("Stop", "", "", do_plain, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("Play", "", "", do_plain, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD_WITH_NAMES("Seek", "x", SD_BUS_PARAM(Offset), "", , do_seek,
                             SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD_WITH_NAMES("SetPosition", "ox",
                             SD_BUS_PARAM(TrackId) SD_BUS_PARAM(Position), "", ,
                             do_set_position, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_SIGNAL_WITH_NAMES("Seeked", "x", SD_BUS_PARAM(Position), 0),
    SD_BUS_PROPERTY("PlaybackStatus", "s", get_state, 0,
                    SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
    SD_BUS_WRITABLE_PROPERTY("Rate", "d", get_rate, set_rate, 0,
                             SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE |
                                 SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_PROPERTY("MinimumRate", "d", get_rate, 0,
                    SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
    SD_BUS_PROPERTY("MaximumRate", "d", get_rate, 0,
                    SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
    SD_BUS_PROPERTY("Metadata", "a{sv}", get_metadata, 0,
                    SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
    SD_BUS_WRITABLE_PROPERTY("Volume", "d", get_volume, set_volume, 0,
                             SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE |
                                 SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_PROPERTY("Position", "x", get_position, 0, 0),
    SD_BUS_PROPERTY("CanGoNext", "b", get_true, 0,
                    SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
    SD_BUS_PROPERTY("CanGoPrevious", "b", get_true, 0,
                    SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
    SD_BUS_PROPERTY("CanPlay", "b", get_true, 0,
                    SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
    SD_BUS_PROPERTY("CanPause", "b", get_true, 0,
                    SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
    SD_BUS_PROPERTY("CanSeek", "b", get_true, 0,
                    SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
    SD_BUS_PROPERTY("CanControl", "b", get_true, 0, 0),
    SD_BUS_VTABLE_END,
};

/* --- On the bus and off --- */

static int ignore_answer(sd_bus_message *reply, void *context,
                         sd_bus_error *error)
{
  (void)reply, (void)context, (void)error;
  return 0;
}

/* A second player takes a name that nobody else has; without any name the
   session plays on. */
static int name_answered(sd_bus_message *reply, void *context,
                         sd_bus_error *error)
{
  (void)error;
  const struct media *media = context;
  struct sd_bus *bus = bus_session(media->bus);
  uint32_t answer = NAME_EXISTS;
  if (!sd_bus_message_is_method_error(reply, NULL)) {
    sd_bus_message_read(reply, "u", &answer);
  }
  if (bus && answer != NAME_OWNED && answer != NAME_ALREADY_OWNED) {
    char name[64];
    snprintf(name, sizeof(name), NAME ".instance%ld", (long)getpid());
    sd_bus_request_name_async(bus, NULL, name, 0, ignore_answer, NULL);
  }
  return 0;
}

static bool remember(struct media *media, const struct media_view *view)
{
  char *title = strdup(view->title ? view->title : "");
  char *album = strdup(view->album ? view->album : "");
  if (!title || !album) {
    free(title);
    free(album);
    return false;
  }
  free(media->title);
  free(media->album);
  media->title = title;
  media->album = album;
  media->told = *view;
  media->told.title = title;
  media->told.album = album;
  return true;
}

static int appear(struct media *media)
{
  struct sd_bus *bus = bus_session(media->bus);
  int status = sd_bus_add_object_vtable(bus, &media->root, OBJECT, ROOT,
                                        root_table, media);
  if (status >= 0) {
    status = sd_bus_add_object_vtable(bus, &media->player, OBJECT, PLAYER,
                                      player_table, media);
  }
  if (status >= 0) {
    status = sd_bus_request_name_async(bus, &media->name, NAME, 0,
                                       name_answered, media);
  }
  return status;
}

enum status media_create(struct bus *bus, const struct media_owner *owner,
                         struct media **media)
{
  if (!bus_session(bus)) {
    return STATUS_UNSUPPORTED;
  }
  struct media *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  made->bus = bus;
  made->owner = *owner;
  const struct media_view view = view_of(made);
  if (!remember(made, &view) || appear(made) < 0) {
    media_destroy(made);
    return STATUS_UNSUPPORTED;
  }
  *media = made;
  return STATUS_OK;
}

void media_destroy(struct media *media)
{
  if (!media) {
    return;
  }
  sd_bus_slot_unref(media->name);
  sd_bus_slot_unref(media->player);
  sd_bus_slot_unref(media->root);
  struct sd_bus *bus = bus_session(media->bus);
  if (bus) {
    sd_bus_release_name_async(bus, NULL, NAME, ignore_answer, NULL);
  }
  free(media->title);
  free(media->album);
  free(media);
}

static bool same_track(const struct media_view *one,
                       const struct media_view *other)
{
  return one->number == other->number &&
         one->length_frames == other->length_frames &&
         strcmp(one->title, other->title) == 0 &&
         strcmp(one->album, other->album) == 0;
}

static void tell_changes(struct sd_bus *bus, const struct media_view *before,
                         const struct media_view *now)
{
  const char *names[4];
  size_t count = 0;
  if (now->state != before->state) {
    names[count++] = "PlaybackStatus";
  }
  if (!same_track(before, now)) {
    names[count++] = "Metadata";
  }
  if (now->volume != before->volume) {
    names[count++] = "Volume";
  }
  names[count] = NULL;
  if (count > 0) {
    sd_bus_emit_properties_changed_strv(bus, OBJECT, PLAYER, (char **)names);
  }
}

void media_update(struct media *media)
{
  struct sd_bus *bus = media ? bus_session(media->bus) : NULL;
  if (!bus) {
    return;
  }
  const struct media_view now = view_of(media);
  tell_changes(bus, &media->told, &now);
  if (now.jumps != media->told.jumps) {
    sd_bus_emit_signal(bus, OBJECT, PLAYER, "Seeked", "x",
                       microseconds(now.position_frames));
  }
  remember(media, &now);
}
