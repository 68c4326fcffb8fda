"""Cases of the charset suite: our own texts in the encodings of their languages, whole and damaged, declared and not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from unicodedata import normalize

from benchmarks.quality.table import Split

DATA = Path(__file__).parent / "data" / "charset"
UNICODE = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
# A stray byte shifts the rest of a text in units of two or four bytes, and the state of a seven-bit encoding.
_WITHOUT_STRAY = frozenset({"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "iso2022_jp", "iso2022_kr", "hz"})
# No encoding of more than one byte a character has it; in the others it is a letter or nothing.
_STRAY = b"\xff"
# What old systems wrote where their encoding lacks a character.
_SPELLINGS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "…": "...", "ș": "ş", "ț": "ţ", "Ș": "Ş", "Ț": "Ţ"}
    | {"ی": "ي", "۔": ".", "،": ",", "؛": ";", "؟": "?", "€": "EUR ", "½": ",5", "\u200c": " "}
)
# Servers and mail programs of these defaults declare them for anything.
_DEFAULTS = ("utf-8", "iso-8859-1", "windows-1252")


class Condition(StrEnum):
    """What is known about the bytes, and what was done to them."""

    UNDECLARED = "no declaration"
    DECLARED = "declared rightly"
    MISDECLARED = "declared wrongly"
    CUT = "last character cut"
    STRAY = "a stray byte"


@dataclass(frozen=True, slots=True)
class Case:
    """Bytes to read; right is a reading that begins with `head` and ends with `tail`, one or two characters between.

    Where nothing was damaged `tail` is None and the reading is `head`, both in Unicode normalization form C.
    """

    language: str
    length: str
    encoding: str
    condition: Condition
    content: bytes
    declared: str | None
    head: str
    tail: str | None = None

    def is_right(self, reading: str) -> bool:
        """Tell whether a reading is the text, but for what the damage took."""
        text = normalize("NFC", reading.removeprefix("\ufeff"))
        if self.tail is None:
            return text == self.head
        between = len(text) - len(self.head) - len(self.tail)
        return 0 <= between <= 2 and text.startswith(self.head) and text.endswith(self.tail)


def cases(split: Split) -> Iterator[Case]:
    """Yield every case of a split, by language, encoding and condition."""
    encodings = {language: (common.split(), rare.split()) for language, common, rare in _rows("encodings.tsv")}
    for language, length, text in _rows(f"{split}.tsv"):
        common, rare = encodings[language]
        legacy = [*common, *(rare if length != "short" else ())]
        for encoding in (*legacy, *UNICODE):
            yield from _conditions(language, length, encoding, text)


def _conditions(language: str, length: str, encoding: str, text: str) -> Iterator[Case]:
    spelt = spelling(text, encoding)
    content = encode(spelt, encoding)
    plain = Case(language, length, encoding, Condition.UNDECLARED, content, None, normalize("NFC", spelt))
    yield plain
    if length == "short":
        return
    yield _declared(plain, Condition.DECLARED, encoding)
    if encoding != "utf-8":
        yield _declared(plain, Condition.MISDECLARED, _DEFAULTS[len(content) % len(_DEFAULTS)])
    if len(spelt[-1].encode(encoding, "ignore")) > 1:
        yield _damaged(plain, Condition.CUT, content[:-1], spelt[:-1], "")
    if encoding not in _WITHOUT_STRAY:
        middle = spelt.index(" ", len(spelt) // 2) if " " in spelt[len(spelt) // 2 :] else len(spelt) // 2
        head, tail = spelt[:middle], spelt[middle:]
        damaged = encode(head, encoding) + _STRAY + encode(tail, encoding)
        yield _damaged(plain, Condition.STRAY, damaged, head, tail)


def _declared(case: Case, condition: Condition, declared: str) -> Case:
    return Case(
        case.language, case.length, case.encoding, condition, case.content, declared.replace("_", "-"), case.head
    )


def _damaged(case: Case, condition: Condition, content: bytes, head: str, tail: str) -> Case:
    ends = normalize("NFC", head), normalize("NFC", tail)
    return Case(case.language, case.length, case.encoding, condition, content, None, *ends)


def spelling(text: str, encoding: str) -> str:
    """Return the text as it was spelt in an encoding that lacks some of its characters."""
    return "".join(character if _fits(character, encoding) else character.translate(_SPELLINGS) for character in text)


def encode(text: str, encoding: str, *, errors: str = "strict") -> bytes:
    """Return the bytes; Vietnamese in cp1258 has its tone marks apart, as that encoding asks."""
    return "".join(_pieces(text) if encoding == "cp1258" else text).encode(encoding, errors)


def _fits(character: str, encoding: str) -> bool:
    try:
        encode(character, encoding)
    except UnicodeEncodeError:
        return False
    return True


def _pieces(text: str) -> Iterator[str]:
    for character in text:
        base, *marks = normalize("NFD", character)
        tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
        shapes = [mark for mark in marks if mark not in tones]
        precomposed = character.encode("cp1258", "ignore")
        yield character if precomposed else normalize("NFC", "".join((base, *shapes))) + "".join(tones)


def _rows(name: str) -> Sequence[list[str]]:
    return [line.split("\t") for line in (DATA / name).read_text("utf-8").splitlines()]
