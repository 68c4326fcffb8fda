"""Contracts: what crosses a process boundary. Frozen, versioned, strict only on what others hand in."""

from schemas.document import Document, Priority
from schemas.entities import (
    AddressValue,
    Calendar,
    DatePrecision,
    DateValue,
    Entity,
    Label,
    Link,
    Mention,
    MoneyValue,
    QuantityValue,
)
from schemas.failure import Attempt, Failure, FailureCode
from schemas.language import Language, LanguageCandidate, LanguageSegment
from schemas.model import SCHEMA_VERSION
from schemas.options import EntityOptions, Options, SortBy, StageName, SummaryOptions
from schemas.result import Provenance, Result, ResultError, StageProvenance, Status
from schemas.stages import ExtractedEntities, LanguageDetection, NormalizedText, StageOutput, SummarizedText
from schemas.summary import Highlight, Summary, SummarySentence
from schemas.text import Attachment, Edit, EncodingSource, Normalization, Repair, SentenceSpan, Span
from schemas.warning import Warning

__all__ = [
    "SCHEMA_VERSION",
    "AddressValue",
    "Attachment",
    "Attempt",
    "Calendar",
    "DatePrecision",
    "DateValue",
    "Document",
    "Edit",
    "EncodingSource",
    "Entity",
    "EntityOptions",
    "ExtractedEntities",
    "Failure",
    "FailureCode",
    "Highlight",
    "Label",
    "Language",
    "LanguageCandidate",
    "LanguageDetection",
    "LanguageSegment",
    "Link",
    "Mention",
    "MoneyValue",
    "Normalization",
    "NormalizedText",
    "Options",
    "Priority",
    "Provenance",
    "QuantityValue",
    "Repair",
    "Result",
    "ResultError",
    "SentenceSpan",
    "SortBy",
    "Span",
    "StageName",
    "StageOutput",
    "StageProvenance",
    "Status",
    "SummarizedText",
    "Summary",
    "SummaryOptions",
    "SummarySentence",
    "Warning",
]
