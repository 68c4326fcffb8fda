"""What a message of Celery must look like before anything of Celery reads it; all else is refused here."""

from collections.abc import Mapping
from typing import Any

from workers.ledger import strict_json

# Bundles are 256 pairs of an id of 200 characters and a mark at most; only `workers.submit` carries more.
ENVELOPE_BYTES = 1_000_000
# A body of JSON holds a document escaped three times as long at most, and then in base64.
BODY_GROWTH = 4
# Ids of ours have 36 characters, those of other clients may be longer; names of tasks are those of functions.
NAME_CHARACTERS = 255
CONTENT_TYPE = "application/json"
ENCODINGS = frozenset({"utf-8", "utf8"})
BODY_ENCODINGS = frozenset({"base64", "utf-8", None})
TIME_LIMITS = 2


class RefusedMessage(Exception):
    """A message that no worker reads; its words are ours alone, never those of the message."""


def size_limit(max_document_bytes: int) -> int:
    """Return the most bytes that a message may have, which is told before it is parsed."""
    return ENVELOPE_BYTES + BODY_GROWTH * max_document_bytes


def check_size(item: bytes, *, limit: int) -> bytes:
    """Return the raw message; raises RefusedMessage for one above the limit."""
    if len(item) > limit:
        raise RefusedMessage(f"it has {len(item):,} bytes; the limit is {limit:,}")
    return item


def check_form(payload: object) -> None:
    """Raise RefusedMessage unless the envelope has what Celery and kombu take for granted."""
    envelope = _mapping(payload, "the message")
    properties = _mapping(envelope.get("properties"), "its properties")
    _mapping(properties.get("delivery_info"), "its delivery_info")
    _word(properties.get("delivery_tag"), "its delivery_tag")
    headers = _mapping(envelope.get("headers", {}), "its headers")
    if not isinstance(envelope.get("body"), str):
        raise RefusedMessage("its body is no string")
    if properties.get("body_encoding") not in BODY_ENCODINGS:
        raise RefusedMessage("its body is not in base64")
    if "compression" in headers:
        raise RefusedMessage("it is compressed, so its size is not known before it is unpacked")
    if envelope.get("content-type") != CONTENT_TYPE:
        raise RefusedMessage(f"it is not {CONTENT_TYPE}")
    if str(envelope.get("content-encoding")).lower() not in ENCODINGS:
        raise RefusedMessage("it is not in UTF-8")


def check_task(headers: object, body: bytes | str) -> None:
    """Raise RefusedMessage unless this is a task message of protocol 2 with arguments that can be called."""
    named = _mapping(headers, "its headers")
    _word(named.get("task"), "the name of its task")
    _word(named.get("id"), "its id")
    _check_limits(named)
    try:
        parts = strict_json.parse(body.encode() if isinstance(body, str) else body)
    except strict_json.NotStrict as error:
        raise RefusedMessage(f"its body: {error}") from None
    if not isinstance(parts, list) or [type(part) for part in parts] != [list, dict, dict]:
        raise RefusedMessage("its body is not [arguments, named arguments, options]")


def _check_limits(headers: Mapping[str, Any]) -> None:
    limits = headers.get("timelimit") or (None, None)
    if not isinstance(limits, list | tuple) or len(limits) != TIME_LIMITS:
        raise RefusedMessage("its time limits are no pair")
    if any(limit is not None and (isinstance(limit, bool) or not isinstance(limit, int | float)) for limit in limits):
        raise RefusedMessage("its time limits are no numbers")
    if not isinstance(headers.get("retries") or 0, int):
        raise RefusedMessage("its retries are no number")
    if any(
        not isinstance(headers.get(name) or "", str) for name in ("eta", "expires", "shadow", "root_id", "parent_id")
    ):
        raise RefusedMessage("one of its headers has the wrong type")


def _mapping(value: object, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise RefusedMessage(f"{what} is no JSON object")
    return value


def _word(value: object, what: str) -> None:
    if not isinstance(value, str) or not 0 < len(value) <= NAME_CHARACTERS:
        raise RefusedMessage(f"{what} is no short string")
