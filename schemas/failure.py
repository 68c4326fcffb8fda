"""Why a document could not be processed, without a word of its text."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field, TypeAdapter, field_validator

from schemas.model import Model


class FailureCode(StrEnum):
    """The closed list of reasons; docs/contracts.md says for each what to do and whether a retry helps."""

    INVALID_DOCUMENT = "invalid_document"
    ID_CONFLICT = "id_conflict"
    TOO_LARGE = "too_large"
    UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type"
    CORRUPT_FILE = "corrupt_file"
    ENCRYPTED_FILE = "encrypted_file"
    TIME_LIMIT = "time_limit"
    MEMORY_LIMIT = "memory_limit"
    WORKER_LOST = "worker_lost"
    ENGINE_FAILED = "engine_failed"
    INTERNAL = "internal"


class Attempt(Model):
    """One time that work on a document was begun: when, in which stage, by which worker."""

    begun_at: datetime
    stage: str
    worker: str


class Failure(Model):
    """A document, or an entry that never became one, that ended without a result.

    `history` has the attempts at the stage in which it ended, the oldest first; in a stream entry it is JSON text.
    """

    id: str | None = None
    entry: str
    revision: int = Field(ge=0)
    code: FailureCode
    stage: str | None = None
    message: str
    retry_helps: bool
    attempts: int = Field(ge=0)
    failed_at: datetime
    history: tuple[Attempt, ...] = ()

    @field_validator("history", mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return _ATTEMPTS.validate_json(value) if isinstance(value, str | bytes) else value


_ATTEMPTS = TypeAdapter(tuple[Attempt, ...])
