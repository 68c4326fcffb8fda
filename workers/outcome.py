"""Results of documents that did not come through: failed and cancelled ones."""

from typing import Any

from schemas.document import Document
from schemas.result import Provenance, Result, ResultError, Status
from workers.errors import WarraqError
from workers.version import VERSION


def failed(document: Document, *, error: ResultError) -> Result:
    """Return the result of a document that failed."""
    return _empty(document, status=Status.FAILED, error=error)


def cancelled(document: Document) -> Result:
    """Return the result of a document that was cancelled."""
    return _empty(document, status=Status.CANCELLED)


def result_error(error: WarraqError, *, stage: str | None) -> ResultError:
    """Describe an error as it stands in a result."""
    return ResultError(code=error.code, stage=stage, message=str(error), retry_helps=error.retry_helps)


def identity(document: Document) -> dict[str, Any]:
    """Return what a result passes on from its document."""
    return {"id": document.id, "source": document.source, "batch": document.batch, "metadata": document.metadata}


def _empty(document: Document, **fields: Any) -> Result:
    return Result(**identity(document), title=document.title, provenance=Provenance(version=VERSION), **fields)
