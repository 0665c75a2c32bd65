# Names and titles reach tags, playlists, captions and terminals as plain text.

bats_require_minimum_version 1.5.0
load helper

# Latin-1, an escape sequence, a C1 control, a line feed and an override.
hostile=$'caf\xe9\e[2J\xc2\x9bx\ny\xe2\x80\xae'
controls=$'[\x01-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]'

# is_plain: succeeds when standard input is UTF-8 without control characters.
is_plain() {
  tee all | iconv -f UTF-8 -t UTF-8 >/dev/null
  if LC_ALL=C grep -aqE "$controls" all; then
    cat -v all
    return 1
  fi
}

@test "a file's name becomes a tag of every format" {
  printf 'step One\nsay Hello.\n' >"$hostile.routine"
  for ending in wav flac ogg opus mp3; do
    run -0 "$SUPINE" render "$hostile.routine" -o "out.$ending"
    ffprobe -v error -show_entries format_tags:stream_tags "out.$ending" |
      is_plain
    grep -q $'=caf\xef\xbf\xbd\[2Jx y$' all
  done
}

@test "every playlist has its lines and no more, whatever the names" {
  printf 'title T\e[2J "q" <b>\nstep S\xc2\x85\nsay Hello.\n' >a.routine
  "$SUPINE" render a.routine -o "$hostile.ogg" --split --cue-sheet a.cue
  m3u=("$PWD"/caf*.m3u)
  is_plain <"${m3u[0]}"
  is_plain <a.cue
  [ "$(wc -l <"${m3u[0]}")" = 4 ]
  grep -qx '#PLAYLIST:T\[2J "q" <b>' "${m3u[0]}"
  grep -qx 'caf%E9%1B\[2J%C2%9Bx%0Ay%E2%80%AE-001.ogg' "${m3u[0]}"
  grep -qx "TITLE \"T\[2J 'q' <b>\"" a.cue
}

@test "captions hold no marks but their own" {
  printf 'step S\nsay Say <b>one\e[2J</b>\xe2\x80\xae [two] {three}.\n' \
    >a.routine
  for ending in vtt srt lrc; do
    "$SUPINE" render a.routine -o a.wav --captions "a.$ending"
    is_plain <"a.$ending"
    ffmpeg -v error -i "a.$ending" -f webvtt - >"$ending.read"
  done
  grep -q 'Say &lt;b&gt;one\[2J&lt;/b&gt; \[two\] {three}\.' a.vtt
  grep -q 'Say ‹b›one(2J‹/b› (two) (three)\.' a.srt
  grep -q 'Say ‹b›one(2J‹/b› (two) (three)\.' a.lrc
  grep -q 'Say ‹b›one(2J‹/b› (two) (three)\.' srt.read
}

@test "no command writes orders to a terminal" {
  printf 'include bad\e[2J\nsay Hello.\n' >top.routine
  printf 'holdd 3 seconds\n' >$'bad\e[2J.routine'
  mkdir -p "$XDG_DATA_HOME/supine/routines" "$XDG_STATE_HOME/supine"
  printf 'say Hello.\n' >"$XDG_DATA_HOME/supine/routines/$hostile.routine"
  printf '2026-11-22 07:20, Rest\e[2J, finished, 1 minute.\n' \
    >"$XDG_STATE_HOME/supine/history"
  {
    "$SUPINE" check top.routine || :
    "$SUPINE" list
    "$SUPINE" list --json
    "$SUPINE" history
    "$SUPINE" $'lis\e[2Jt' || :
    "$SUPINE" plan $'--fi\e[2Jt' || :
    "$SUPINE" plan welcome --fit $'2\e[2Jm' || :
    "$SUPINE" plan welcome --set $'a\e[2J=m' || :
    "$SUPINE" render "$hostile.routine" -o a.wav || :
    "$SUPINE" render welcome -o $'a\e[2J.xyz' || :
    "$SUPINE" render "$XDG_DATA_HOME/supine/routines/$hostile.routine" \
      -o $'a\e[2J.wav'
  } >said 2>&1
  is_plain <said
  [ "$(grep -c '\[2J' said)" -ge 11 ]
  "$SUPINE" list --json | jq -e 'any(.name == "caf\ufffd[2Jx y")'
}
