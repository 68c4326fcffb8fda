"""Documents as bytes: JSON in UTF-8, in which lone surrogates of a broken producer survive until they are repaired."""

import json
from base64 import b64encode
from hashlib import sha256
from re import compile as pattern
from typing import Any

from pydantic import ValidationError

from schemas.document import Document
from workers.errors import InvalidDocument
from workers.ledger import strict_json

# What decides about the result; the same id with other metadata or priority is still the same document.
_IDENTITY = ("media_type", "charset", "title", "published_at", "language_hint", "options")
# A refusal is read by people: so many problems, each with so long a path, since names of unknown fields are anybody's.
_PROBLEMS_SHOWN = 10
_PATH_CHARACTERS = 80
_FIELD = pattern(r"[A-Za-z_][A-Za-z0-9_.:-]{0,39}")


def encode_document(document: Document) -> bytes:
    """Return the document as JSON bytes, body included."""
    return _dump(_fields(document) | _body(document))


def encode_head(document: Document) -> bytes:
    """Return the document without its body, as later stages and publication read it."""
    return _dump(_fields(document) | {"text": ""})


def decode_document(data: bytes) -> Document:
    """Return the document of JSON bytes; raises InvalidDocument with the path of each problem."""
    try:
        fields = strict_json.parse(data)
    except strict_json.NotStrict as error:
        raise InvalidDocument([("$", str(error))]) from None
    return validate_document(fields)


def validate_document(fields: Any) -> Document:
    """Return the document of decoded JSON; raises InvalidDocument with the path of each problem."""
    try:
        return Document.model_validate(fields)
    except ValidationError as error:
        raise InvalidDocument(_problems(error)) from None


def digest(document: Document) -> str:
    """Return what makes two documents of one id the same: body and everything that decides about the result."""
    fields = {name: value for name, value in _fields(document).items() if name in _IDENTITY}
    return sha256(_dump(fields | _body(document))).hexdigest()


def _problems(error: ValidationError) -> list[tuple[str, str]]:
    rows = error.errors(include_input=False, include_url=False, include_context=False)
    shown = [(_path(row["loc"]), row["msg"].removeprefix("Value error, ")) for row in rows[:_PROBLEMS_SHOWN]]
    more = len(rows) - len(shown)
    return [*shown, ("$", f"and {more:,} more problems")] if more else shown


def _path(parts: tuple[int | str, ...]) -> str:
    path = ".".join(map(_name, parts)) or "$"
    return path if len(path) <= _PATH_CHARACTERS else path[: _PATH_CHARACTERS - 1] + "…"


def _name(part: int | str) -> str:
    """Return a part of a path; the name of an unknown field is anybody's, and may be a sentence of a document."""
    return str(part) if isinstance(part, int) or _FIELD.fullmatch(part) else "(a name that is none)"


def _fields(document: Document) -> dict[str, Any]:
    return document.model_dump(mode="json", exclude={"text", "content"}, exclude_defaults=True)


def _body(document: Document) -> dict[str, str]:
    if document.content is not None:
        return {"content": b64encode(document.content).decode("ascii")}
    return {"text": document.text or ""}


def _dump(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
