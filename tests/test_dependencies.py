"""Every dependency has a pin that make, CI and the image use, and a row that says why it is there."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
REQUIREMENTS = [*PROJECT["dependencies"], *(name for extra in EXTRAS.values() for name in extra)]


def normal_name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return found.group().lower().replace("_", "-")


@pytest.mark.parametrize("name", sorted(set(map(normal_name, REQUIREMENTS))))
def test_a_dependency_is_pinned_and_explained(name: str) -> None:
    pins = {
        normal_name(line)
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if line[0] != "#"
    }
    rows = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower().replace("_", "-")
    assert name in pins, "run make lock"
    assert re.search(rf"^\|.*\b{re.escape(name)}\b", rows, re.MULTILINE), "docs/dependencies.md wants a row"


def test_every_package_is_installed_with_the_project() -> None:
    named = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    folders = [
        path.parent.relative_to(ROOT) for top in ("schemas", "workers") for path in (ROOT / top).rglob("__init__.py")
    ]
    assert sorted(named) == sorted(".".join(folder.parts) for folder in folders)
