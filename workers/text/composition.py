"""Unicode normalization form C, with the way back, in linear time."""

from collections.abc import Iterator
from unicodedata import is_normalized, normalize

import regex

from workers.text.alignment import Change

# The limit of the Stream-Safe Text Format of Unicode (UAX #15, section 13): no orthography needs more marks on a letter,
# and canonical ordering takes quadratic time in a run of them.
MARKS_PER_LETTER = 30

_EXCESS = regex.compile(rf"(?<=\p{{M}}{{{MARKS_PER_LETTER}}})\p{{M}}++")
_MANY_MARKS = regex.compile(rf"\p{{M}}{{{MARKS_PER_LETTER}}}\p{{M}}")
_TAIL = r"[\p{M}\p{NFC_QC=No}\p{NFC_QC=Maybe}]"
# A starter that composition leaves alone is a boundary (UAX #15, section 9), so pieces between them are independent.
_PIECE = regex.compile(rf"[^\p{{M}}\p{{NFC_QC=No}}\p{{NFC_QC=Maybe}}]?+{_TAIL}++", regex.DOTALL)


def drop_excess_marks(text: str) -> Iterator[Change]:
    """Yield the marks after the thirtieth of one letter: decoration that no language reads."""
    if text.isascii() or not _MANY_MARKS.search(text):
        return
    for match in _EXCESS.finditer(text):
        yield Change(match.start(), match.end(), "", "excess_marks")


def compose(text: str) -> Iterator[Change]:
    """Yield the pieces that are not in NFC; needs a text without excess marks to be linear."""
    if text.isascii():
        return
    start = 0
    # By lines, because one doubtful character makes the check of a text take the long way.
    for line in text.split("\n"):
        if not is_normalized("NFC", line):
            yield from _composed(line, start)
        start += len(line) + 1


def _composed(line: str, start: int) -> Iterator[Change]:
    for match in _PIECE.finditer(line):
        composed = normalize("NFC", match.group())
        if composed != match.group():
            yield Change(start + match.start(), start + match.end(), composed, "canonical_form")
