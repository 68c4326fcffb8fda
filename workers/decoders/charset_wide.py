"""UTF-16 and UTF-32 without a byte order mark, known by the control bytes that no 8-bit text has."""

from unicodedata import category

_SAMPLE_BYTES = 4_096
_BELOW_BLANK = bytes(range(0x20))
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\v\f\r\x1a\x1b")

# Letters of UTF-16 have the number of their block as every other byte: 0 for Latin, 4 for Cyrillic, 6 for Arabic.
# ASCII with a stray zero has far fewer; so have ideographs, which are told by the guess.
_BLOCK_BYTES_SHARE = 0.2
# Blocks 9 to 13 are those of India: as bytes they are tabs and line ends, of which no text has every other byte.
_ONE_SIDED_SHARE, _LEAST_ONE_SIDED = 0.5, 4
# A text is in one script, with signs from a few other blocks, some more of them in a longer one.
_BLOCKS, _BYTES_PER_BLOCK = 4, 128
# Of random 16-bit units about a third is unassigned or private; texts have next to none.
_READABLE_SHARE = 0.97


def wide_codec(content: bytes) -> str | None:
    """Return the codec of bytes that can only be UTF-16 or UTF-32, or None."""
    sample = content[:_SAMPLE_BYTES]
    if len(sample) < 4:
        return None
    whole = sample[: len(sample) - len(sample) % 4]
    for codec in ("utf-32-le", "utf-32-be"):
        if 0 in whole and _is_readable(whole, codec):
            return codec
    return _utf_16_codec(sample[: len(sample) - len(sample) % 2]) if _may_be_utf_16(sample) else None


def _may_be_utf_16(sample: bytes) -> bool:
    controls = _count(sample, _CONTROLS)
    if controls >= _BLOCK_BYTES_SHARE * len(sample):
        return True
    fewer, more = sorted(_count(half, _BELOW_BLANK) for half in (sample[::2], sample[1::2]))
    return more >= max(_LEAST_ONE_SIDED, _ONE_SIDED_SHARE * len(sample) / 2, 2 * fewer)


def _utf_16_codec(sample: bytes) -> str | None:
    """Return the readable byte order in which the blocks are fewer: letters vary, their block hardly does."""
    limit = _BLOCKS + len(sample) // _BYTES_PER_BLOCK
    codecs = [codec for codec in ("utf-16-le", "utf-16-be") if _blocks(sample, codec) <= limit]
    readable = [codec for codec in codecs if _is_readable(sample, codec)]
    return min(readable, key=lambda codec: _blocks(sample, codec), default=None)


def _blocks(sample: bytes, codec: str) -> int:
    return len(set(sample[1::2] if codec == "utf-16-le" else sample[0::2]))


def _is_readable(sample: bytes, codec: str) -> bool:
    text = sample.decode(codec, "replace")
    readable = sum(
        character.isspace() or category(character)[0] in "LMNPSZ" or category(character) == "Cf" for character in text
    )
    return readable - text.count("\ufffd") >= _READABLE_SHARE * len(text)


def _count(sample: bytes, characters: bytes) -> int:
    return len(sample) - len(sample.translate(None, delete=characters))
