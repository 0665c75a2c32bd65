# The rig beside this, played in the background and told what to do.

# rig_start: plays into the file `log`; commands go to descriptor 5.
rig_start() {
  [ -p commands ] || mkfifo commands
  "$rig" play <commands >log 2>&1 3>&- &
  rig_process=$!
  exec 5>commands
  : >log
}

# tell COMMAND: run, pause, skip, more or quit.
tell() {
  echo "$1" >&5
}

# Tells the rig to quit and waits until it has.
rig_end() {
  tell quit
  exec 5>&-
  wait "$rig_process"
}

# field N: of the rig's last whole line.
field() {
  tail -n 2 log | head -n 1 | cut -d ' ' -f "$1"
}

state_is() { [ "$(field 2)" = "$1" ]; }
clock_is() { [ "$(field 3)" = "$1" ]; }
beyond() { [ "$(field 4)" -gt "$1" ]; }
