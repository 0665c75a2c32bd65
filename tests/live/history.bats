# The history is spoken as well as printed.

source "$BATS_TEST_DIRNAME/helper.bash"
source "$BATS_TEST_DIRNAME/terminal.bash"

write_history() {
  mkdir -p "$XDG_STATE_HOME/supine"
  cat >"$XDG_STATE_HOME/supine/history" <<'END'
2026-11-20 07:05, A quiet hour, finished, 16 minutes.
2026-11-21 21:30, Rest, stopped in step 3 of 9, 4 minutes.
END
}

# spoken_seconds FILE: how long something is heard in a recording.
spoken_seconds() {
  sox -t f32 -r 48000 -c 2 "$1" -t f32 -r 48000 -c 1 - \
    silence -l 1 0.05 1% -1 0.3 1% | wc -c | awk '{ print int($1 / 4 / 48000) }'
}

@test "on a terminal the lines are spoken, and a key goes on" {
  write_history
  device_record whole.raw
  export device_speed=4
  terminal "$SUPINE" history <<'END'
hears "stopped in step 3 of 9"
END
  device_record_end
  [ "$(cat status)" -eq 0 ]
  # Two lines of ten words and more.
  [ "$(spoken_seconds whole.raw)" -ge 8 ]

  device_record cut.raw
  terminal "$SUPINE" history <<'END'
hears "stopped in step 3 of 9"
plays 2
press "\033"
END
  device_record_end
  [ "$(cat status)" -eq 0 ]
  [ "$(spoken_seconds cut.raw)" -lt "$(spoken_seconds whole.raw)" ]
}

@test "what reads the lines is not spoken to, and no device is no trouble" {
  write_history
  device_record silent.raw
  "$SUPINE" history >lines
  device_record_end
  [ "$(wc -l <lines)" -eq 2 ]
  [ "$(spoken_seconds silent.raw)" -eq 0 ]
  device_stop
  terminal "$SUPINE" history <<'END'
hears "stopped in step 3 of 9"
END
  [ "$(cat status)" -eq 0 ]
}
