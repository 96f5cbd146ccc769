#!/usr/bin/env bash
# Runs a portable copy of the program, without a home, and looks at every file that it writes: tests/portable.sh PROGRAM
# Needs a display: tests/window.sh calls it on its own.
set -euo pipefail

program=$1
scratch=$(mktemp -d)
app=
finish() {
    [ -z "$app" ] || kill "$app" 2>/dev/null || true
    wait || true
    rm -rf "$scratch"
}
trap finish EXIT

fail() {
    echo "portable: $1" >&2
    exit 1
}

# A path with spaces, accents and an emoji, and longer than 200 characters.
name=$(printf 'a long name %.0s' {1..16})
stick="$scratch/Ünsent für Zoë 🎒/${name% }"
mkdir -p "$stick" "$scratch/elsewhere"
cp "$program" "$stick/unsent"
: >"$stick/portable.txt"

cd "$scratch/elsewhere"
env -i PATH="$PATH" DISPLAY="$DISPLAY" LIBGL_ALWAYS_SOFTWARE=1 \
    strace -f -qq -s 4096 -e trace=%file -o "$scratch/calls" "$stick/unsent" --topic contact &
app=$!
for _ in {1..60}; do
    sleep 0.5
    kill -0 "$app" 2>/dev/null || fail "the program ended by itself"
    [ ! -e "$stick/data/state.ron" ] || break
    # A larger text is something to keep.
    window=$(xdotool search --onlyvisible --name 'Unsent' | tail -n 1) || continue
    xdotool windowfocus "$window" key ctrl+plus
done
[ -e "$stick/data/state.ron" ] || fail "nothing was kept within 30 s"
xdotool key ctrl+q
for _ in {1..40}; do
    kill -0 "$app" 2>/dev/null || break
    sleep 0.5
done
if kill -0 "$app" 2>/dev/null; then fail "the window does not close"; fi
app=

grep -q 'state[.]ron' "$scratch/calls" || fail "the list of calls holds nothing"
writes='O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|^[0-9]+ +(creat|mkdir|mkdirat|mknod|mknodat|rename|renameat|renameat2|link|linkat|symlink|symlinkat|truncate|unlink|unlinkat|rmdir)\('
elsewhere=$(grep -E "$writes" "$scratch/calls" | grep -vE '= -1 |"/dev/|"/proc/' | grep -v 'a long name/data' || true)
[ -z "$elsewhere" ] || fail "wrote elsewhere:
$elsewhere"
left=$(find "$scratch" -mindepth 1 -type f ! -path '*a long name/data/*' ! -name calls -printf '%f\n' | sort | tr '\n' ' ')
[ "$left" = "portable.txt unsent " ] || fail "left behind: $left"
echo "the portable copy writes $(find "$stick/data" -type f -printf '%f\n' | sort | paste -sd ' ') in data/ and nothing else"
