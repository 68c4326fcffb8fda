"""White space: one blank between words, one line end between lines, one empty line between paragraphs."""

import re
from collections.abc import Iterator

from workers.text.alignment import Change

# Matches at the first character of each run other than one blank, one line end or two, so clean text yields nothing.
TRIGGERS = "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNTIDY_PAIRS = ("  ", " \n", "\n ", "\n\n\n")
_UNTIDY = re.compile(r" \s+|[^\S \n]\s*|\n\n?[^\S\n]\s*|\n\n\n\s*")


def is_tidy(text: str) -> bool:
    """Tell whether a text without the characters of TRIGGERS has its white space in canonical form; quick."""
    return not (text[:1].isspace() or text[-1:].isspace() or any(pair in text for pair in _UNTIDY_PAIRS))


def repair_white_space(text: str) -> Iterator[Change]:
    """Yield the canonical form of each run of white space that is not in it; the text itself starts and ends visibly."""
    body_start, body_end = len(text) - len(text.lstrip()), len(text.rstrip())
    if body_start:
        yield Change(0, body_start, "", "white_space")
    if body_start == len(text):
        return
    for match in _UNTIDY.finditer(text, body_start, body_end):
        lines = match.group().count("\n")
        yield Change(match.start(), match.end(), "\n\n" if lines > 1 else "\n" if lines else " ", "white_space")
    if body_end < len(text):
        yield Change(body_end, len(text), "", "white_space")
