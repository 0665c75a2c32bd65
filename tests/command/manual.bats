# The manual pages say what the program says.

load helper
bats_require_minimum_version 1.5.0

pages=$BATS_TEST_DIRNAME/../../src/install

# Every option that help names, a line each.
help_options() {
  for command in $("$SUPINE" help | sed -n 's/^  supine \([a-z]*\).*/\1/p'); do
    "$SUPINE" help "$command" | sed -n 's/^  \(--*[a-z][a-z-]*\).*/\1/p'
  done | sort -u
}

# Every option that the page names, rendered as readers see it.
page_options() {
  mandoc -Tutf8 "$pages/supine.1" | col -bx | sed 's/‐/-/g' |
    grep -oE '(^|[^[:alnum:]_/-])--?[a-z][a-z-]*' | sed 's/^[^-]*//' | sort -u
}

@test "the manual names every option that help names, and no other" {
  help_options >help
  page_options >page
  [ "$(wc -l <help)" -ge 20 ]
  diff help page
}

@test "the manual names every command" {
  mandoc -Tutf8 "$pages/supine.1" | col -bx >page
  for command in $("$SUPINE" help | sed -n 's/^  supine \([a-z]*\).*/\1/p'); do
    grep -qE "^ +supine $command( |$)" page
  done
}

@test "the manual of routines names every word of the language" {
  mandoc -Tutf8 "$pages/supine-routine.5" | col -bx | tr -s '\n ' ' ' >page
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
  for page in supine.1 supine-routine.5; do
    mandoc -Tlint "$pages/$page" | lacks_but 'referenced manual not found'
  done
}

lacks_but() {
  if grep -v "$1"; then
    return 1
  fi
}
