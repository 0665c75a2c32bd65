# A keyboard in a pseudo-terminal, and what is printed and heard there.

# terminal SCRIPT: runs the program in a pseudo-terminal under expect, which
# sends keys and waits for lines; the settings before and after are compared by
# the same shell that started it.
#
#   hears LINE     until that is printed
#   press KEYS     types them
#   plays SECONDS  until the patient device has played so much more
#   rests          until what was answered to the last key is over
terminal() {
  rm -f status
  cat >run.exp <<'END'
set timeout 60
log_file -noappend transcript
set device $env(device_file)
close [open $device w]
set pressed 0
proc fails {what} { puts "no $what"; exit 1 }
proc hears {line} {
  expect -ex $line {} timeout { fails $line } eof { fails $line }
}
proc press {keys} {
  set ::pressed [file size $::device]
  send -- $keys
}
proc awaits {condition what} {
  set end [expr {[clock seconds] + 60}]
  while {![uplevel $condition]} {
    if {[clock seconds] > $end} { fails $what }
    after 20
  }
}
proc plays {seconds} {
  set end [expr {[file size $::device] + round($seconds * 48000) * 8}]
  awaits {expr {[file size $::device] >= $end}} "$seconds more seconds"
}
proc sounds_from {byte} {
  set file [open $::device rb]
  seek $file [expr {max(0, $byte)}]
  set sounds [expr {[string trim [read $file] "\0"] ne ""}]
  close $file
  return $sounds
}
# Between sentences is silence of a second.
proc rests {} {
  awaits {sounds_from $::pressed} "answer heard"
  awaits {expr {![sounds_from [expr {[file size $::device] - 480000}]]}} \
    "silence after an answer"
}
END
  cat >shell.sh <<'END'
stty -g >before
sh -c 'echo $$ >process; exec "$@"' sh "$@"
echo $? >status
stty -g >after
END
  echo "spawn -noecho sh shell.sh $*" >>run.exp
  cat >>run.exp
  printf 'expect eof\nwait\n' >>run.exp
  if ! expect run.exp >said; then
    cat said
    return 1
  fi
  [ -s before ]
  cmp before after
}
