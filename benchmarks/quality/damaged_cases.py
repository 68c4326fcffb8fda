"""Cases of damaged text: right strings that were read in a wrong encoding, once or more, and what must come back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from benchmarks.quality.table import Split

DATA = Path(__file__).parent / "data"
# How UTF-8 is misread most: as the Windows and ISO default of the West, as the code page of a country, in a DOS box, on
# an old Macintosh.
READERS = (
    "cp1252",
    "latin-1",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp437",
    "cp850",
    "mac_roman",
)
# A legacy encoding of a language, read as Western European.
LEGACY = {
    "ru": "cp1251",
    "uk": "cp1251",
    "bg": "cp1251",
    "el": "cp1253",
    "he": "cp1255",
    "ar": "cp1256",
    "fa": "cp1256",
}


class Damage(StrEnum):
    """What was done to a string."""

    ONCE = "UTF-8 misread once"
    TWICE = "twice"
    THRICE = "three times"
    ONE_LINE = "one line of three"
    INSIDE = "one half of a line"
    LOST = "undefined bytes replaced"
    BLANK = "no-break spaces became blanks"
    LEGACY = "a legacy code page read as cp1252"


@dataclass(frozen=True, slots=True)
class Case:
    """A damaged string and the right one; `lost` characters of it may come back as U+FFFD, since nobody can know them."""

    language: str
    damage: Damage
    reader: str
    damaged: str
    right: str

    def is_restored(self, text: str) -> bool:
        """Tell whether a repair gave back the right string, but for characters that the damage lost."""
        if self.damage is not Damage.LOST:
            return text == self.right
        return (
            len(text) == len(self.right)
            and all(found in (wanted, "\ufffd") for found, wanted in zip(text, self.right, strict=True))
            and text.count("\ufffd") <= self.damaged.count("\ufffd")
        )


def clean(split: Split) -> Sequence[tuple[str, str]]:
    """Return right strings with their languages: of test the reserved ones, of dev the texts of the charset suite."""
    return _rows(DATA / "damaged" / "clean.tsv" if split is Split.TEST else DATA / "damaged" / "dev-clean.tsv")


def suspicious(split: Split) -> Sequence[tuple[str, str]]:
    """Return right strings that look damaged, with language or kind."""
    return _rows(DATA / "damaged" / ("suspicious.tsv" if split is Split.TEST else "dev-suspicious.tsv"))


def cases(split: Split) -> Iterator[Case]:
    """Yield every string in every kind of damage that it can have."""
    texts = clean(split)
    for index, (language, text) in enumerate(texts):
        if text.isascii():
            continue
        for reader in READERS:
            if (once := misread(text, reader)) is not None:
                yield Case(language, Damage.ONCE, reader, once, text)
                yield from _more(language, reader, once, text, neighbours=(texts[index - 1][1], texts[index - 2][1]))
        if (codec := LEGACY.get(language)) and (legacy := _misread_legacy(text, codec)) is not None:
            yield Case(language, Damage.LEGACY, codec, legacy, text)


def misread(text: str, reader: str) -> str | None:
    """Return UTF-8 read in a single-byte encoding as browsers do, or None where it has no such characters.

    Bytes that Windows leaves undefined become the control characters of their number (WHATWG Encoding Standard).
    """
    characters = [_read_byte(byte, reader) for byte in text.encode("utf-8")]
    return None if None in characters else "".join(character or "" for character in characters)


def _read_byte(byte: int, reader: str) -> str | None:
    try:
        return bytes([byte]).decode(reader)
    except UnicodeDecodeError:
        return chr(byte) if reader.startswith("cp125") and byte < 0xA0 else None


def _more(language: str, reader: str, once: str, text: str, *, neighbours: tuple[str, str]) -> Iterator[Case]:
    if reader in ("cp1252", "latin-1", "cp1256", "cp1251"):
        if (twice := misread(once, reader)) is not None:
            yield Case(language, Damage.TWICE, reader, twice, text)
            if reader != "cp1251" and (thrice := misread(twice, reader)) is not None:
                yield Case(language, Damage.THRICE, reader, thrice, text)
        before, after = neighbours
        yield Case(language, Damage.ONE_LINE, reader, f"{before}\n{once}\n{after}", f"{before}\n{text}\n{after}")
        yield from _inside(language, reader, text)
    if reader in ("cp1252", "cp1251"):
        lossy = text.encode("utf-8").decode(reader, "replace")
        if "\ufffd" in lossy:
            yield Case(language, Damage.LOST, reader, lossy, text)
    if reader == "cp1252" and "\xa0" in once:
        yield Case(language, Damage.BLANK, reader, once.replace("\xa0", " "), text)


def _inside(language: str, reader: str, text: str) -> Iterator[Case]:
    """Damage the second half of a line, as where a quotation was pasted; both halves must have letters beyond ASCII."""
    words = text.split(" ")
    head, tail = " ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])
    if not head.isascii() and not tail.isascii() and (damaged := misread(tail, reader)) is not None:
        yield Case(language, Damage.INSIDE, reader, f"{head} {damaged}", text)


def _misread_legacy(text: str, codec: str) -> str | None:
    try:
        return text.encode(codec).decode("cp1252")
    except UnicodeError:
        return None


def _rows(file: Path) -> Sequence[tuple[str, str]]:
    lines = (line.split("\t") for line in file.read_text("utf-8").splitlines())
    return [(language, text) for language, text in lines]
