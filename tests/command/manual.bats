# The manual pages say what the program says.

load helper
bats_require_minimum_version 1.5.0

page=$BATS_TEST_DIRNAME/../../src/install/supine.1
routine_page=$BATS_TEST_DIRNAME/../../src/install/supine-routine.5

# Every option that help names, a line each.
help_options() {
  for command in $("$SUPINE" help | sed -n 's/^  supine \([a-z]*\).*/\1/p'); do
    "$SUPINE" help "$command" | grep -oE '^  (-h, )?--?[a-z][a-z-]*' |
      tr -d ' ' | tr , '\n'
  done | sort -u
}

# Every option that the page names, rendered as readers see it.
page_options() {
  mandoc -Tutf8 "$page" | col -bx | sed 's/‐/-/g' |
    grep -oE '(^|[^[:alnum:]_/-])--?[a-z][a-z-]*' | sed 's/^[^-]*//' | sort -u
}

@test "the manual names every option that help names, and no other" {
  help_options >help
  page_options >page
  [ "$(wc -l <help)" -ge 20 ]
  diff help page
}

@test "the first routine of the README plays as the README says" {
  sed -n '/^```routine$/,/^```$/p' "$BATS_TEST_DIRNAME/../../README.md" |
    sed '1d;$d' >evening.routine
  [ "$(wc -l <evening.routine)" -le 10 ]
  run -0 "$SUPINE" check evening.routine
  [ "$output" = "Nothing is wrong." ]
  for seconds in 45 60; do
    "$SUPINE" plan evening.routine --json --set "length=$seconds seconds" |
      jq -e --argjson seconds "$seconds" '
        [.events[] | select(.kind == "hold") | [.side, .duration_s]]
          == [["left", $seconds], ["right", $seconds]]'
  done
}

@test "the manual names every command" {
  mandoc -Tutf8 "$page" | col -bx >page
  for command in $("$SUPINE" help | sed -n 's/^  supine \([a-z]*\).*/\1/p'); do
    grep -qE "^ +supine $command( |$)" page
  done
}

@test "help, the manual and the README name the same keys" {
  "$SUPINE" help keys | sed -n 's/^  \(.*[^ ]\)   *\(.*\)/\1: \2/p' >help
  [ "$(wc -l <help)" -ge 16 ]
  mandoc -Tutf8 "$page" | col -bx | sed 's/−/-/g' | tr -s '\n ' ' ' >manual
  sed -n '/^| key/,/^$/p' "$BATS_TEST_DIRNAME/../../README.md" |
    tr -s '|, ' '\n' >readme
  while IFS= read -r line; do
    grep -qF -- "${line%%: *} ${line#*: }" manual
    for key in $(tr -d , <<<"${line%%: *}"); do
      grep -qxF -- "$key" readme
    done
  done <help
  for command in play resume; do
    "$SUPINE" help "$command" | grep -A 40 '^Keys' >keys
    "$SUPINE" help keys | sed '/^$/,$d' | diff - keys
  done
  "$SUPINE" help keys | sed '1,/^$/d; s/.*: //' | tr -s '\n ' ' ' >names
  [ "$(tr -cd , <names | wc -c)" -ge 15 ]
  grep -qF -- "$(sed 's/ $//' names)" manual
}

@test "the manual of routines names every word of the language" {
  mandoc -Tutf8 "$routine_page" | col -bx | tr -s '\n ' ' ' >page
  "$SUPINE" words | sed -n 's/^\([a-z][a-z ]*\): .*/\1/p' | sort -u >words
  [ "$(wc -l <words)" -ge 30 ]
  while read -r word; do
    grep -qwF -- "$word" page || echo "$word"
  done <words >missing
  cat missing
  [ ! -s missing ]
}

# That a page refers to one that is not installed yet is no fault of it.
@test "mandoc has nothing to say against the pages" {
  for each in "$page" "$routine_page"; do
    [ -s "$each" ]
    mandoc -Tlint "$each" | lacks_but 'referenced manual not found'
  done
}

lacks_but() {
  if grep -v "$1"; then
    return 1
  fi
}
