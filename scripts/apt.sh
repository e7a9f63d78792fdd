#!/bin/sh
# Install the Debian packages named that are missing, when this user may without a password.
# Otherwise print the line to type and fail; with --optional as first argument, go on.
set -eu

give_up=1
if [ "${1:-}" = --optional ]; then
    give_up=0
    shift
fi

missing=
for package in "$@"; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

# The names are words to split: one package each.
# shellcheck disable=SC2086
install() {
    "$@" apt-get update -q || return 1
    "$@" apt-get install -q -y --no-install-recommends $missing && return 0
    [ "$give_up" = 0 ] || return 1
    for package in $missing; do  # one that this release does not have keeps no other away
        "$@" apt-get install -q -y --no-install-recommends "$package" || true
    done
    return 1
}

export DEBIAN_FRONTEND=noninteractive
if ! command -v apt-get >/dev/null; then
    echo "Missing, and there is no apt-get here to install it:$missing" >&2
elif [ "$(id -u)" = 0 ]; then
    install env && exit 0
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    install sudo env DEBIAN_FRONTEND=noninteractive && exit 0
fi
echo "To install what is missing, type:" >&2
echo "    sudo apt-get install --no-install-recommends$missing" >&2
exit "$give_up"
