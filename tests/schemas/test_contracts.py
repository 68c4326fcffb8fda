"""The contracts: strict on what others hand in, tolerant on what we read back, and published as JSON Schema."""

import base64
import json
from datetime import UTC, datetime
from functools import cache

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from schemas import Document, Provenance, Result, Status
from schemas.export import CONTRACTS, FOLDER, rendered
from workers.errors import InvalidDocument
from workers.ledger import codec


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")))


def test_the_committed_json_schemas_are_what_the_models_say() -> None:
    drifted = [path.name for path, text in rendered().items() if path.read_text(encoding="utf-8") != text]
    assert drifted == [], "run `make schemas`"


def test_there_is_no_schema_of_a_contract_that_is_gone() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.schema.json" for name in CONTRACTS}


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({}, "$"),
        ({"text": "x", "content": "eA=="}, "$"),
        ({"text": 7}, "text"),
        ({"content": "no base64!"}, "content"),
        ({"text": "x", "colour": "red"}, "colour"),
        ({"text": "x", "id": "a b"}, "id"),
        ({"text": "x", "id": ""}, "id"),
        ({"text": "x", "id": "a" * 201}, "id"),
        ({"text": "x", "media_type": "Text"}, "media_type"),
        ({"text": "x", "language_hint": "arabic language"}, "language_hint"),
        ({"text": "x", "published_at": "yesterday"}, "published_at"),
        ({"text": "x", "priority": "urgent"}, "priority"),
        ({"text": "x", "metadata": {"n": 7}}, "metadata.n"),
        ({"text": "x", "schema_version": 2}, "schema_version"),
        ({"text": "x", "options": {"stages": ["translate"]}}, "options.stages.0"),
        ({"text": "x", "options": {"stages": []}}, "options.stages"),
        ({"text": "x", "options": {"summary": {"sentences": 0}}}, "options.summary.sentences"),
        ({"text": "x", "options": {"summary": {"sentences": 3, "max_characters": 300}}}, "options.summary"),
        ({"text": "x", "options": {"entities": {"labels": ["ANIMAL"]}}}, "options.entities.labels.0"),
        ({"text": "x", "options": {"expires_after": 1}}, "options.expires_after"),
    ],
)
def test_a_document_that_does_not_fit_is_refused_with_the_path(fields: dict[str, object], path: str) -> None:
    with pytest.raises(InvalidDocument) as caught:
        codec.validate_document(fields)
    assert caught.value.problems[0][0] == path


def test_a_refusal_never_quotes_the_document() -> None:
    with pytest.raises(InvalidDocument) as caught:
        codec.validate_document({"text": ["classified"], "title": ["secret"], "media_type": "hidden"})
    assert not {"classified", "secret", "hidden"} & set(str(caught.value).replace("'", " ").split())


def test_a_result_of_a_newer_version_is_read_without_what_is_unknown() -> None:
    result = Result(id="a", status=Status.COMPLETED, provenance=Provenance(version="1"))
    newer = {**result.model_dump(mode="json"), "mood": "cheerful"}
    assert Result.model_validate(newer) == result


def test_models_are_frozen() -> None:
    with pytest.raises(ValidationError):
        Document(text="x").text = "y"  # type: ignore[misc]


@given(st.text(st.characters(codec=None), max_size=200), st.binary(max_size=200))
def test_any_document_survives_the_ledger_and_fits_its_json_schema(text: str, content: bytes) -> None:
    when = datetime(2026, 1, 2, tzinfo=UTC)
    documents = (
        Document(id="a", text=text, published_at=when, metadata={"k": "v"}),
        Document(id="b", content=base64.b64encode(content), media_type="text/html"),
    )
    for document in documents:
        assert codec.decode_document(codec.encode_document(document)) == document
        assert codec.decode_document(codec.encode_head(document)).text == ""
        fields = json.loads(codec.encode_document(document).decode("utf-8", "surrogatepass"))
        validator("document").validate(fields)


def test_the_digest_tells_content_and_options_apart_and_ignores_the_rest() -> None:
    document = Document(id="a", text="one")
    same = document.model_copy(update={"id": "b", "batch": "x", "metadata": {"k": "v"}})
    assert codec.digest(same) == codec.digest(document)
    assert codec.digest(Document(text="two")) != codec.digest(document)
    assert codec.digest(Document(text="one", media_type="text/html")) != codec.digest(document)
    assert codec.digest(Document(text="one", language_hint="de")) != codec.digest(document)
