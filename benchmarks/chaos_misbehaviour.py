"""Decoders of somebody else, which misbehave on purpose, as native code can."""

import os
import signal
from time import sleep

from schemas.document import Document
from schemas.text import EncodingSource
from workers.decoders import Decoded, Encoding, table

DEADLY = "application/x-deadly"
SLOW = "application/x-slow"
ENDLESS = "application/x-endless"


def decode_deadly(document: Document) -> Decoded:
    """Take the process down, like a segmentation fault in a library."""
    os.kill(os.getpid(), signal.SIGKILL)
    return _text()


def decode_slow(document: Document) -> Decoded:
    """Take as many seconds as the document says."""
    sleep(float(document.text or "0"))
    return _text()


def decode_endless(document: Document) -> Decoded:
    """Never come back."""
    while True:
        sleep(0.01)


def install() -> None:
    """Add the decoders to the table of this process."""
    rows = ((DEADLY, decode_deadly), (SLOW, decode_slow), (ENDLESS, decode_endless))
    table.DECODERS += tuple(
        table.DecoderRow((media_type,), (), f"{__name__}:{function.__name__}") for media_type, function in rows
    )


def _text() -> Decoded:
    return Decoded(text="The bridge was opened in Hamburg.", encoding=Encoding(None, EncodingSource.TEXT), is_raw=False)
