# A keyboard in a pseudo-terminal, and what is printed there.

# terminal SCRIPT: runs the program in a pseudo-terminal under expect, which
# sends keys and waits for lines; the settings before and after are compared by
# the same shell that started it.
terminal() {
  cat >run.exp <<'END'
set timeout 20
log_file -noappend transcript
proc fails {what} { puts "no $what"; exit 1 }
proc hears {line} {
  expect -ex $line {} timeout { fails $line } eof { fails $line }
}
proc press {keys} { send -- $keys }
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
