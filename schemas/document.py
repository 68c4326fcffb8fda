"""A document as a producer hands it in."""

from base64 import b64decode
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, InstanceOf, StringConstraints, WithJsonSchema, model_validator

from schemas.model import SCHEMA_VERSION, Input
from schemas.options import Options

DOCUMENT_ID_PATTERN = r"^[A-Za-z0-9._:-]{1,200}$"

MetadataName = Annotated[str, StringConstraints(max_length=200)]
DocumentId = Annotated[str, StringConstraints(pattern=DOCUMENT_ID_PATTERN)]

# A plain `str` of pydantic refuses lone surrogates, which do arrive (cut UTF-16, JSON escapes); normalize repairs them.
RawText = Annotated[InstanceOf[str], WithJsonSchema({"type": "string"})]


def _decode_base64(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return b64decode(value, validate=True)
        except ValueError as error:
            raise ValueError("content must be base64") from error
    return value


Base64Content = Annotated[
    InstanceOf[bytes],
    BeforeValidator(_decode_base64),
    WithJsonSchema({"type": "string", "contentEncoding": "base64"}),
]


class Priority(StrEnum):
    """The intake lane."""

    HIGH = "high"
    NORMAL = "normal"


class Document(Input):
    """A raw document: exactly one of `text` (already decoded) and `content` (base64 of bytes).

    `id` is the producer's idempotency key: the same id with the same content is processed once.
    """

    schema_version: Literal[1] = SCHEMA_VERSION
    id: DocumentId | None = None
    text: RawText | None = None
    content: Base64Content | None = None
    media_type: Annotated[str, StringConstraints(pattern=r"^[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+$")] = "text/plain"
    charset: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._:-]{1,40}$")] | None = None
    title: str | None = Field(default=None, max_length=1_000)
    source: str | None = Field(default=None, max_length=2_000, description="URI of the document's origin.")
    published_at: datetime | None = Field(default=None, description="Anchors relative dates such as yesterday.")
    language_hint: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] | None = None
    priority: Priority = Priority.NORMAL
    batch: Annotated[str, StringConstraints(pattern=DOCUMENT_ID_PATTERN)] | None = None
    metadata: dict[MetadataName, Annotated[str, StringConstraints(max_length=1_000)]] = Field(default={}, max_length=32)
    options: Options = Options()

    @model_validator(mode="after")
    def _one_body(self) -> Self:
        if (self.text is None) == (self.content is None):
            raise ValueError("give exactly one of text and content")
        return self

    @property
    def size_bytes(self) -> int:
        """The size of the body: of `content`, or of `text` in UTF-8."""
        if self.content is not None:
            return len(self.content)
        return len((self.text or "").encode("utf-8", "surrogatepass"))
