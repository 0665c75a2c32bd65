# Media buttons on a private bus, driven as desktops and headsets drive them.

source "$BATS_TEST_DIRNAME/helper.bash"

name=org.mpris.MediaPlayer2.supine
object=/org/mpris/MediaPlayer2
player=org.mpris.MediaPlayer2.Player

setup_file() {
  for tool in playerctl gdbus dbus-daemon; do
    command -v "$tool" >/dev/null || {
      echo "$tool is not installed."
      return 1
    }
  done
}

# play ROUTINE: on a bus of its own, in the background.
start() {
  cat >session.routine <<'END'
title A quiet hour
author Somebody
step First
hold 9 minutes without cues
step Second
hold 9 minutes without cues
step Third
hold 9 minutes without cues
END
  exec 6< <(exec dbus-daemon --session --print-address --nofork 3>&- 2>&1)
  bus_process=$!
  read -r DBUS_SESSION_BUS_ADDRESS <&6
  export DBUS_SESSION_BUS_ADDRESS
  "$SUPINE" play session.routine --from 1 >lines 2>&1 3>&- </dev/null &
  session=$!
  await get PlaybackStatus
}

finish() {
  kill "$session" 2>/dev/null || true
  wait "$session" || true
  kill "$bus_process"
}

call() {
  gdbus call --session --dest "${to:-$name}" --object-path "$object" \
    --method "$@"
}

get() { call org.freedesktop.DBus.Properties.Get "$player" "$1"; }
status_is() { get PlaybackStatus | grep -q "'$1'"; }
number_is() { get Metadata | grep -q "'xesam:trackNumber': <$1>"; }
position() { get Position | grep -o '[0-9]*' | tail -n 1; }
set_property() {
  call org.freedesktop.DBus.Properties.Set "$player" "$1" "$2"
}

# monitor: writes what is told into the file `signals`.
monitor() {
  gdbus monitor --session --dest "$name" >signals 3>&- &
  monitor=$!
  await grep "is owned by" signals
}

# What was told by now arrives before the answer to a last call.
monitor_end() {
  set_property Volume '<0.25>'
  await grep "'Volume': <0.25>" signals
  kill "$monitor"
}

# refused COMMAND...: it fails, with what it says in `refusal`.
refused() { ! "$@" 2>refusal; }

@test "the desktop entry is one that is installed" {
  start
  call org.freedesktop.DBus.Properties.Get org.mpris.MediaPlayer2 \
    DesktopEntry >entry
  grep -F "<'org.supine.supine'>" entry
  DESTDIR=$PWD/installed cmake --install "$BUILD" >/dev/null
  find installed -path '*/share/applications/org.supine.supine.desktop' |
    grep .
}

@test "every property and method has its exact type" {
  start
  gdbus introspect --session --dest "$name" --object-path "$object" --xml \
    >found.xml
  for row in Quit: Raise: CanQuit:b CanRaise:b HasTrackList:b Identity:s \
    DesktopEntry:s SupportedUriSchemes:as SupportedMimeTypes:as \
    Next: Previous: Pause: PlayPause: Stop: Play: \
    PlaybackStatus:s Rate:d 'Metadata:a{sv}' Volume:d Position:x \
    MinimumRate:d MaximumRate:d CanGoNext:b CanGoPrevious:b CanPlay:b \
    CanPause:b CanSeek:b CanControl:b; do
    member=${row%%:*} type=${row#*:}
    if [ -n "$type" ]; then
      grep -F "<property name=\"$member\" type=\"$type\"" found.xml
    else
      grep -F "<method name=\"$member\"" found.xml
    fi
  done
  for writable in Rate Volume; do
    grep "<property name=\"$writable\"" found.xml | grep 'access="readwrite"'
  done
  call org.freedesktop.DBus.Properties.GetAll "$player" >all
  call org.freedesktop.DBus.Properties.GetAll org.mpris.MediaPlayer2 >>all
  while read -r value; do
    grep -F "$value" all
  done <<'END'
'mpris:trackid': <objectpath '/io/supine/step/1'>
'mpris:length': <int64 5
'xesam:trackNumber': <1>
'xesam:title': <'First'>
'xesam:album': <'A quiet hour'>
'xesam:artist': <['Somebody']>
'Position': <int64 
'Rate': <1.0>
'Volume': <0.59999999999999998>
'MinimumRate': <1.0>
'MaximumRate': <1.0>
'CanGoNext': <true>
'CanGoPrevious': <true>
'CanPlay': <true>
'CanPause': <true>
'CanSeek': <true>
'CanControl': <true>
'Identity': <'Supine'>
'CanQuit': <true>
'CanRaise': <false>
'HasTrackList': <false>
'SupportedUriSchemes': <@as []>
'SupportedMimeTypes': <@as []>
END
  finish
}

@test "what it cannot do is refused or changes nothing" {
  start
  gdbus introspect --session --dest "$name" --object-path "$object" --xml \
    >found.xml
  for absent in OpenUri LoopStatus Shuffle Fullscreen TrackList; do
    refused grep "\"$absent" found.xml
  done
  refused call "$player.OpenUri" file:///tmp/x.wav
  grep UnknownMethod refusal
  for refused in "open file:///tmp/x.wav" "loop Track" "shuffle On"; do
    refused playerctl -p supine $refused
  done
  for constant in Position:'<int64 5>' PlaybackStatus:"<'Stopped'>" \
    CanGoNext:'<false>' MinimumRate:'<0.5>' Metadata:'<@a{sv} {}>'; do
    refused set_property "${constant%%:*}" "${constant#*:}"
  done
  # Of the wrong type.
  refused set_property Volume "<'loud'>"
  refused call "$player.Seek" far
  call org.mpris.MediaPlayer2.Raise
  status_is Playing
  number_is 1
  finish
}

@test "play and pause are idempotent and told at once" {
  start
  monitor
  call "$player.Pause"
  status_is Paused
  call "$player.Pause"
  status_is Paused
  call "$player.Play"
  status_is Playing
  call "$player.Play"
  status_is Playing
  call "$player.PlayPause"
  status_is Paused
  monitor_end
  [ "$(grep -c "'PlaybackStatus': <'Paused'>" signals)" -eq 2 ]
  [ "$(grep -c "'PlaybackStatus': <'Playing'>" signals)" -eq 1 ]
  finish
}

@test "next and previous keep a pause, and the ends hold" {
  start
  call "$player.Pause"
  call "$player.Next"
  number_is 2
  status_is Paused
  call "$player.Previous"
  number_is 1
  status_is Paused
  monitor
  call "$player.Previous"
  number_is 1
  monitor_end
  grep -q "Seeked" signals
  call "$player.Stop"
  call "$player.Next"
  number_is 2
  status_is Stopped
  call "$player.Previous"
  number_is 1
  status_is Stopped
  call "$player.Play"
  call "$player.Next"
  call "$player.Next"
  call "$player.Next"
  status_is Stopped
  call "$player.Play"
  number_is 3
  status_is Playing
  finish
}

@test "seeking clamps, goes on to the next step, and is told" {
  start
  call "$player.Pause"
  monitor
  call "$player.Seek" 20000000
  [ "$(position)" -ge 20000000 ]
  call "$player.Seek" -- -90000000
  [ "$(position)" -eq 0 ]
  call "$player.SetPosition" /io/supine/step/1 10000000
  [ "$(position)" -eq 10000000 ]
  call "$player.SetPosition" /io/supine/step/2 20000000
  call "$player.SetPosition" /io/supine/step/1 -- -5
  call "$player.SetPosition" /io/supine/step/1 900000000
  [ "$(position)" -eq 10000000 ]
  call "$player.Seek" 900000000
  number_is 2
  monitor_end
  [ "$(grep -c Seeked signals)" -eq 4 ]
  grep "'Metadata': .*'xesam:trackNumber': <2>" signals
  refused grep "'Position'" signals
  finish
}

@test "volume is bounded and told, and the rate stays one" {
  start
  monitor
  set_property Volume '<-0.5>'
  get Volume | grep '<0.0>'
  set_property Volume '<1.5>'
  get Volume | grep '<1.0>'
  set_property Volume '<0.4>'
  get Volume | grep '<0.4'
  set_property Rate '<2.0>'
  get Rate | grep '<1.0>'
  status_is Playing
  set_property Rate '<0.0>'
  status_is Paused
  monitor_end
  grep "'Volume': <0.4" signals
  finish
}

@test "playerctl finds it and drives it" {
  start
  playerctl -l | grep -x supine
  [ "$(playerctl -p supine status)" = Playing ]
  playerctl -p supine pause
  playerctl -p supine pause
  [ "$(playerctl -p supine status)" = Paused ]
  playerctl -p supine position 112
  [ "$(playerctl -p supine position | cut -d . -f 1)" -eq 112 ]
  playerctl -p supine position 5+
  [ "$(playerctl -p supine position | cut -d . -f 1)" -eq 117 ]
  playerctl -p supine next
  [ "$(playerctl -p supine metadata title)" = Second ]
  playerctl -p supine previous
  playerctl -p supine volume 0.5
  playerctl -p supine volume | grep '^0.5'
  playerctl -p supine play-pause
  [ "$(playerctl -p supine status)" = Playing ]
  [ "$(playerctl -p supine position | cut -d . -f 1)" -ge 117 ]
  playerctl -p supine stop
  [ "$(playerctl -p supine status)" = Stopped ]
  # The step begins anew.
  playerctl -p supine play-pause
  [ "$(playerctl -p supine status)" = Playing ]
  [ "$(playerctl -p supine position | cut -d . -f 1)" -lt 117 ]
  finish
}

@test "a second player takes a name of its own, and Quit ends one" {
  start
  "$SUPINE" play session.routine >other 2>&1 3>&- </dev/null &
  other=$!
  to=$name.instance$other
  await get PlaybackStatus
  call org.mpris.MediaPlayer2.Quit
  wait "$other"
  to=$name
  status_is Playing
  finish
}
