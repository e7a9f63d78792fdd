#!/bin/sh
# Run the tests on two cores; a file stays with one worker, which has its own LibreOffice profile.
set -eu
cd "$(dirname "$0")/.."
exec .venv/bin/python -m pytest -n 2 --dist loadfile "$@"
