"""One failure for reading: its record, where its document is now, and what to do."""

from collections.abc import Iterator
from typing import Any

from schemas.failure import FailureCode
from workers.operations import FailureReport

# As docs/contracts.md has it.
_WHAT_TO_DO = {
    FailureCode.INVALID_DOCUMENT: "correct the field at the path that is named, and submit it again",
    FailureCode.ID_CONFLICT: "choose another id",
    FailureCode.TOO_LARGE: "send less, or raise WARRAQ_MAX_DOCUMENT_BYTES",
    FailureCode.UNSUPPORTED_MEDIA_TYPE: "convert it, or add a decoder",
    FailureCode.CORRUPT_FILE: "send the right media type, or a whole file",
    FailureCode.ENCRYPTED_FILE: "send it without a password",
    FailureCode.TIME_LIMIT: "send less, or raise WARRAQ_STAGE_TIME_LIMIT_SECONDS, then requeue",
    FailureCode.MEMORY_LIMIT: "send less, or raise WARRAQ_STAGE_MEMORY_LIMIT_KILOBYTES, then requeue",
    FailureCode.WORKER_LOST: "the document crashes its worker: report it; requeue after an upgrade",
    FailureCode.ENGINE_FAILED: "report it; requeue after an upgrade",
    FailureCode.INTERNAL: "requeue; report it when it comes again",
}


def row(report: FailureReport) -> dict[str, Any]:
    """Return everything as one JSON object."""
    until = report.source_kept_until
    return {
        "key": report.key,
        **report.failure.model_dump(mode="json"),
        "status": report.status,
        "current_revision": report.revision,
        "is_source_kept": report.is_source_kept,
        "source_kept_until": until.isoformat() if until else None,
        "what_to_do": what_to_do(report),
    }


def lines(report: FailureReport) -> Iterator[str]:
    """Yield the lines of the readable form."""
    for name, value in row(report).items():
        if isinstance(value, list):
            yield f"{name + ':':<19}{len(value)}"
            yield from (f"  {'  '.join(str(part) for part in item.values())}" for item in value)
        elif value is not None:
            yield f"{name + ':':<19}{value}"


def what_to_do(report: FailureReport) -> str:
    """Say what helps, given what is still kept."""
    failure = report.failure
    if report.status is not None and report.status != "failed":
        return f"nothing: the document is {report.status} under revision {report.revision}"
    advice = _WHAT_TO_DO.get(failure.code, "see docs/contracts.md")
    if "requeue" in advice and not report.is_source_kept:
        return f"{advice}; its source has expired, so submit it again instead"
    return advice
