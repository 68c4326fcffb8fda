"""Comparing versions of engines: by PEP 440 where both follow it, else part by part."""

import re

from packaging.version import InvalidVersion, Version

_PART = re.compile(r"\d+|[^\W\d_]+")


def is_below(version: str, limit: str) -> bool:
    """Say whether a version is older than the limit.

    What is no PEP 440 version, such as `2024a` or `model-v2`, is compared part by part: numbers as numbers, and a
    number stands above a word, so that `2024` is above `2024a` only where PEP 440 says so.
    """
    try:
        return Version(version) < Version(limit)
    except InvalidVersion:
        return _parts(version) < _parts(limit)


def _parts(version: str) -> list[tuple[bool, int, str]]:
    found = _PART.findall(version.casefold())
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in found]
