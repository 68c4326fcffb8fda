"""The encodings in which UTF-8 is misread, and how each spells the sequences of UTF-8."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

LOST = "\ufffd"


# The commoner the reader, the further up: it wins where two make the same of a line.
_READERS: tuple[tuple[str, bool], ...] = (
    ("cp1252", False),
    ("cp1254", False),
    ("cp1250", True),
    ("iso8859_2", True),
    ("cp1257", True),
    ("mac_roman", False),
    ("cp437", False),
    ("cp850", False),
    ("cp1251", True),
    ("cp1256", True),
    ("cp1253", True),
    ("cp1255", True),
    ("koi8_r", False),
)


# A cluster that goes on for as many characters is looked at closely without a look at its end.
_FAR_ENOUGH = 240

# Marks beyond ASCII that may stand before a misread cluster, in the bytes 80 to BF of the readers.
_MARKS = "".join(
    re.escape(character)
    for character in sorted(
        {bytes([byte]).decode(name, "ignore") for name, _ in _READERS for byte in range(0x80, 0xC0)}
    )
    if character and not character.isalpha()
)


@dataclass(frozen=True, slots=True)
class Reader:
    """One wrong encoding: the bytes of its characters, and what a misread cluster of characters looks like.

    `has_letters` where the second half of sequences may be letters of a script, so that right text has many of them.
    """

    name: str
    byte_of: Mapping[str, int]
    sequence: re.Pattern[str]
    cluster: re.Pattern[str]
    opened: re.Pattern[str]
    blank: re.Pattern[str]
    has_letters: bool


@cache
def readers() -> tuple[Reader, ...]:
    """Return the readers, commonest first."""
    return tuple(_reader(name, has_letters=has_letters) for name, has_letters in _READERS)


def _reader(name: str, *, has_letters: bool) -> Reader:
    byte_of = dict(_characters(name))
    sequence = "|".join(_sequences(byte_of))
    rest = "".join(re.escape(c) for c, byte in byte_of.items() if byte < 0xC0 and not c.isalpha())
    lead, trail = _class(byte_of, 0xE0, 0xF5), _class(byte_of, 0x80, 0xC0)
    # The end of a text may cut its last character.
    opened = rf"((?:{sequence})++)(?:{lead}{trail}{{0,2}}\Z|[{rest}]*+(?![^\x00-\x7f]))"
    cluster = rf"(?<![^\x00-\x7f])[{rest}]*?{opened}"
    blank = "|".join(_blanks(byte_of))
    return Reader(
        name, byte_of, re.compile(sequence), re.compile(cluster), re.compile(opened), re.compile(blank), has_letters
    )


def _characters(codec: str) -> Iterator[tuple[str, int]]:
    """Yield what an encoding reads bytes beyond ASCII as, and the control characters that browsers read in their place."""
    for byte in range(0x80, 0x100):
        if byte < 0xA0:
            yield chr(byte), byte
        character = bytes([byte]).decode(codec, "ignore")
        if character:
            yield character, byte


def _sequences(byte_of: Mapping[str, int]) -> Iterator[str]:
    """Yield patterns of UTF-8 sequences of two to four bytes (Unicode 3.9, table 3-7), a lost byte after the first."""
    trail = _class(byte_of, 0x80, 0xC0, more=LOST)
    yield f"{_class(byte_of, 0xC2, 0xE0)}{trail}"
    yield f"{_class(byte_of, 0xE0, 0xF0)}{trail}{{2}}"
    yield f"{_class(byte_of, 0xF0, 0xF5)}{trail}{{3}}"


def _blanks(byte_of: Mapping[str, int]) -> Iterator[str]:
    """Yield patterns of blanks that may be the byte A0 of a sequence, which is a no-break space in most encodings."""
    two, three, trail = _class(byte_of, 0xC2, 0xE0), _class(byte_of, 0xE0, 0xF0), _class(byte_of, 0x80, 0xC0)
    yield rf"(?<={two})\x20(?=[^\x00-\x7f]|[\s.,;:!?)]|\Z)"
    yield rf"(?<={three})\x20(?={trail})"
    yield rf"(?<={three}{trail})\x20(?=[^\x00-\x7f]|[\s.,;:!?)]|\Z)"


def _class(byte_of: Mapping[str, int], first: int, last: int, *, more: str = "") -> str:
    characters = "".join(sorted(c for c, byte in byte_of.items() if first <= byte < last))
    # A reader may lack the bytes; such a class matches nothing.
    return f"[{re.escape(characters + more)}]" if characters else "(?!)"


def cluster_at(text: str, position: int) -> bool:
    """Tell whether some reader may have made a cluster that begins at a place where `hint` matches."""
    end = position + _FAR_ENOUGH
    return any(reader.opened.match(text, position, end) for reader in _by_lead().get(text[position], ()))


@cache
def _by_lead() -> Mapping[str, Sequence[Reader]]:
    table: dict[str, list[Reader]] = {}
    for reader in readers():
        for character, byte in reader.byte_of.items():
            if 0xC2 <= byte < 0xF5:
                table.setdefault(character, []).append(reader)
    return table


@cache
def hint() -> re.Pattern[str]:
    """Return a quick pattern for two characters with which a cluster may begin, in any mixture of readers.

    Before it stand only marks that are no letters, as a quotation mark does: text without a match has no cluster.
    """
    trails = {c for reader in readers() for c, byte in reader.byte_of.items() if byte < 0xC0} | {LOST}
    first, then = (re.escape("".join(sorted(kind))) for kind in (_by_lead(), trails))
    return re.compile(rf"[{first}][{then}](?:(?<=\A..)|(?<=[\x00-\x7f{_MARKS}]..))", re.DOTALL)
