#!/bin/sh
# The engine of VS Code paints each word as it should.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
engine=$BUILD/textmate
mkdir -p "$engine"
cp "$here/package.json" "$here/package-lock.json" "$engine"
cmp -s "$here/package-lock.json" "$engine/installed" || {
  npm ci --prefix "$engine" --silent --no-audit --no-fund
  cp "$here/package-lock.json" "$engine/installed"
}
extension=$here/../../src/install/editors/vscode
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
grammar=$(jq -r '.contributes.grammars[0].path' "$extension/package.json")
"$SUPINE" words --editor vscode >"$work/$grammar"
[ "$(jq -r .scopeName "$work/$grammar")" = \
  "$(jq -r '.contributes.grammars[0].scopeName' "$extension/package.json")" ]
jq -e .indentationRules "$extension/language-configuration.json" >/dev/null
NODE_PATH=$engine/node_modules node "$here/paint.js" "$work/$grammar" \
  "$here/sample.routine" >"$work/painted"
diff "$here/vscode.expected" "$work/painted"
