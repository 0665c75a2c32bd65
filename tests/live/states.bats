# Every key in every state of a session, in pseudo-terminals: what is said.

source "$BATS_TEST_DIRNAME/helper.bash"
source "$BATS_TEST_DIRNAME/terminal.bash"

write_session() {
  cat >session.routine <<'END'
title A quiet hour
step First
hold 50 minutes without cues
step Second
say Turn over.
hold 50 minutes without cues
step Third
wait for me
say Good.
hold 50 minutes without cues
step Fourth
hold 50 minutes without cues
END
}

# A row a key: what is said to it while the session plays, is paused, waits,
# answers another key, and describes keys. Those of `stay` are pressed one after
# the other; those of `move` are the last of a session each.
write_table() {
  cat >table <<'END'
set columns {playing 1 paused 2 waiting 3 answering 4 describing 5}
set where {Step 2 of 4. Second.}
set stopped {Stopped. Your place is kept.}
set no_hold {There is no hold here that could be longer.}
proc alike {text help} { list $text $text $text $text $help }
set stay [list \
  [list "+" {*}[alike "70 per cent volume." "Make the voice louder."]] \
  [list "-" {*}[alike "60 per cent volume." "Make the voice softer."]] \
  [list "\]" {*}[alike "120 per cent background." \
    "Make the background louder."]] \
  [list "\[" {*}[alike "100 per cent background." \
    "Make the background softer."]] \
  [list ">" {*}[alike "Faster, 110 per cent." "Speak faster."]] \
  [list "<" {*}[alike "Slower, 100 per cent." "Speak slower."]] \
  [list "s" {*}[alike "10 minutes, then sleep." "Set the sleep timer."]] \
  [list "d" {*}[alike "There is nothing more about this step." \
    "Tell more about this movement."]] \
  [list "z" "" "" "" "" "This key does nothing."] \
  [list "e" "30 seconds more," "30 seconds more," $no_hold \
    "30 seconds more," "Make this hold 30 seconds longer."] \
  [list "r" "Turn over." "Turn over." "Step 3 of 4. Third." "Turn over." \
    "Say the last instruction again, in full."] \
  [list "w" $where "Paused. $where" "Step 3 of 4. Third." $where \
    "Say where you are."]]
set move [list \
  [list " " "Paused. Second." "Going on." "Good." "Paused. Second." \
    "Pause, or go on."] \
  [list "n" "Step 3 of 4. Third." "Paused. Step 3 of 4. Third." \
    "Step 4 of 4. Fourth." "Step 3 of 4. Third." "Go to the next step."] \
  [list "p" $where "Paused. $where" $where $where \
    "Go back to the step's start, or to the step before."] \
  [list "\033OP" {*}[alike "Keys say what they do." "The keys work again."]] \
  [list "m" {*}[alike $stopped "Go back to the menu."]] \
  [list "q" {*}[alike $stopped "The keys work again."]] \
  [list "\033" {*}[alike $stopped "The keys work again."]]]
proc enter {state} {
  if {$state eq "waiting"} { hears "Step 3. Third." } { hears "Turn over." }
  rests
  if {$state eq "paused"} { press " "; hears "Paused. Second."; rests }
  if {$state eq "describing"} { press "?"; hears "Keys say"; rests }
}
proc press_row {state row} {
  global columns
  if {$state eq "answering"} { press "w"; hears "Step 2 of 4." }
  press [lindex $row 0]
  set said [lindex $row [dict get $columns $state]]
  if {$said ne ""} { hears $said }
  return $said
}
# Out of the describer, the session and the menu.
proc leave {} {
  awaits {catch { press "\033" }; after 250; file exists status} "end"
}
END
}

# session STATE: a session of its own, in that state, for the expect script.
session() {
  local from=2
  [ "$1" != waiting ] || from=3
  { cat table; printf 'enter %s\n' "$1"; cat; } >"$1.exp"
  terminal "$SUPINE" play session.routine --from "$from" --captions <"$1.exp"
}

# lane STATE KEYS: in a folder, with a memory and a device of its own.
lane() {
  local key state=$1
  mkdir "$1-$2"
  cd "$1-$2" || return 1
  export XDG_STATE_HOME=$PWD/state device_speed=4
  device_record played
  write_session
  write_table
  if [ "$2" = stay ]; then
    session "$state" <<END
foreach row \$stay { if {[press_row $state \$row] ne ""} rests }
leave
END
    return
  fi
  for key in 0 1 2 3 4 5 6; do
    # The volume is remembered, and the place: begin afresh.
    rm -rf "$XDG_STATE_HOME"
    session "$state" <<END || return 1
press_row $state [lindex \$move $key]
leave
END
  done
}

@test "every key in every state says what it should" {
  local state keys one lanes=() failed=0
  for state in playing paused waiting answering describing; do
    for keys in stay move; do
      lane "$state" "$keys" >"$state-$keys.log" 2>&1 3>&- &
      lanes+=("$state-$keys:$!")
    done
  done
  for one in "${lanes[@]}"; do
    if ! wait "${one#*:}"; then
      failed=1
      echo "${one%:*}:"
      tail -n 5 "${one%:*}.log"
    fi
  done
  [ "$failed" -eq 0 ]
}
