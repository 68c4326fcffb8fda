"""UTF-16 and UTF-32 without a byte order mark, known by the control bytes that no 8-bit text has."""

from unicodedata import category

_SAMPLE_BYTES = 4_096
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\v\f\r\x1a\x1b")

# Letters of UTF-16 have the number of their block as every other byte: 0 for Latin, 4 for Cyrillic, 6 for Arabic.
# ASCII with a stray zero has far fewer; ideographs have such bytes only in their spaces and line ends.
_BLOCK_BYTES_SHARE = 0.2
_UTF_32_ZEROS_SHARE = 0.45
# Of random 16-bit units about a third is unassigned or private; texts have next to none.
_READABLE_SHARE = 0.97


def wide_codec(content: bytes) -> str | None:
    """Return the codec of bytes that can only be UTF-16 or UTF-32, or None."""
    sample = content[:_SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, delete=_CONTROLS))
    if len(sample) < 4 or not controls:
        return None
    if sample.count(0) >= _UTF_32_ZEROS_SHARE * len(sample) and len(content) % 4 == 0:
        for codec in ("utf-32-le", "utf-32-be"):
            if _is_readable(sample, codec):
                return codec
    if controls < _BLOCK_BYTES_SHARE * len(sample) and _is_utf_8(sample):
        return None
    return _utf_16_codec(sample)


def _utf_16_codec(sample: bytes) -> str | None:
    """Return the readable byte order in which the blocks are fewer: letters vary, their block hardly does."""
    readable = [codec for codec in ("utf-16-le", "utf-16-be") if _is_readable(sample, codec)]
    return min(readable, key=lambda codec: _blocks(sample, codec), default=None)


def _blocks(sample: bytes, codec: str) -> int:
    return len(set(sample[1::2] if codec == "utf-16-le" else sample[0::2]))


def _is_readable(sample: bytes, codec: str) -> bool:
    text = sample.decode(codec, "replace")
    readable = sum(character.isspace() or category(character)[0] in "LMNPSZ" for character in text)
    return readable - text.count("\ufffd") >= _READABLE_SHARE * len(text)


def _is_utf_8(sample: bytes) -> bool:
    # The sample may cut the last character.
    return sample.decode("utf-8", "replace")[:-3].count("\ufffd") == 0
