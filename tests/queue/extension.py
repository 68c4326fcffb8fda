"""A worker with a decoder of somebody else: media types that misbehave on purpose, as native code can."""

import os
import signal
from pathlib import Path
from time import sleep

from celery.worker.control import control_command

from schemas.document import Document
from schemas.text import EncodingSource
from workers.celery import app
from workers.decoders import Decoded, Encoding, table

__all__ = ["app"]

DEADLY = "application/x-deadly"
SLOW = "application/x-slow"
ENDLESS = "application/x-endless"
INDISCREET = "application/x-indiscreet"


def decode_deadly(document: Document) -> Decoded:
    """Take the process down, like a segmentation fault in a library."""
    os.kill(os.getpid(), signal.SIGKILL)
    return _text(document)


def decode_slow(document: Document) -> Decoded:
    """Take as long as the document says, and leave a line in the file that it names."""
    seconds, _, journal = (document.text or "").partition(" ")
    with Path(journal).open("a") as file:
        file.write(f"{document.id}\n")
    sleep(float(seconds))
    return _text(document)


def decode_endless(document: Document) -> Decoded:
    """Never come back."""
    while True:
        sleep(0.01)


def decode_indiscreet(document: Document) -> Decoded:
    """Raise with the words of the document, as libraries do."""
    raise ValueError(f"cannot read {document.text!r} of {document.title!r}")


@control_command()
def freeze(state: object, seconds: float = 60) -> None:
    """Hold up the main loop of the worker, as a hang in a library does."""
    sleep(seconds)


def _text(document: Document) -> Decoded:
    return Decoded(text="A slow document.", encoding=Encoding(None, EncodingSource.TEXT), is_raw=False)


table.DECODERS += tuple(
    table.DecoderRow((media_type,), (), f"{__name__}:{function.__name__}")
    for media_type, function in (
        (DEADLY, decode_deadly),
        (SLOW, decode_slow),
        (ENDLESS, decode_endless),
        (INDISCREET, decode_indiscreet),
    )
)
