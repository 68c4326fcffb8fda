"""Engines: replaceable implementations behind the language stages; each row of the registry is one file here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from schemas.entities import Entity, Label, Link, Value
from schemas.language import Language, LanguageSegment
from schemas.options import SummaryOptions
from schemas.summary import Summary
from schemas.text import SentenceSpan, Span


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """Who an engine is: what stands in the provenance of a result."""

    name: str
    version: str
    model_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A normalized text as engines read it: sentences, junk and language are known."""

    text: str
    sentences: tuple[SentenceSpan, ...] = ()
    junk: tuple[Span, ...] = ()
    language: str = "und"
    segments: tuple[LanguageSegment, ...] = ()
    title: str | None = None
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that an extractor proposes as a mention; the resolver decides among overlapping ones."""

    start: int
    end: int
    label: Label
    score: float
    source: str
    canonical: str | None = None
    value: Value | None = None
    links: tuple[Link, ...] = ()


class LanguageDetector(Protocol):
    """Detects the language of a text and of its parts."""

    @property
    def info(self) -> EngineInfo: ...

    def detect(self, text: str, *, sentences: Sequence[SentenceSpan], hint: str | None) -> Language:
        """Return the language of the text; segments cover it without gaps."""
        ...


class EntityExtractor(Protocol):
    """Proposes mentions for each text of a bundle."""

    @property
    def info(self) -> EngineInfo: ...

    def extract(self, readings: Sequence[Reading]) -> list[list[Candidate]]:
        """Return the candidates of each reading, in the same order."""
        ...


class Linker(Protocol):
    """Adds links to the candidates that it can resolve, and may propose more."""

    @property
    def info(self) -> EngineInfo: ...

    def link(self, reading: Reading, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Return the candidates with links where they were found."""
        ...


class Summarizer(Protocol):
    """Summarizes a text."""

    @property
    def info(self) -> EngineInfo: ...

    def summarize(self, reading: Reading, *, entities: Sequence[Entity], options: SummaryOptions) -> Summary | None:
        """Return a summary, or None when there is no sentence to choose from."""
        ...
