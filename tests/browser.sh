#!/usr/bin/env bash
# Tests the HTML edition in Chromium and in a text browser: tests/browser.sh UNSENT_KIT OUTCOMES
# OUTCOMES is the example of that name; Debian's chromium and w3m, and node with npm, have to be there.
set -euo pipefail

kit=$(realpath "$1")
outcomes=$(realpath "$2")
cd "$(dirname "$0")/browser"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

npm ci --silent --no-audit --no-fund
"$kit" export html "$scratch/unsent.html"
"$outcomes" 100000 5000 1 >"$scratch/outcomes"
node test.mjs "$scratch/unsent.html" "$scratch/outcomes" "${CHROMIUM:-/usr/bin/chromium}"

# A text browser shows every card and every step.
w3m -dump -T text/html "$scratch/unsent.html" >"$scratch/text"
for words in 'Let friends write to you' 'Scroll down and tap Direct messages.' 'Someone scares or pressures you'; do
    grep -qF "$words" "$scratch/text" || { echo "browser: a text browser does not show: $words" >&2; exit 1; }
done
echo "in a text browser: $(wc -l <"$scratch/text") lines"
