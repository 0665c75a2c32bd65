#!/bin/sh
# Vim finds routines by their names and paints each word as it should.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
mkdir -p "$work/runtime/syntax" "$work/runtime/ftdetect"
cp "$here/../../src/install/editors/ftdetect.vim" \
  "$work/runtime/ftdetect/supine.vim"
"$SUPINE" words --editor vim >"$work/runtime/syntax/supine.vim"
cp "$here/sample.routine" "$work"

cat >"$work/paint.vim" <<'END'
set nocompatible
set runtimepath^=runtime
filetype on
syntax on
edit sample.routine
for line in range(1, line('$'))
  let out = ''
  let before = ''
  for column in range(1, col([line, '$']) - 1)
    let name = synIDattr(synID(line, column, 1), 'name')
    if name != before
      let out .= '<' . substitute(name, '^supine', '', '') . '>'
      let before = name
    endif
    let out .= getline(line)[column - 1]
  endfor
  call writefile([out], 'painted', 'a')
endfor
qall!
END
cd "$work"
HOME=$work timeout 60 vim -es -u NONE -S paint.vim </dev/null
diff "$here/vim.expected" painted
