# A sound device without hardware: a PulseAudio server of one's own whose only
# sink swallows sound at the pace of a real one and lets it be recorded. To be
# sourced by a test, which sets `device_folder` first. Everything that is
# started here is ended by its process id.

device_start() {
  mkdir -p "$device_folder/run" "$device_folder/state" "$device_folder/home"
  chmod 700 "$device_folder/run"
  cat >"$device_folder/asound.conf" <<'CONF'
</usr/share/alsa/alsa.conf>
pcm.!default { type pulse hint.description "virtual" }
ctl.!default { type pulse }
CONF
  export PULSE_SERVER=unix:$device_folder/run/socket
  export ALSA_CONFIG_PATH=$device_folder/asound.conf
  export PULSE_COOKIE=$device_folder/cookie
  device_boot
}

# The sink never rewinds: with rewinding the first blocks of a stream may be
# swallowed, which no real device does.
device_sink() {
  echo "sink_name=$1 format=float32le rate=48000 channels=2 norewinds=1"
}

# A real device does not lose time to whatever else the machine does; where
# that is allowed, this one does not either.
device_nice() {
  renice -n -11 -p "$1" >/dev/null 2>&1 || true
}

device_boot() {
  rm -f "$device_folder/run/socket"
  XDG_RUNTIME_DIR=$device_folder/run PULSE_RUNTIME_PATH=$device_folder/run \
    PULSE_STATE_PATH=$device_folder/state HOME=$device_folder/home \
    DBUS_SESSION_BUS_ADDRESS=disabled: \
    pulseaudio -n --daemonize=no --use-pid-file=no --exit-idle-time=-1 \
    --disable-shm=yes --realtime=no --high-priority=no \
    -L "module-null-sink $(device_sink virtual)" \
    -L "module-native-protocol-unix auth-anonymous=1 socket=$device_folder/run/socket" \
    >>"$device_folder/server.log" 2>&1 </dev/null 3>&- &
  device_server=$!
  device_nice "$device_server"
  device_await pactl info || {
    echo "the sound server did not start:"
    cat "$device_folder/server.log"
    return 1
  }
}

# device_await COMMAND...: until it succeeds, ten seconds at most.
device_await() {
  local try
  for try in {1..200}; do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.05
  done
  return 1
}

device_has_recorded() {
  [ "$(stat -c %s "$1")" -gt 16384 ]
}

# device_record FILE [SINK]: what a sink plays from now on, as raw interleaved
# stereo floats. Returns once the recorder, device_recorder, delivers.
device_record() {
  : >"$1"
  parec -d "${2:-virtual}.monitor" --format=float32le --rate=48000 --channels=2 \
    --latency-msec=10 --raw "$1" >>"$device_folder/server.log" 2>&1 3>&- &
  device_recorder=$!
  device_nice "$device_recorder"
  device_await device_has_recorded "$1"
}

# Lets the tail arrive, then ends the recording.
device_record_end() {
  sleep 0.4
  device_end "$device_recorder"
  device_recorder=
}

device_end() {
  [ -n "$1" ] || return 0
  kill "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

device_kill() {
  kill -KILL "$device_server"
  wait "$device_server" 2>/dev/null || true
  device_server=
}

device_freeze() { kill -STOP "$device_server"; }
device_thaw() { kill -CONT "$device_server"; }
device_suspend() { pactl suspend-sink virtual 1; }
device_resume() { pactl suspend-sink virtual 0; }
device_remove() { pactl unload-module module-null-sink; }
device_add() {
  pactl load-module module-null-sink $(device_sink "${1:-virtual}") >/dev/null
}

device_stop() {
  device_end "${device_recorder:-}"
  if [ -n "${device_server:-}" ]; then
    kill -CONT "$device_server" 2>/dev/null || true
    device_end "$device_server"
  fi
  device_recorder=
  device_server=
}
