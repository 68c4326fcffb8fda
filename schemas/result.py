"""The result of a document: one is published for each id and revision, whatever the outcome."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from schemas.entities import Entity
from schemas.failure import FailureCode
from schemas.language import Language
from schemas.model import SCHEMA_VERSION, Model
from schemas.summary import Summary
from schemas.text import Normalization
from schemas.warning import Warning


class Status(StrEnum):
    """How it ended; `partial` means that a stage could not do all of its work and a warning says which."""

    COMPLETED = "completed"
    PARTIAL = "partial"
    FAILED = "failed"
    CANCELLED = "cancelled"


class ResultError(Model):
    """Why a failed document failed."""

    code: FailureCode
    stage: str | None = None
    message: str
    retry_helps: bool


class StageProvenance(Model):
    """Who did a stage; times, attempts and worker are filled in by the caller, as stages have no clock."""

    name: str
    engine: str
    engine_version: str
    model_sha256: str | None = None
    duration_ms: float | None = Field(default=None, ge=0)
    attempts: int | None = Field(default=None, ge=1)
    worker: str | None = None


class Provenance(Model):
    """The software that made the result."""

    version: str
    stages: tuple[StageProvenance, ...] = ()


class Result(Model):
    """Everything that was found in one document; offsets are code points of `text`."""

    schema_version: Literal[1] = SCHEMA_VERSION
    id: str
    revision: int = Field(default=1, ge=1)
    status: Status
    submitted_at: datetime | None = None
    completed_at: datetime | None = None
    source: str | None = None
    batch: str | None = None
    metadata: dict[str, str] = Field(default={})
    title: str | None = None
    text: str | None = None
    normalization: Normalization | None = None
    language: Language | None = None
    entities: tuple[Entity, ...] | None = None
    summary: Summary | None = None
    annotations: dict[str, Any] = Field(default={}, description="Output of further stages, by stage name.")
    warnings: tuple[Warning, ...] = ()
    error: ResultError | None = None
    provenance: Provenance
