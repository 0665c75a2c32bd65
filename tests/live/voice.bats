#!/usr/bin/env bats
# The process that speaks is killed, hung and made to crash, while a session is
# planned and while it answers: one sentence may be missing, and no more.

source "$BATS_TEST_DIRNAME/helper.bash"
source "$BATS_TEST_DIRNAME/terminal.bash"

listen() { device_speed=4 terminal "$SUPINE" play session.routine --captions; }

# voice_of PROCESS: the process that speaks for it leads a session of its own.
cat_voice_of() {
  cat >voice-of.sh <<'END'
ps -o pid=,sid= --ppid "$1" | awk '$1 == $2 { print $1 }'
END
}

@test "a voice that was killed or hangs is replaced before it answers" {
  cat_voice_of
  cat >session.routine <<'END'
title A quiet hour
step First
say Lie down.
hold 9 minutes without cues
END
  listen <<'END'
hears "Lie down."
exec kill -KILL [exec sh voice-of.sh [exec cat process]]
press " "
hears "Paused. First."
exec kill -STOP [exec sh voice-of.sh [exec cat process]]
press "w"
hears "Paused. Step 1 of 1. First."
press "q"
hears "Stopped. Your place is kept."
END
  [ "$(cat status)" -eq 0 ]
  [ "$(grep -c "does not answer" transcript)" -eq 0 ]
}

@test "a voice that cannot be started again is told once, and ticks answer" {
  cat_voice_of
  cat >session.routine <<'END'
title A quiet hour
step First
say Lie down.
hold 5 seconds without cues
say And rest.
hold 9 minutes without cues
END
  listen <<'END'
hears "Lie down."
press " "
hears "Paused. First."
set process [exec cat process]
exec kill -KILL [exec sh voice-of.sh $process]
exec prlimit --pid $process --nofile=3
press "w"
hears "Paused. Step 1 of 1. First."
hears "The voice does not answer. A tick stands for it."
press " "
hears "And rest."
press "w"
hears "Step 1 of 1. First."
press "q"
hears "Stopped. Your place is kept."
END
  [ "$(cat status)" -eq 0 ]
  [ "$(grep -c "does not answer" transcript)" -eq 1 ]
}

# write_sentences COUNT: so many that it takes a while to speak them.
write_sentences() {
  printf 'title Much to say\nstep First\n'
  local i
  for ((i = 0; i < $1; i++)); do
    echo "say Breath number $i, slow and easy, and then another one."
  done
}

# trouble_while COMMAND...: runs it while 900 sentences have to be spoken, until
# TROUBLE succeeds with the process that speaks.
trouble_while() {
  local voice
  cat_voice_of
  write_sentences 900 >session.routine
  "$@" >lines 2>&1 3>&- </dev/null &
  session=$!
  until voice=$(sh voice-of.sh "$session") && speaks "$voice" &&
    "${trouble[@]}" "$voice"; do
    [ ! -s lines ]
  done
}

speaks() { [ -n "$1" ] && [ -n "$(cat "/proc/$1/task/$1/children")" ]; }

@test "a voice that is killed or hangs while a session is planned is replaced" {
  for signal in KILL STOP; do
    trouble=(kill -"$signal")
    trouble_while "$SUPINE" plan session.routine --json
    wait "$session"
    jq -e '[.events[] | select(.kind == "say")] | length == 900' lines
  done
}

@test "sentences that crash the voice are left out, and that is said once" {
  trouble=(pkill -SEGV -P)
  trouble_while "$SUPINE" play session.routine --captions
  await grep -q "left out" lines
  kill "$session"
  wait "$session" || true
  cat lines
  [ "$(grep -c "The voice could not speak some sentences. They are left out.$" \
    lines)" -eq 1 ]
}
