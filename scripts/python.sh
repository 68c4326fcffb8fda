#!/bin/sh
# Prints the path of a Python that can make a virtual environment here: python.sh [VERSION...], default 3.12 3.11 3.13.
# 3.12 comes first: the most dependencies, the embedded Redis among them, have wheels for it.
set -eu

runs_as() { # runs_as PYTHON VERSION: it starts (a pyenv shim may not), and is of that version
    "$1" -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] != sys.argv[1])' "$2" 2>/dev/null
}

makes_environments() {
    "$1" -c 'import ensurepip, ssl, venv' 2>/dev/null
}

candidates() { # candidates VERSION: on PATH, of pyenv, of uv, and whatever python3 is
    command -v "python$1" python3 || :
    ls -d "${PYENV_ROOT:-$HOME/.pyenv}/versions/$1".*/bin/python3 \
        "$HOME/.local/share/uv/python/cpython-$1".*/bin/python3 2>/dev/null || :
}

[ $# -gt 0 ] || set -- ${PYTHON_VERSIONS:-3.12 3.11 3.13}
without_venv=
for version in "$@"; do
    for python in ${PYTHON:-$(candidates "$version")}; do
        runs_as "$python" "$version" || continue
        if makes_environments "$python"; then
            command -v "$python"
            exit
        fi
        without_venv="$without_venv $python ($version)"
    done
done
if [ -n "$without_venv" ]; then
    echo "These Pythons have no venv module:$without_venv" >&2
    exit 3
fi
echo "No Python $* was found on PATH, in pyenv or in uv${PYTHON:+ at PYTHON=$PYTHON}." >&2
exit 4
