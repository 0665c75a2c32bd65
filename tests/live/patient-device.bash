# A sound device without hardware that waits for who plays, so that nothing can
# be lost however little time a machine has: ALSA writes into a pipe, at whose
# other end a clock of the player's own takes the sound. To be sourced by a
# test, which sets `device_folder` and BUILD first.
#
# `device_speed` makes the device's time pass so many times as fast as that of
# the wall, for whoever is started from then on.

device_start() {
  mkdir -p "$device_folder"
  cat >"$device_folder/asound.conf" <<'CONF'
pcm.null { type null }
pcm.pulse {
  type file
  slave.pcm null
  file '|exec "$BUILD/tests/live_clock" - "$device_file" "$device_speed"'
  format raw
}
pcm.default pulse
CONF
  export PULSE_SERVER=unix:$device_folder/none
  export ALSA_CONFIG_PATH=$device_folder/asound.conf
  export BUILD device_speed=1 device_file=$device_folder/played
  : >"$device_file"
}

# device_record FILE: what is played from now on, as raw interleaved stereo
# floats.
device_record() {
  export device_file=$PWD/$1
  : >"$device_file"
}

# Ends the recording when all that was played has arrived: a clock holds a lock
# until then.
device_record_end() {
  flock "$device_file" true
  export device_file=$device_folder/played
}

device_stop() {
  export ALSA_CONFIG_PATH=$device_folder/none
}
