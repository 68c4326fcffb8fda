"""UTF-8 that was read in a single-byte encoding, turned back: Arabic read as cp1256 by us, the rest by ftfy."""

import re
from collections.abc import Iterator
from unicodedata import category

from workers.text.alignment import Change

_CONTINUATION = re.escape(bytes(range(0x80, 0xC0)).decode("cp1256"))
_TWO, _THREE, _FOUR = (
    re.escape(bytes(leads).decode("cp1256")) for leads in (range(0xC2, 0xE0), range(0xE0, 0xF0), range(0xF0, 0xF5))
)
_SEQUENCE = f"(?:[{_TWO}][{_CONTINUATION}]|[{_THREE}][{_CONTINUATION}]{{2}}|[{_FOUR}][{_CONTINUATION}]{{3}})"
# A stretch in which every character above ASCII belongs to a UTF-8 sequence read as cp1256: "ط§ظ„ط³ظ„ط§ظ…".
_CP1256_STRETCH = re.compile(f"{_SEQUENCE}(?:[\\x00-\\x7f]*+{_SEQUENCE})*+")
# Arabic itself may hold one such pair by chance ("حافظ،"), or a list of letters with commas many, but never two in a row
# with no other Arabic letter near; a pair at a Latin letter is "cafأ©".
_CP1256_EVIDENCE = re.compile(f"{_SEQUENCE}{{2}}|(?<=[A-Za-z]){_SEQUENCE}(?=[A-Za-z ])")
_CP1256_LEAST_SEQUENCES = 3
# What a stretch with evidence holds; one cheap search that clean text seldom passes.
_CP1256_HINT = re.compile(f"[طظعغ][{_CONTINUATION}][طظعغ][{_CONTINUATION}]|[A-Za-z][آأâ][{_CONTINUATION}]")

# The encodings that ftfy turns back, except the two whose upper halves are mostly box drawing and symbols.
_MISREAD_AS = ("latin-1", "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1257", "iso-8859-2")


def _characters_of(first: int, last: int) -> str:
    characters = {chr(byte) for byte in range(0x80, 0xA0)} if first < 0xA0 else set[str]()
    for encoding in _MISREAD_AS:
        characters.update(bytes(range(first, last)).decode(encoding, "ignore"))
    return re.escape("".join(sorted(characters)))


_ANY_CONTINUATION = _characters_of(0x80, 0xC0)
# UTF-8 sequences in any of those encodings, "Ã " and "Â " of a lost NBSP, and starts of the same in MacRoman and cp437.
_HINT = re.compile(
    f"[{_characters_of(0xC2, 0xE0)}][{_ANY_CONTINUATION}]|[{_characters_of(0xE0, 0xF0)}][{_ANY_CONTINUATION}]{{2}}"
    rf"|ð[{_ANY_CONTINUATION}]|[\x80-\x9f]|[ÃÂ] |√[^ \w]|‚Ä|[├┬╨╤╪┘][^ \w]"
)


def repair_arabic_mojibake(text: str) -> Iterator[Change]:
    """Yield each character of stretches of UTF-8 that were read as cp1256, the mojibake of Arabic Windows."""
    if not _CP1256_HINT.search(text):
        return
    for match in _CP1256_STRETCH.finditer(text):
        if _CP1256_EVIDENCE.search(match.group()):
            decoded = _decoded_as_cp1256(match.group())
            if decoded is not None:
                yield from _by_byte_lengths(match.group(), decoded, start=match.start())


def repair_mojibake(text: str) -> Iterator[Change]:
    """Yield what ftfy would mend in each line that it finds suspicious; nothing for clean text."""
    end = 0
    while match := _HINT.search(text, end):
        start, end = text.rfind("\n", end, match.start()) + 1 or end, text.find("\n", match.start()) + 1 or len(text)
        fixed = _fixed(text[start:end])
        if fixed != text[start:end]:
            yield from _aligned(text[start:end], fixed, start=start)


def _fixed(line: str) -> str:
    from ftfy import fix_encoding

    return str(fix_encoding(line))


def _decoded_as_cp1256(stretch: str) -> str | None:
    """Return what the stretch meant, or None where it is more likely what it seems."""
    try:
        decoded = stretch.encode("cp1256").decode("utf-8")
    except UnicodeDecodeError:
        return None
    meant = [character for character in decoded if not character.isascii()]
    readable = sum(category(character)[0] in "LMNPSZ" for character in meant)
    enough = len(meant) >= _CP1256_LEAST_SEQUENCES or re.search("[A-Za-z]", stretch)
    return decoded if enough and readable == len(meant) else None


def _aligned(line: str, fixed: str, *, start: int) -> Iterator[Change]:
    """Align as finely as the line allows: by characters, by words, or as a whole."""
    if _is_one_decoding(line, fixed):
        return _by_byte_lengths(line, fixed, start=start)
    before, after = re.split(r"(\s+)", line), re.split(r"(\s+)", fixed)
    if len(before) == len(after):
        return _by_words(before, after, start=start)
    return iter((Change(start, start + len(line), fixed, "mojibake"),))


def _is_one_decoding(line: str, fixed: str) -> bool:
    """Tell whether each character of `fixed` stands for as many characters of `line` as it has bytes in UTF-8."""
    position = 0
    for character in fixed:
        length = _byte_length(character)
        if (length == 1 or position + length > len(line)) and line[position : position + 1] != character:
            return False
        position += length
    return position == len(line)


def _by_byte_lengths(line: str, fixed: str, *, start: int) -> Iterator[Change]:
    for character in fixed:
        length = _byte_length(character)
        if length > 1:
            yield Change(start, start + length, character, "mojibake")
        start += length


def _by_words(before: list[str], after: list[str], *, start: int) -> Iterator[Change]:
    for old, new in zip(before, after, strict=True):
        if old != new:
            yield Change(start, start + len(old), new, "mojibake")
        start += len(old)


def _byte_length(character: str) -> int:
    code = ord(character)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4
