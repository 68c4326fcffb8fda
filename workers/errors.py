"""Every error that warraq raises.

WarraqError
├── DocumentError               the document's fault: never retried
│   ├── InvalidDocument         it does not fit the schema
│   ├── IdConflict              its id was used for other content
│   ├── TooLarge                above a size limit
│   ├── UnsupportedMediaType    no decoder reads it
│   ├── CorruptFile             the bytes are not what the media type says
│   └── EncryptedFile           a password is needed
├── LimitExceeded               the work on one document hit a limit: the stage goes on with the next engine
│   ├── TimeLimitExceeded       it took too long
│   └── MemoryLimitExceeded     it asked for too much memory
├── EngineError                 an engine's fault: the stage goes on with the next one
│   ├── EngineUnavailable       not installed, or its model is missing
│   └── EngineFailed            it raised
├── TryLater                    the system is full: the same call helps later
├── UnknownDocument             no document has that id
├── NotPossible                 the document is not in a state for that
└── ConfigurationError          a setting or the environment is wrong

An Interruption stands beside the tree, because no `except Exception` of a library may keep it.

Messages say what was sought, what exists and what to do; they never contain document text.
"""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from schemas.failure import FailureCode


class WarraqError(Exception):
    """Root of all errors of warraq; `code` names the failure, `retry_helps` whether the same input may succeed later."""

    code: ClassVar[FailureCode] = FailureCode.INTERNAL
    retry_helps: ClassVar[bool] = False


class DocumentError(WarraqError):
    """The document itself cannot be processed; trying again does not help."""

    code = FailureCode.INVALID_DOCUMENT


class InvalidDocument(DocumentError):
    """The document does not fit the schema; `problems` are (path, reason) pairs."""

    def __init__(self, problems: Iterable[tuple[str, str]]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{path}: {reason}" for path, reason in self.problems))


class IdConflict(DocumentError):
    """The id is taken by a document with other content."""

    code = FailureCode.ID_CONFLICT


class TooLarge(DocumentError):
    """The document is above a size limit."""

    code = FailureCode.TOO_LARGE


class UnsupportedMediaType(DocumentError):
    """No decoder reads this media type."""

    code = FailureCode.UNSUPPORTED_MEDIA_TYPE


class CorruptFile(DocumentError):
    """The bytes are not a readable file of the stated media type."""

    code = FailureCode.CORRUPT_FILE


class EncryptedFile(DocumentError):
    """The file needs a password."""

    code = FailureCode.ENCRYPTED_FILE


class LimitExceeded(WarraqError):
    """The work of a stage on one document hit a limit; the message names the limit and its setting."""


class TimeLimitExceeded(LimitExceeded):
    """A stage took longer on one document than its limit."""

    code = FailureCode.TIME_LIMIT


class MemoryLimitExceeded(LimitExceeded):
    """A stage asked for more memory for one document than its limit."""

    code = FailureCode.MEMORY_LIMIT


class Interruption(BaseException):
    """Work is cut short from outside, wherever it is.

    `error` is what that means. Whoever catches it and goes on with the same document calls `resume`, which gives the
    rest of the work a time of its own; without that the interruption comes again.
    """

    def __init__(self, error: LimitExceeded, *, resume: Callable[[], None]) -> None:
        self.error = error
        self.resume = resume
        super().__init__(str(error))


class EngineError(WarraqError):
    """An engine could not do its work; the stage degrades to the next engine."""

    code = FailureCode.ENGINE_FAILED


class EngineUnavailable(EngineError):
    """The engine is not installed or its model is missing."""


class EngineFailed(EngineError):
    """The engine raised; the cause is chained."""


class TryLater(WarraqError):
    """The system is above its high-water mark; `retry_after_seconds` is a hint.

    `receipts` are the answers to the documents before the first that was turned away, in the order of the call.
    """

    retry_helps = True

    def __init__(self, message: str, *, retry_after_seconds: float, receipts: Iterable[Any] = ()) -> None:
        self.retry_after_seconds = retry_after_seconds
        self.receipts = tuple(receipts)
        super().__init__(message)


class UnknownDocument(WarraqError):
    """No document with that id is known, or it has expired."""


class NotPossible(WarraqError):
    """The document exists, but not in a state in which this can be done."""


class ConfigurationError(WarraqError):
    """A setting or the environment is wrong; the message says which and how to mend it."""
