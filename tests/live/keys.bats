# The keyboard in a pseudo-terminal: what keys say, and the terminal's settings
# afterwards, whatever happened.

source "$BATS_TEST_DIRNAME/helper.bash"
source "$BATS_TEST_DIRNAME/terminal.bash"

write_session() {
  cat >session.routine <<'END'
title A quiet hour
step First
say Lie down.
hold 7 minutes without cues
step Second
say Turn over.
wait for me
say Good.
END
}

caption() { device_speed=2 terminal "$SUPINE" play session.routine --captions; }
play() { device_speed=2 terminal "$SUPINE" play session.routine --from 1; }

@test "every key while playing, paused and waiting" {
  write_session
  caption <<'END'
proc extends {} {
  global expect_out
  expect -re {30 seconds more, ([^.]*) left} {} \
    timeout { fails "longer hold" } eof { fails "longer hold" }
  regexp {^(\d+) minutes( 30 seconds)?$} $expect_out(1,string) all minutes half
  expr {60 * $minutes + ($half ne "" ? 30 : 0)}
}
hears "Lie down."
rests
press " "
hears "Paused. First."
press "w"
hears "Paused. Step 1 of 2. First."
press "0"
hears "Going on."
press "r"
hears "Lie down."
press "+"
hears "70 per cent volume."
press "-"
hears "60 per cent volume."
press "\["
hears "80 per cent background."
press "\]"
hears "100 per cent background."
press ">"
hears "Faster,"
press "<"
hears "Slower, 100 per cent."
press "s"
hears "10 minutes, then sleep."
press "ssss"
hears "Sleep timer off."
press "?"
hears "Keys say what they do."
press "\033OC"
hears "Go to the next step."
press "q"
hears "The keys work again."
press "e"
extends
# No time passes in a pause, so that each adds what it says to the second.
press " "
hears "Paused. First."
press "8"
set left [extends]
press "\033\[A"
if {[extends] != $left + 30} { fails "30 seconds beyond $left" }
press "0"
hears "Going on."
press "\033\[C"
hears "Step 2 of 2. Second."
press "\033\[D"
hears "Back in step 1 of 2. First."
press "n"
hears "Step 2 of 2. Second."
hears "Waiting for you."
press "5"
hears "This is the last step."
press " "
press "zz"
hears "Press space to pause, F1 for the keys"
press "\033"
hears "Stopped. Your place is kept."
END
  [ "$(cat status)" -eq 0 ]
}

@test "without message buses it plays and is driven by keys all the same" {
  [ -x "$BUILD/tests/supine_without_bus" ]
  [ -z "$(readelf -d "$BUILD/tests/supine_without_bus" | grep libsystemd)" ]
  readelf -d "$SUPINE" | grep libsystemd
  write_session
  SUPINE=$BUILD/tests/supine_without_bus caption <<'END'
hears "Lie down."
rests
press " "
hears "Paused. First."
press " "
hears "Going on."
press "q"
hears "Stopped."
END
  [ "$(cat status)" -eq 0 ]
}

@test "signals end the session with the place kept and the terminal restored" {
  write_session
  for row in INT:130 TERM:143 HUP:129 QUIT:131 SEGV:139 ABRT:134; do
    play <<END
hears "Step 1 of 2. First."
plays 1
exec kill -${row%%:*} [exec cat process]
END
    [ "$(cat status)" -eq "${row#*:}" ]
  done
  "$SUPINE" history | grep "Unfinished: A quiet hour, step 1 of 2"
}

@test "a signal while a session is planned finds the terminal's settings" {
  mkdir -p "$XDG_DATA_HOME/supine/routines"
  {
    printf 'title A long one\n'
    seq -f 'say This is sentence number %.0f of a long routine.' 2000
  } >"$XDG_DATA_HOME/supine/routines/a-long-one.routine"
  terminal "$SUPINE" <<'END'
hears "Supine. Choose what to play."
press "a"
hears "space to start."
press " "
hears "Planning"
exec kill -TERM [exec cat process]
END
  [ "$(cat status)" -eq 143 ]
}

@test "a stopped program gives the terminal back, and takes it again" {
  write_session
  play <<'END'
hears "Step 1 of 2. First."
set terminal $spawn_out(slave,name)
set playing [exec stty -g <$terminal]
exec kill -TSTP [exec cat process]
hears "Paused. First."
proc settings_are {wanted} {
  awaits {expr {[exec stty -g <$::terminal] eq $wanted}} "settings as they were"
}
settings_are [exec cat before]
exec kill -CONT [exec cat process]
settings_are $playing
hears "Paused. Step 1 of 2. First."
# It stays paused until it is asked.
plays 2
press "w"
hears "Paused. Step 1 of 2. First."
press " "
press "q"
hears "Stopped."
END
}

# heard NAME ARGUMENTS...: a session that plays to its end in the background,
# with what it prints in the file NAME.
heard() {
  local name=$1
  shift
  (echo qqqq | { timeout 120 "$SUPINE" "$@" >"$name" 3>&-; cat >"$name.rest"; }) &
  listeners+=($!)
}

@test "lines are plain, captions and quiet are kept, other input is not read" {
  write_session
  sed -i 's/7 minutes/1 second/; s/^wait.*/pause 1 second/' session.routine
  printf 'title Odd\nstep A\033]0;x\007b\nsay One.\npause 1 second\n' >odd.routine
  listeners=() device_speed=8
  heard odd play odd.routine --from 1
  heard captions play session.routine --captions
  heard quiet play session.routine --quiet --from Second
  heard plain play session.routine --from 1
  for listener in "${listeners[@]}"; do
    wait "$listener"
  done
  # Nothing is redrawn, and control characters never arrive.
  grep -q '^Step 1 of 1' odd
  if grep "$(printf '[\033\007\r]')" odd; then
    cat -v odd
    return 1
  fi
  grep -x "Lie down." captions
  grep -x "Turn over." captions
  [ ! -s quiet ]
  grep -q "Step 2 of 2" plain
  # A pipe is not the keyboard.
  for name in odd captions quiet plain; do
    [ "$(cat "$name.rest")" = qqqq ]
  done
}
