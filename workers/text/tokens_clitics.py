"""Where a word with an apostrophe or a hyphen is cut, by the clitics of its language."""

from collections import deque
from collections.abc import Iterator

import regex

from workers.text.languages.facts import LanguageFacts

HYPHENS = frozenset("-‐‑")
_MARK = regex.compile(r"['’ʼ\-‐‑]")
_PLAIN = str.maketrans("’ʼ‐‑", "''--")


def clitic_cuts(facts: LanguageFacts, text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the word `text[start:end]`, with a letter at both ends, is cut, in order: after its proclitics, before its enclitics.

    An apostrophe stays with the clitic (l'|eau, Obama|'s); a hyphen becomes a piece of its own (dit|-|il).
    """
    marks = deque(match.start() for match in _MARK.finditer(text, start, end))
    cuts = set[int]()
    while marks and _spelled(text, start, marks[0] + 1) in facts.proclitics:
        start = marks.popleft() + 1
        cuts.update(_around(text, start - 1, start))
    while marks and _spelled(text, marks[-1], end) in facts.enclitics:
        end = marks.pop()
        cuts.update(_around(text, end, end))
    yield from sorted(cuts)


def _spelled(text: str, start: int, end: int) -> str:
    return text[start:end].translate(_PLAIN).lower()


def _around(text: str, mark: int, apostrophe_cut: int) -> tuple[int, ...]:
    return (mark, mark + 1) if text[mark] in HYPHENS else (apostrophe_cut,)
