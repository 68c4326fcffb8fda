"""Text of one Windows code page that was read as Western European: "ÇáÓáÇã" is السلام, "Ïðèâåò" is Привет."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workers.text.alignment import Change


@dataclass(frozen=True, slots=True)
class Misreading:
    """A code page, and words so common in it that two of them in one stretch betray the misreading."""

    encoding: str
    cue: re.Pattern[str]


# Cues, in their misread spelling: the Arabic article at the start of a word and common prepositions; the commonest
# function words of Russian and of Greek. None of them is a word in a language of cp1252.
_MISREADINGS = (
    Misreading("cp1256", re.compile(r"\b[æÈáßÝ]?Çá[^\W\d_]|\bÝí\b|\bãä\b|\bÚáì\b|\bÅáì\b")),
    Misreading("cp1251", re.compile(r"\b(?:íå|íà|÷òî|ïî|êàê|äëÿ|ýòî|îò|èç)\b")),
    Misreading("cp1253", re.compile(r"\b(?:êáé|ôçò|ôïõ|ôçí|ôï|ãéá|áðü|óôï)\b")),
)
_LEAST_CUES = 2
_ANY_CUE = re.compile("Çá|Ýí|ãä|áì|íå|íà|òî|ïî|êà|äë|îò|èç|êá|ôç|ôï|ãé|áð|óô")

# A stretch of a line that begins with a letter and has no Latin letter of ASCII in it.
_STRETCH = re.compile(r"[^\x00-\x9f][^A-Za-z\n]*+")


def repair_code_pages(text: str) -> Iterator[Change]:
    """Yield each stretch that was misread, as one; it keeps its length."""
    if not _ANY_CUE.search(text):
        return
    for match in _STRETCH.finditer(text):
        mended = _mended(match.group())
        if mended is not None:
            yield Change(match.start(), match.end(), mended, "mojibake")


def _mended(stretch: str) -> str | None:
    for misreading in _MISREADINGS:
        if len(misreading.cue.findall(stretch)) >= _LEAST_CUES:
            try:
                return stretch.encode("cp1252").decode(misreading.encoding)
            except UnicodeError:
                continue
    return None
