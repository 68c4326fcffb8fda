"""A summary made of sentences of the document."""

from pydantic import Field

from schemas.model import Model
from schemas.text import Span


class SummarySentence(Span):
    """A chosen sentence; `rank` 1 is the most important."""

    rank: int = Field(ge=1)
    score: float


class Highlight(Span):
    """A short verbatim span that makes one point."""

    text: str


class Summary(Model):
    """The summary text and the spans of the normalized text that it consists of."""

    text: str
    method: str
    sentences: tuple[SummarySentence, ...] = ()
    headline: Highlight | None = None
    highlights: tuple[Highlight, ...] = ()
