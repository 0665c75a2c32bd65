# A sound device without hardware: a PulseAudio server of one's own whose sinks
# write into pipes, out of which a clock takes the sound at the pace of a real
# device. To be sourced by a test, which sets `device_folder` and BUILD first.
# Everything that is started here is ended by its process id.

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
  export device_file=$device_folder/virtual.played
  device_clock virtual
  device_boot
}

# A real device does not lose time to whatever else the machine does; where
# that is allowed, this one does not either.
device_precede() {
  chrt --all-tasks --rr --pid 1 "$1" 2>/dev/null || true
}

# device_sink NAME: what the server must know of a sink that writes into a pipe.
device_sink() {
  echo "sink_name=$1 file=$device_folder/$1 format=float32le rate=48000 channels=2"
}

# device_clock NAME [FILE [TIMES]]: lets that sink play, from now on into FILE,
# or else NAME.played; TIMES tells when each piece of it is heard.
device_clock() {
  declare -gA device_clocks
  device_end "${device_clocks[$1]:-}"
  [ -p "$device_folder/$1" ] || mkfifo "$device_folder/$1"
  "$BUILD/tests/live_clock" "$device_folder/$1" \
    "${2:-$device_folder/$1.played}" \
    ${3:+"$3"} >>"$device_folder/server.log" 2>&1 3>&- &
  device_clocks[$1]=$!
  device_precede "$!"
}

device_boot() {
  rm -f "$device_folder/run/socket"
  XDG_RUNTIME_DIR=$device_folder/run PULSE_RUNTIME_PATH=$device_folder/run \
    PULSE_STATE_PATH=$device_folder/state HOME=$device_folder/home \
    DBUS_SESSION_BUS_ADDRESS=disabled: \
    pulseaudio -n --daemonize=no --use-pid-file=no --exit-idle-time=-1 \
    --disable-shm=yes --realtime=no --high-priority=no --log-level=debug \
    -L "module-pipe-sink $(device_sink virtual)" \
    -L "module-native-protocol-unix auth-anonymous=1 socket=$device_folder/run/socket" \
    >>"$device_folder/server.log" 2>&1 </dev/null 3>&- &
  device_server=$!
  await pactl info || {
    echo "the sound server did not start:"
    cat "$device_folder/server.log"
    return 1
  }
  device_precede "$device_server"
}

# device_record FILE [SINK [TIMES]]: what a sink plays from now on, as raw
# interleaved stereo floats.
device_record() {
  device_logged=$(wc -l <"$device_folder/server.log")
  device_clock "${2:-virtual}" "$1" "${3:-}"
}

# Whether the server had nothing to play since the recording began. It fills
# such a gap with silence, and the player hears of some of them only.
device_starved() {
  tail -n +$((device_logged + 1)) "$device_folder/server.log" |
    grep -q 'mplicit underrun of\|nderrun on'
}

# Lets the tail arrive, then ends the recording.
device_record_end() {
  sleep 0.4
  device_clock "${1:-virtual}"
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
device_remove() { pactl unload-module module-pipe-sink; }
device_add() {
  device_clock "${1:-virtual}"
  pactl load-module module-pipe-sink $(device_sink "${1:-virtual}") >/dev/null
}

device_stop() {
  local name
  for name in "${!device_clocks[@]}"; do
    device_end "${device_clocks[$name]}"
  done
  device_clocks=()
  if [ -n "${device_server:-}" ]; then
    kill -CONT "$device_server" 2>/dev/null || true
    device_end "$device_server"
  fi
  device_server=
}
