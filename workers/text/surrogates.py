"""Surrogate code points, which no encoding may carry: pairs are joined, lone ones replaced."""

import re
from collections.abc import Iterator

from workers.text.alignment import Change

REPLACEMENT_CHARACTER = "\ufffd"

# A text without any of these, as a class of characters, needs no such repair.
TRIGGERS = "\ud800-\udfff"
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")


def repair_surrogates(text: str) -> Iterator[Change]:
    """Yield the join of each high and low surrogate, and U+FFFD for each that stands alone."""
    for match in _SURROGATES.finditer(text):
        if len(found := match.group()) == 2:
            joined = found.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
            yield Change(match.start(), match.end(), joined, "surrogate_pair")
        else:
            yield Change(match.start(), match.end(), REPLACEMENT_CHARACTER, "lone_surrogate")
