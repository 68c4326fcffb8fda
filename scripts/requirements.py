"""Prints the dependencies of pyproject.toml and of the extras that are named as arguments, one a line."""

import sys
import tomllib
from pathlib import Path

if __name__ == "__main__":
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (project["optional-dependencies"][name] for name in sys.argv[1:])
    for requirement in sum(extras, project["dependencies"]):
        sys.stdout.write(requirement + "\n")
