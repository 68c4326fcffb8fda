"""A worker whose decoders and engines misbehave within one document, as native code and libraries can."""

import ctypes
import os
import re
from collections.abc import Callable
from contextlib import suppress
from itertools import count, repeat
from typing import cast

from schemas.document import Document
from schemas.text import EncodingSource
from tests.queue.extension import app
from workers.decoders import Decoded, Encoding, table
from workers.engines import Candidate, EngineInfo, Reading
from workers.engines.registry import EngineKind, EngineRow
from workers.stages import attempts

__all__ = ["app"]

MEDIA_TYPE = "application/x-misbehaving"
ENDLESS_WORD = "Neverendingbridge"
HUNGRY_BYTES = 400 * 2**20


def swallow() -> None:
    """Catch every Exception for ever."""
    for _ in count():
        with suppress(Exception):
            while True:
                pass


def backtrack() -> None:
    """Match for longer than anybody lives: it keeps the GIL, but looks for signals."""
    re.match(r"(a+)+$", "a" * 60 + "b")


def hold() -> None:
    """Keep the GIL in native code that never looks for signals."""
    sum(repeat(0))


def hoard() -> None:
    """Ask for ever more memory."""
    cast(list[object], [bytearray(2**20) for _ in count()])


def eat() -> None:
    """Take much memory, within the limit, and give it back."""
    bytearray(HUNGRY_BYTES)


def abort() -> None:
    """Do as some native libraries do when the system gives them no memory."""
    malloc = ctypes.CDLL(None).malloc
    malloc.restype, malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    if malloc(2**36) is None:
        os.abort()


DEEDS: dict[str, Callable[[], None]] = {deed.__name__: deed for deed in (swallow, backtrack, hold, hoard, eat, abort)}


def decode(document: Document) -> Decoded:
    """Do what the text says."""
    DEEDS[document.text or ""]()
    return Decoded(text="A text.", encoding=Encoding(None, EncodingSource.TEXT), is_raw=False)


class Endless:
    """An extractor that never comes back from a text with a certain word."""

    info = EngineInfo(name="endless", version="1")

    def extract(self, readings: list[Reading]) -> list[list[Candidate]]:
        while any(ENDLESS_WORD in reading.text for reading in readings):
            pass
        return [[] for _ in readings]


load = Endless

table.DECODERS += (table.DecoderRow((MEDIA_TYPE,), (), f"{__name__}:decode"),)
_engines = attempts.engines
attempts.engines = lambda: (EngineRow(EngineKind.ENTITIES, "endless", f"{__name__}:load"), *_engines())
