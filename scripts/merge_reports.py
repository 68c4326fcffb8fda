"""Merges pip's reports of one folder, one per Python version (3.11.json …), into one list of constraints on stdout."""

import json
import sys
from collections import defaultdict
from pathlib import Path

OURSELVES = "warraq"
HEADER = """\
# Made by scripts/lock.sh: what pyproject.toml resolves to on each Python; do not edit by hand.
# Only make, CI and the image use it; a library's users are bound by the ranges of pyproject.toml alone.
"""


def resolved(report: Path) -> dict[str, str]:
    """Package name → version of one report."""
    installs = json.loads(report.read_text(encoding="utf-8"))["install"]
    metadata = [install["metadata"] for install in installs]
    return {entry["name"].lower().replace("_", "-"): entry["version"] for entry in metadata}


def constraint_lines(reports: dict[str, dict[str, str]]) -> list[str]:
    """One line a package, or one a version where the Pythons differ."""
    pythons: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for python, versions in reports.items():
        for name, version in versions.items():
            pythons[name][version].append(python)
    lines = []
    for name in sorted(pythons.keys() - {OURSELVES}):
        if len(pythons[name]) == 1:
            lines.extend(f"{name}=={version}" for version in pythons[name])
            continue
        for version, where in pythons[name].items():
            marker = " or ".join(f'python_version == "{python}"' for python in where)
            lines.append(f"{name}=={version}; {marker}")
    return lines


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    found = {path.stem: resolved(path) for path in sorted(folder.glob("*.json"))}
    sys.stdout.write(HEADER + "\n".join(constraint_lines(found)) + "\n")
