#!/bin/sh
# Install the npm tools of the tests and the benchmark at the versions package.json pins.
# Without npm the tests that need them are skipped by name, so that is no failure here.
set -eu
cd "$(dirname "$0")/.."

if ! command -v npm >/dev/null; then
    echo "There is no npm here: tests with the Open XML SDK validator and with axe are skipped." >&2
    exit 0
fi
npm install --no-package-lock --no-audit --no-fund --loglevel=error
touch node_modules/stamp
