"""What is said on the channel: small, without text; the result is at its key and in the stream."""

from enum import StrEnum

from schemas.model import Model


class EventType(StrEnum):
    """What happened."""

    PUBLISHED = "published"
    REFUSED = "refused"
    DUPLICATE = "duplicate"
    FORGOTTEN = "forgotten"


class Event(Model):
    """One message of the channel `warraq:events`; `id`, `entry` and `revision` identify a publication."""

    type: EventType
    entry: str
    id: str | None = None
    revision: int | None = None
    status: str | None = None
    code: str | None = None
    first_entry: str | None = None
