"""What a producer may ask for, document by document."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from schemas.entities import Label
from schemas.model import Input

DEFAULT_SUMMARY_SENTENCES = 3


class StageName(StrEnum):
    """The four language stages, by the one name they have everywhere."""

    NORMALIZE = "normalize"
    DETECT_LANGUAGE = "detect_language"
    EXTRACT_ENTITIES = "extract_entities"
    SUMMARIZE = "summarize"


class SortBy(StrEnum):
    """The order of summary sentences."""

    OFFSET = "offset"
    RANK = "rank"


class SummaryOptions(Input):
    """How long the summary is and what it is about; `sentences` defaults to 3 when no limit is given."""

    sentences: int | None = Field(default=None, ge=1, le=20)
    max_characters: int | None = Field(default=None, ge=20, le=100_000)
    query: str | None = Field(default=None, min_length=1, max_length=1_000)
    sort_by: SortBy = SortBy.OFFSET

    @model_validator(mode="after")
    def _one_limit(self) -> Self:
        if self.sentences is not None and self.max_characters is not None:
            raise ValueError("give sentences or max_characters, not both")
        return self

    @property
    def sentence_limit(self) -> int | None:
        """The number of sentences asked for, or null when characters are the limit."""
        if self.sentences is None and self.max_characters is None:
            return DEFAULT_SUMMARY_SENTENCES
        return self.sentences


class EntityOptions(Input):
    """Which entities to publish."""

    labels: tuple[Label, ...] | None = Field(default=None, description="Null means all labels.")
    min_score: float = Field(default=0.0, ge=0, le=1)


class Options(Input):
    """Per-document options; every default is what most consumers want."""

    stages: tuple[StageName, ...] = Field(
        default=tuple(StageName),
        min_length=1,
        description="Stages to publish; what a stage needs runs as well.",
    )
    summary: SummaryOptions = SummaryOptions()
    entities: EntityOptions = EntityOptions()
    include_text: bool = True
    expires_after: int | None = Field(
        default=None,
        ge=60,
        le=365 * 24 * 3600,
        description="Seconds that the result key is kept; null means the setting.",
    )
