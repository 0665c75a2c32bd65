#compdef supine
# zsh completion for supine: asks the program itself what could come next.

_supine() {
  local line
  local -a candidates settings
  for line in ${(f)"$(supine complete -- "${(@Q)words[2,CURRENT]}" \
    2>/dev/null)"}; do
    local name=${line%%$'\t'*} help=
    [[ $line == *$'\t'* ]] && help=${line#*$'\t'}
    if [[ $name == *= ]]; then
      settings+=("${name//:/\\:}:$help")
    else
      candidates+=("${name//:/\\:}:$help")
    fi
  done
  (( $#settings )) && _describe -t values value settings -S ''
  (( $#candidates )) && _describe -t words word candidates
  [[ ${words[CURRENT]} == -* && ${words[CURRENT]} != *=* ]] || _files
}

_supine "$@"
