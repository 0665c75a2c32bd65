# What every command test begins with: a home of its own and no sound device.

source "$BATS_TEST_DIRNAME/../waiting.bash"

setup() {
  home=$BATS_TEST_TMPDIR/home
  mkdir -p "$home"
  export HOME=$home
  export XDG_DATA_HOME=$home/data XDG_STATE_HOME=$home/state
  export XDG_CONFIG_HOME=$home/config XDG_RUNTIME_DIR=$home
  export PULSE_SERVER=unix:$home/no-pulse ALSA_CONFIG_PATH=$home/no-alsa
  export DBUS_SESSION_BUS_ADDRESS=disabled: LC_ALL=C.UTF-8
  cd "$BATS_TEST_TMPDIR"
}

# routine NAME: writes NAME.routine from standard input.
routine() {
  cat >"$1.routine"
}

# lacks PATTERN: succeeds when no line of standard input matches.
lacks() {
  if grep -E "$1"; then
    return 1
  fi
}
