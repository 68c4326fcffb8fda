#!/bin/sh
# Adds the fuzzer to .venv when it is asked for: it is large, and nothing else needs it.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/python -c 'import atheris, coverage' 2>/dev/null && exit
if ! .venv/bin/python -c 'import sys; sys.exit(not (sys.version_info >= (3, 12) and sys.platform == "linux"))'; then
    echo "atheris runs on Linux with Python 3.12 or 3.13; make fuzz-hypothesis runs the same targets everywhere." >&2
    exit 1
fi
echo "Installing the fuzzer into .venv (once; 40 MB)" >&2
.venv/bin/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e '.[fuzz]'
