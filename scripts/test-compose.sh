#!/bin/sh
# Runs the tests of the Docker stack; where no engine answers it says so and succeeds, unless REQUIRE_DOCKER=1.
set -eu
cd "$(dirname "$0")/.."
if ! { docker info && docker compose version; } >/dev/null 2>&1; then
    echo "The compose tests were LEFT OUT: no Docker engine with compose answers (docker info, docker compose version)." >&2
    [ "${REQUIRE_DOCKER:-0}" != 1 ]
    exit
fi
exec .venv/bin/python -m pytest tests/compose "$@"
