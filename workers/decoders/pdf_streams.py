"""How much the streams of a PDF unpack to, told before PDFium unpacks them all into memory."""

from collections.abc import Iterator
from re import compile as pattern
from zlib import decompressobj
from zlib import error as ZlibError  # noqa: N812 (an exception by name)

_STREAM = pattern(rb"stream\r?\n(?=\x78[\x01\x5e\x9c\xda])")
# A dictionary that is longer belongs to no picture.
_DICTIONARY_BYTES = 600
_PICTURE = pattern(rb"/Subtype\s*/Image")
_ZLIB_STARTS = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
_CHUNK_BYTES = 1_000_000
# Programs deflate once, some twice by mistake.
_LAYERS = 4


def unpacks_beyond(content: bytes, *, single: int, total: int) -> bool:
    """Tell whether one deflated stream has more than `single` bytes, or all together more than `total`.

    Pictures are left out, because PDFium does not draw them here and a white page unpacks to a thousand times its size.
    """
    seen = 0
    for start in _streams(content):
        end = content.find(b"endstream", start)
        size = _unpacked(content[start : end if end > 0 else None], most=single, layers=_LAYERS)
        seen += size
        if size > single or seen > total:
            return True
    return False


def _streams(content: bytes) -> Iterator[int]:
    for found in _STREAM.finditer(content):
        before = content[max(0, found.start() - _DICTIONARY_BYTES) : found.start()]
        if not _PICTURE.search(before[before.rfind(b" obj") :]):
            yield found.end()


def _unpacked(data: bytes, *, most: int, layers: int) -> int:
    unpacking, total, inner = decompressobj(), 0, b""
    try:
        piece = unpacking.decompress(data, _CHUNK_BYTES)
        while piece:
            inner += piece if layers and (inner or piece.startswith(_ZLIB_STARTS)) else b""
            total += len(piece)
            if total > most or unpacking.eof:
                break
            piece = unpacking.decompress(unpacking.unconsumed_tail, _CHUNK_BYTES)
    except ZlibError:
        pass
    return total + (_unpacked(inner, most=most - total, layers=layers - 1) if inner and total <= most else 0)
