# What the tests of the shipped routines share: a home of its own and no sound
# device.

FACTS=$BATS_TEST_DIRNAME
SCRIPTS=$BATS_TEST_DIRNAME/../../scripts

setup() {
  export HOME=$BATS_TEST_TMPDIR
  export XDG_DATA_HOME=$HOME/data XDG_STATE_HOME=$HOME/state
  export XDG_CONFIG_HOME=$HOME/config XDG_RUNTIME_DIR=$HOME
  export PULSE_SERVER=unix:$HOME/no-pulse ALSA_CONFIG_PATH=$HOME/no-alsa
  export DBUS_SESSION_BUS_ADDRESS=disabled: LC_ALL=C.UTF-8
  cd "$BATS_TEST_TMPDIR"
}

# rows FILE: the lines of a table, without remarks and blanks around the bars.
rows() {
  sed -e '/^#/d' -e '/^$/d' -e 's/ *| */|/g' "$FACTS/$1"
}

# routines: the names of all routines that ship.
routines() {
  find "$SCRIPTS" -name '*.routine' -printf '%f\n' | sed 's/\.routine$//' |
    sort -u
}

# file_of NAME: where a routine that ships lies.
file_of() {
  find "$SCRIPTS" -name "$1.routine" | head -n 1
}

# request NAME ROUTINE SETTING...: a line that asks for a timetable.
request() {
  printf '%s\t%s' "$1" "$2"
  shift 2
  [ $# = 0 ] || printf -- '\t--set\t%s' "$@"
  echo
}

# plan_all FOLDER: makes every timetable that standard input asks for. What
# became of each is in FOLDER/ended.
plan_all() {
  "$BUILD/tests/plan_many" "$1" >"$1/ended"
}

# ended STATUS: the names of the requests that ended so, from FOLDER/ended on
# standard input.
ended() {
  sed -n "s/ $1\$//p" | sort
}

# none_in FILE: prints what is wrong, and fails unless that is nothing.
none_in() {
  cat "$1"
  [ ! -s "$1" ]
}
