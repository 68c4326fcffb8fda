"""Ids for documents that come without one."""

import secrets
import time
from uuid import UUID


def new_document_id() -> str:
    """Return a UUID of version 7 (RFC 9562): sortable by time, unique without coordination."""
    milliseconds = time.time_ns() // 1_000_000
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return str(UUID(int=value))
