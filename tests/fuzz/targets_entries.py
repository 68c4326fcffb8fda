"""What others hand in, and the whole way of a document: entries of the intake, contracts, `process`."""

import json
from contextlib import suppress

from pydantic import BaseModel, ValidationError

from schemas.document import Document
from schemas.events import Event
from schemas.failure import Failure
from schemas.options import Options
from schemas.result import Result, Status
from schemas.stages import ExtractedEntities, LanguageDetection, NormalizedText, SummarizedText
from tests.fuzz.inputs import split_choices, text_of
from tests.fuzz.properties import (
    MARKER,
    check_error,
    check_language,
    check_result,
    check_schema,
    check_survives_json,
)
from workers.decoders.table import DECODERS
from workers.errors import InvalidDocument
from workers.ledger import codec
from workers.ledger.door import intake
from workers.pipeline import process

_MODELS: tuple[type[BaseModel], ...] = (
    Options,
    Document,
    Result,
    NormalizedText,
    LanguageDetection,
    ExtractedEntities,
    SummarizedText,
    Event,
    Failure,
)
_MEDIA_TYPES = (*(row.media_types[0] for row in DECODERS), "application/octet-stream", "text/plain")
_LIMIT_BYTES = 64


def check_entry(data: bytes) -> None:
    """An entry is a document, which the ledger writes and reads unchanged, or InvalidDocument."""
    try:
        document = codec.decode_document(data)
    except InvalidDocument as error:
        if not _names_a_field(data):
            check_error(error)
        return
    written = codec.encode_document(document)
    assert codec.decode_document(written) == document, "the ledger changes a document"
    assert codec.digest(codec.decode_document(written)) == codec.digest(document), "the digest is not stable"
    head = codec.decode_document(codec.encode_head(document))
    body = {"text": document.text, "content": document.content}
    assert head.model_copy(update=body) == document, "the head is not the document without its body"
    row = intake(document, document_id=document.id or "1-0", max_document_bytes=_LIMIT_BYTES)
    assert bool(row.fault.code) == (document.size_bytes > _LIMIT_BYTES), "the size limit is not kept"
    if document.content is None and document.text is not None and document.text.isascii():
        check_schema("document", document)


def _names_a_field(data: bytes) -> bool:
    """Tell whether the marker is in the name of a field: the path of a problem says names, never values."""
    names: list[str] = []
    with suppress(ValueError, RecursionError):
        json.loads(data, object_pairs_hook=lambda pairs: names.extend(name for name, _ in pairs))
    return any(MARKER.lower() in name.lower() for name in names)


def check_contracts(data: bytes) -> None:
    """A contract is read and written unchanged, or refused with a ValidationError that shows no input."""
    choices, rest = split_choices(data)
    model = _MODELS[choices.byte % len(_MODELS)]
    try:
        made = model.model_validate_json(rest)
    except ValidationError as error:
        if not _names_a_field(rest):
            check_error(error)
        return
    if not isinstance(made, Document):
        check_survives_json(made)


def check_process(data: bytes) -> None:
    """Every document gets one result that fits its schema, whatever its bytes are called."""
    choices, rest = split_choices(data)
    media_type = _MEDIA_TYPES[choices.byte % len(_MEDIA_TYPES)]
    body = {"content": rest} if choices.byte & 64 else {"text": text_of(rest)}
    with suppress(ValidationError):
        document = Document(id="fuzz", media_type=media_type, options=choices.options, **body)
        (result,) = process([document])
        check_result(result)
        if result.status is not Status.FAILED and result.language and result.text is not None:
            check_language(result.text, result.language)
