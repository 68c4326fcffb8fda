#!/bin/sh
# Adds the libraries of other people's models to .venv for their tests: they are large, and the demo does without them.
set -eu
cd "$(dirname "$0")/.."
stamp=.venv/installed-models
wanted=$(cksum <pyproject.toml)
[ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && exit
echo "Installing spaCy and ONNX Runtime into .venv for the tests (once; 350 MB)" >&2
.venv/bin/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e '.[onnx,spacy,model-tests]'
echo "$wanted" >"$stamp"
