#!/bin/sh
# Makes .venv hold what pyproject.toml and constraints.txt ask for; a moment's work when it already does.
set -eu
cd "$(dirname "$0")/.."
stamp=.venv/installed
wanted=$({ pwd; cat pyproject.toml constraints.txt; } | cksum)

install_venv_module() { # Debian and Ubuntu ship it apart from python3
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing python3-venv with apt-get." >&2
        apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y python3 python3-venv >/dev/null
    elif command -v apt-get >/dev/null; then
        echo "Install it with: sudo apt-get install python3 python3-venv" >&2
        exit 1
    else
        echo "Install Python 3.12 (3.11 and 3.13 do as well) with its venv module, or set PYTHON=/path/to/it." >&2
        exit 1
    fi
}

make_venv() {
    python=$(sh scripts/python.sh) || {
        install_venv_module
        python=$(sh scripts/python.sh)
    }
    echo "Making .venv with $python" >&2
    "$python" -m venv --clear .venv
}

install_project() {
    echo "Installing warraq and what it needs into .venv (once; a minute or two)" >&2
    .venv/bin/python -m pip install -qq --disable-pip-version-check -c constraints.txt pip
    .venv/bin/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e '.[dev,embedded,flower]'
}

is_ready() {
    [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && .venv/bin/python -c '' 2>/dev/null
}

is_ready && exit
if command -v flock >/dev/null; then # two makes at once: the second waits, then finds it ready
    exec 9<pyproject.toml
    flock 9
    is_ready && exit
fi
.venv/bin/python -m pip --version >/dev/null 2>&1 || make_venv
install_project
echo "$wanted" >"$stamp"
