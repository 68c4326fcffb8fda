#!/bin/sh
# Adds the rivals of the scorecard to .venv when they are asked for: they are large, and nothing else needs them.
set -eu
cd "$(dirname "$0")/.."
stamp=.venv/installed-scorecard
wanted=$(cksum <pyproject.toml)
[ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && exit
echo "Installing what the scorecard compares with into .venv (once; 400 MB)" >&2
.venv/bin/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e '.[scorecard]'
echo "$wanted" >"$stamp"
