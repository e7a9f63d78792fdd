#!/bin/sh
# Renew constraints.txt with what a clean install of ".[dev,redline]" resolves to today.
set -eu
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python3 -m venv "$scratch"
"$scratch/bin/pip" install --quiet --editable '.[dev,redline]'
{
    echo '# What a clean install of ".[dev,redline]" resolves to; renewed by scripts/pin.sh.'
    "$scratch/bin/pip" freeze --exclude-editable
} >"$scratch/constraints.txt"
if grep -n '@ \|://' "$scratch/constraints.txt"; then
    echo "These lines name a place instead of a version; constraints.txt is left as it was." >&2
    exit 1
fi
cp "$scratch/constraints.txt" constraints.txt
