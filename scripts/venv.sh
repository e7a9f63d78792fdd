#!/bin/sh
# Make .venv and install this project into it with the pinned versions.
# Usage: venv.sh run|dev [PYTHON]; "dev" adds the tools of the tests. A stamp is left for make.
set -eu
cd "$(dirname "$0")/.."

extra=$1
python=${2:-python3}

if ! command -v "$python" >/dev/null; then
    echo "sk-cascading needs Python 3.11 or newer, and there is no $python here." >&2
    exit 1
fi
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "sk-cascading needs Python 3.11 or newer; $python is $version." >&2
    echo "If a newer one is installed, name it: make demo PYTHON=python3.12" >&2
    exit 1
fi

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    rm -rf .venv
    # Debian keeps ensurepip in a package of its own; without it venv leaves a half-made folder.
    "$python" -c 'import ensurepip' 2>/dev/null || scripts/apt.sh "python$version-venv"
    if ! "$python" -m venv .venv; then
        rm -rf .venv
        exit 1
    fi
fi

case $extra in
    run) project=. ;;
    dev) project='.[dev,redline]' ;;
    *) echo "usage: venv.sh run|dev [PYTHON]" >&2; exit 2 ;;
esac
.venv/bin/python -m pip install --quiet --disable-pip-version-check \
    --constraint constraints.txt --editable "$project"
touch .venv/stamp-run ".venv/stamp-$extra"
