# bash completion for supine: asks the program itself what could come next.

# Words as the program would get them: bash parts them at equals signs and
# keeps backslashes.
_supine_words() {
  local word glue=
  words=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [[ $word == = || $glue ]]; then
      words[${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
    glue=
    if [[ $word == = ]]; then
      glue=yes
    fi
  done
  words=("${words[@]//\\/}")
}

_supine() {
  local words line last
  _supine_words
  last=${words[${#words[@]} - 1]}
  COMPREPLY=()
  while IFS= read -r line; do
    line=${line%%$'\t'*}
    # What stands before the last equals sign is on the line already.
    if [[ $last == *=* ]]; then
      line=${line#"${last%=*}="}
    fi
    COMPREPLY+=("$(printf %q "$line")")
  done < <(supine complete -- "${words[@]}" 2>/dev/null)
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
    compopt -o nospace
  fi
}

# Where the program knows nothing, files are offered.
complete -o bashdefault -o default -F _supine supine
