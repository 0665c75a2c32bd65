# Completions, driven in real shells.

load helper
bats_require_minimum_version 1.5.0
load stretch

install=$BATS_TEST_DIRNAME/../../src/install

# in_bash LINE: what bash makes of the line when Tab is pressed at its end.
in_bash() {
  bash --norc --noprofile -c '
    source "$0"
    line=$1
    COMP_LINE=$line COMP_POINT=${#line}
    # bash parts words at its word breaks; so does this, for what is tested.
    read -ra words <<<"${line//=/ = }"
    [[ $line == *" " ]] && words+=("")
    [[ $line == *= ]] && words+=("")
    COMP_WORDS=("${words[@]}") COMP_CWORD=$((${#words[@]} - 1))
    compopt() { :; }
    _supine
    printf "%s\n" "${COMPREPLY[@]}"' "$install/completion.bash" "$1"
}

# shows PATTERN: the terminal of `session` does; it is in the file `screen` then.
shows() {
  tmux -L "$session" capture-pane -p >screen
  grep -qE "$1" screen
}

# type_in SHELL LINE PATTERN: types the line and a Tab in a terminal, and prints
# what is on the screen then.
type_in() {
  local session=supine-$$-$RANDOM
  tmux -L "$session" -f /dev/null new-session -d -x 120 -y 30 "$1"
  await shows 'ready>' || true
  tmux -L "$session" send-keys -l "$2"
  tmux -L "$session" send-keys Tab
  await shows "$3" || true
  tmux -L "$session" kill-server
  cat screen
}

@test "bash completes, quoting what needs it" {
  prepare
  in_bash 'supine rend' | grep -qx render
  in_bash 'supine play constructive-rest-d' | grep -qx constructive-rest-de
  in_bash 'supine play stretch.routine --from K' | grep -qx 'Knee\\ to\\ chest'
  in_bash 'supine plan stretch.routine --set l' | grep -qx length=
  in_bash 'supine plan stretch.routine --set style=d' | grep -qx deep
}

@test "bash completes at the Tab key" {
  prepare
  echo "PS1='ready> '; source '$install/completion.bash'" >rc
  type_in "bash --noprofile --rcfile $PWD/rc -i" 'supine play welc' \
    'supine play welcome ' | grep -q 'supine play welcome'
}

@test "zsh completes at the Tab key" {
  prepare
  mkdir -p functions
  cp "$install/completion.zsh" functions/_supine
  cat >.zshrc <<'RC'
PS1='ready> '
fpath=($PWD/functions $fpath)
autoload -U compinit && compinit -u -D
RC
  ZDOTDIR=$PWD type_in "env ZDOTDIR=$PWD zsh -i" 'supine play welc' \
    'supine play welcome ' | grep -q 'supine play welcome'
  ZDOTDIR=$PWD type_in "env ZDOTDIR=$PWD zsh -i" 'supine play --fr' \
    'supine play --from' | grep -q 'supine play --from'
}

@test "fish completes at the Tab key" {
  prepare
  mkdir -p "$XDG_CONFIG_HOME/fish/completions"
  cp "$install/completion.fish" "$XDG_CONFIG_HOME/fish/completions/supine.fish"
  echo 'function fish_prompt; echo "ready> "; end' \
    >"$XDG_CONFIG_HOME/fish/config.fish"
  fish -c 'complete -C "supine play welc"' | grep -q '^welcome'
  fish -c 'complete -C "supine play stretch.routine --from Kn"' |
    grep -q '^Knee to chest'
  type_in "fish -i" 'supine play welc' 'supine play welcome ' |
    grep -q 'supine play welcome'
}
