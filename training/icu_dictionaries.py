"""Reads the word lists of ICU's break dictionaries out of its data library, as wheels and packages bring it compiled.

Formats: ICU's udata.h (headers and table of contents), dictionarydata.h, and bytestrie.h, whose terms the names follow.
"""

import struct
from collections.abc import Iterator

_MAGIC, _CONTENTS = b"\xda\x27", b"CmnD"
_HEADER_BEFORE_MAGIC, _CONTENTS_AFTER_MAGIC = 2, 10
_MIN_VALUE_LEAD, _MIN_LINEAR_MATCH = 0x20, 0x10
_MAX_BRANCH_LINEAR = 5
_ZWJ, _ZWNJ = 0xFF, 0xFE


def dictionary_words(library: bytes, name: str) -> Iterator[str]:
    """Yield the words of the dictionary, such as "laodict", of an ICU data library."""
    dictionary = _entry(library, f"brkitr/{name}.dict")
    (header,) = struct.unpack_from("<H", dictionary)
    trie, _, _, _, kind, transform = struct.unpack_from("<6i", dictionary, header)
    if kind & 7:
        raise ValueError(f"{name} is no byte trie")
    first_letter = transform & 0x1FFFFF
    for key in _keys(dictionary[header + trie :], 0, b""):
        yield "".join({_ZWJ: "\u200d", _ZWNJ: "\u200c"}.get(byte, chr(first_letter + byte)) for byte in key)


def _entry(library: bytes, suffix: str) -> bytes:
    """Return an entry of the common data, to the end of the library."""
    magic = library.find(_MAGIC)
    while library[magic + _CONTENTS_AFTER_MAGIC :][: len(_CONTENTS)] != _CONTENTS:
        magic = library.find(_MAGIC, magic + 1)
        if magic < 0:
            raise ValueError("no ICU data found")
    start = magic - _HEADER_BEFORE_MAGIC
    contents = start + struct.unpack_from("<H", library, start)[0]
    (count,) = struct.unpack_from("<I", library, contents)
    for number in range(count):
        name, data = struct.unpack_from("<II", library, contents + 4 + 8 * number)
        end = library.index(b"\0", contents + name)
        if library[contents + name : end].decode().endswith(suffix):
            return library[contents + data :]
    raise ValueError(f"{suffix} is not in the library")


def _keys(trie: bytes, at: int, prefix: bytes) -> Iterator[bytes]:
    """Yield the keys below the node at `at`."""
    while True:
        lead = trie[at]
        at += 1
        if lead >= _MIN_VALUE_LEAD:
            yield prefix
            if lead & 1:
                return
            _, at = _value(trie, at, lead >> 1)
        elif lead >= _MIN_LINEAR_MATCH:
            length = lead - _MIN_LINEAR_MATCH + 1
            prefix += trie[at : at + length]
            at += length
        else:
            if lead == 0:
                lead = trie[at]
                at += 1
            yield from _branch(trie, at, lead + 1, prefix)
            return


def _branch(trie: bytes, at: int, width: int, prefix: bytes) -> Iterator[bytes]:
    while width > _MAX_BRANCH_LINEAR:
        delta, after = _delta(trie, at + 1)
        yield from _branch(trie, after + delta, width // 2, prefix)
        width -= width // 2
        at = after
    for _ in range(width - 1):
        key, lead = prefix + trie[at : at + 1], trie[at + 1]
        value, at = _value(trie, at + 2, lead >> 1)
        if lead & 1:
            yield key
        else:
            yield from _keys(trie, at + value, key)
    yield from _keys(trie, at + 1, prefix + trie[at : at + 1])


def _value(trie: bytes, at: int, lead: int) -> tuple[int, int]:
    """Return a value, and where what follows it begins."""
    for low, size in ((0x10, 0), (0x51, 1), (0x6C, 2)):
        if lead < {0x10: 0x51, 0x51: 0x6C, 0x6C: 0x7E}[low]:
            return ((lead - low) << (8 * size)) | int.from_bytes(trie[at : at + size], "big"), at + size
    size = 3 if lead == 0x7E else 4
    return int.from_bytes(trie[at : at + size], "big"), at + size


def _delta(trie: bytes, at: int) -> tuple[int, int]:
    lead = trie[at]
    for low, high, size in ((0, 0xC0, 0), (0xC0, 0xF0, 1), (0xF0, 0xFE, 2)):
        if lead < high:
            return ((lead - low) << (8 * size)) | int.from_bytes(trie[at + 1 :][:size], "big"), at + 1 + size
    size = 3 if lead == 0xFE else 4
    return int.from_bytes(trie[at + 1 :][:size], "big"), at + 1 + size
