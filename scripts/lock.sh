#!/bin/sh
# Writes constraints.txt: the newest versions that pyproject.toml allows, resolved on each Python that warraq runs on.
set -eu
cd "$(dirname "$0")/.."
versions='3.11 3.12 3.13'
reports=$(mktemp -d)
trap 'rm -rf "$reports"' EXIT

"$(sh scripts/python.sh)" -m venv "$reports/venv"
"$reports/venv/bin/pip" install -qq --upgrade pip # an old pip misreads some extras
for version in $versions; do
    "$reports/venv/bin/pip" --python "$(sh scripts/python.sh "$version")" install -qq --dry-run --ignore-installed \
        --report "$reports/$version.json" --only-binary :all: --no-binary docopt,breadability pip '.[dev,embedded,flower,fuzz,gazetteer,onnx,spacy,model-tests,scorecard,training]'
done
"$reports/venv/bin/python" scripts/merge_reports.py "$reports" >"$reports/constraints.txt"
cp "$reports/constraints.txt" constraints.txt
