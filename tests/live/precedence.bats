#!/usr/bin/env bats
# The threads that make sound come before everything else the machine does.

DEVICE=virtual-audio
source "$BATS_TEST_DIRNAME/helper.bash"

# classes PROCESS: the scheduling classes of its threads and its children's.
classes() {
  ps -L -o cls= -p "$1" --ppid "$1" | sort | uniq -c | tr -s ' '
}

@test "only threads of the device ask for precedence, and they get it" {
  "$SUPINE" play welcome </dev/null >lines 2>&1 3>&- &
  local session=$!
  await grep -q "Step 1" lines
  classes "$session" >found
  kill "$session"
  wait "$session" || true
  cat found
  # PortAudio's thread and the one of the server's library, if one may ask.
  if chrt --rr 1 true; then
    grep -q ' 2 RR' found
  else
    [ -z "$(grep RR found)" ]
  fi
  # The session itself, what speaks, and what watches over the device.
  [ "$(sed -n 's/ \([0-9]*\) TS/\1/p' found)" -ge 3 ]
}
