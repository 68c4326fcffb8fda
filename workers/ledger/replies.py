"""Replies of Redis as what they are: text, mappings of text, and moments."""

from datetime import UTC, datetime
from typing import Any


def text(reply: object) -> str:
    """Return a reply as text; Redis answers in bytes."""
    return reply.decode() if isinstance(reply, bytes) else str(reply)


def text_or_none(reply: object) -> str | None:
    """Return a reply as text, or None for a field that is not there."""
    return None if reply is None else text(reply)


def as_bytes(reply: bytes | str) -> bytes:
    """Return a reply as bytes, which it is unless a client decodes replies."""
    return reply if isinstance(reply, bytes) else reply.encode()


def mapping(reply: Any) -> dict[str, str]:
    """Return the fields of a hash or of a stream entry; none for an entry that was deleted."""
    return {text(name): text(value) for name, value in (reply or {}).items()}


def moment(milliseconds: str | None) -> datetime | None:
    """Return a stored moment in UTC."""
    return None if milliseconds is None else datetime.fromtimestamp(int(milliseconds) / 1000, tz=UTC)
