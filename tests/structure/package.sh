#!/bin/sh
# The Debian package as lintian and the tools of the desktop see it.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$BUILD" && cpack -G DEB -B "$work" >"$work/log" 2>&1) || {
  cat "$work/log"
  exit 1
}
package=$(ls "$work"/supine_*.deb)
lintian --fail-on warning "$package" >"$work/said" 2>&1 || {
  cat "$work/said"
  exit 1
}

dpkg-deb -x "$package" "$work/root"
share=$work/root/usr/share
for entry in "$share"/applications/*.desktop; do
  desktop-file-validate "$entry"
done
appstreamcli validate --no-net "$share"/metainfo/*.xml
entry=$(sed -n 's/.*<launchable.*>\(.*\)<.*/\1/p' "$share"/metainfo/*.xml)
[ "$entry" = org.supine.supine.desktop ] && [ -f "$share/applications/$entry" ]

# The file type is known by the ending of its name.
mkdir -p "$work/data/mime/packages"
cp "$share/mime/packages/supine.xml" "$work/data/mime/packages"
update-mime-database "$work/data/mime"
grep -q '^50:text/x-supine-routine:\*\.routine$' "$work/data/mime/globs2"

# What is named is there.
for file in bin/supine share/man/man1/supine.1.gz \
  share/man/man5/supine-routine.5.gz share/supine/scripts/welcome.routine \
  share/supine/scripts/exercises share/supine/sounds \
  share/bash-completion/completions/supine \
  share/zsh/vendor-completions/_supine \
  share/fish/vendor_completions.d/supine.fish; do
  [ -e "$work/root/usr/$file" ] || {
    printf 'missing in the package: %s\n' "$file"
    exit 1
  }
done

# The program that was packed finds what was packed with it, and needs nothing
# of the source tree.
export HOME="$work/home" XDG_DATA_HOME="$work/home"
printf 'title Only here\nsound only here\n' \
  >"$share/supine/scripts/only-here.routine"
cp "$share/supine/sounds/tick.flac" "$share/supine/sounds/only-here.flac"
"$work/root/usr/bin/supine" plan only-here --json |
  jq -e '.title == "Only here" and any(.events[]; .kind == "sound")'
[ "$("$work/root/usr/bin/supine" complete -- play '' | wc -l)" -gt 30 ]
