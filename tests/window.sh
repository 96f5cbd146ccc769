#!/usr/bin/env bash
# Opens the real window on an X server without a screen and looks at the picture: tests/window.sh PROGRAM [PICTURE.png]
set -euo pipefail

program=$1
scratch=$(mktemp -d)
picture=${2:-$scratch/window.png}
pids=()
finish() {
    [ ${#pids[@]} -eq 0 ] || kill "${pids[@]}" 2>/dev/null || true
    wait || true
    rm -rf "$scratch"
}
trap finish EXIT

fail() {
    echo "window: $1" >&2
    sed 's/^/  | /' "$scratch/log" >&2
    exit 1
}

# The server picks a free number and writes it down.
Xvfb -displayfd 3 -screen 0 1280x860x24 -nolisten tcp 3>"$scratch/display" 2>"$scratch/server" &
pids+=($!)
for _ in {1..50}; do
    [ -s "$scratch/display" ] && break
    sleep 0.2
done
: >"$scratch/log"
[ -s "$scratch/display" ] || { cp "$scratch/server" "$scratch/log"; fail "Xvfb does not start"; }
DISPLAY=:$(<"$scratch/display")
export DISPLAY

# A home of its own: nothing kept from before, nothing left behind.
mkdir -p "$scratch/home" "$scratch/run"
chmod 700 "$scratch/run"
env -u WAYLAND_DISPLAY HOME="$scratch/home" XDG_RUNTIME_DIR="$scratch/run" XDG_CONFIG_HOME="$scratch/home/config" \
    XDG_DATA_HOME="$scratch/home/data" XDG_STATE_HOME="$scratch/home/state" LIBGL_ALWAYS_SOFTWARE=1 \
    "$program" >"$scratch/log" 2>&1 &
app=$!
pids+=("$app")

colours=0
for _ in {1..60}; do
    sleep 0.5
    kill -0 "$app" 2>/dev/null || fail "the program ended by itself"
    import -silent -window root "$picture"
    colours=$(identify -format '%k' "$picture")
    [ "$colours" -le 3 ] || break
done
[ "$colours" -gt 3 ] || fail "shows only $colours colours after 30 s"
xdotool search --onlyvisible --name 'Unsent' >/dev/null || fail "no visible window is called Unsent"

# What breaks a little later counts too.
sleep 3
kill -0 "$app" 2>/dev/null || fail "the program ended by itself after its first picture"
import -silent -window root "$picture"
echo "the window is open and shows $(identify -format '%k' "$picture") colours"

kill "$app"
wait "$app" 2>/dev/null || true
"$(dirname "$0")/portable.sh" "$(realpath "$program")"
