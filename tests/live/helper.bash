# What every live test begins with: a home and a sound device of its own. The
# device is a patient one, unless DEVICE names another.

source "$BATS_TEST_DIRNAME/../waiting.bash"
source "$BATS_TEST_DIRNAME/${DEVICE:-patient-device}.bash"

setup() {
  device_folder=$BATS_TEST_TMPDIR/device
  export HOME=$BATS_TEST_TMPDIR/home
  mkdir -p "$HOME"
  export XDG_DATA_HOME=$HOME/data XDG_STATE_HOME=$HOME/state
  export XDG_CONFIG_HOME=$HOME/config XDG_RUNTIME_DIR=$HOME
  export DBUS_SESSION_BUS_ADDRESS=disabled: LC_ALL=C.UTF-8
  rig=$BUILD/tests/live_rig
  compare=$BUILD/tests/live_compare
  cd "$BATS_TEST_TMPDIR"
  device_start
}

teardown() {
  device_stop
}
