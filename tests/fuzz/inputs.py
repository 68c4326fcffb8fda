"""From the bytes of a fuzzer to what a target takes: texts, options, archives."""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from schemas.options import Options, SortBy, SummaryOptions

LANGUAGES = ("und", "ar", "en", "de", "fa", "fr", "ja", "zh", "hi", "ru", "he", "tr", "th", "ko", "es", "ur")
# The ends of the calendar, where relative dates run out of it, and a leap day.
_PUBLISHED = (
    None,
    datetime(1, 1, 1, tzinfo=UTC),
    datetime(9999, 12, 31, 23, 59, tzinfo=UTC),
    datetime(2020, 2, 29, tzinfo=UTC),
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def text_of(data: bytes) -> str:
    """Return the text of any bytes; those that are no UTF-8 become lone surrogates, which producers do send."""
    return data.decode("utf-8", "surrogateescape")


@dataclass(frozen=True, slots=True)
class Choices:
    """Small decisions read off the first byte, so that they cost the fuzzer one byte."""

    byte: int

    @property
    def language(self) -> str:
        return LANGUAGES[self.byte % len(LANGUAGES)]

    @property
    def published_at(self) -> datetime | None:
        return _PUBLISHED[self.byte >> 4 & 3]

    @property
    def summary(self) -> SummaryOptions:
        order = SortBy.RANK if self.byte & 1 else SortBy.OFFSET
        kind = self.byte >> 1 & 3
        if kind == 0:
            return SummaryOptions(sort_by=order)
        if kind == 1:
            return SummaryOptions(sentences=1 + (self.byte >> 3) % 20, sort_by=order)
        return SummaryOptions(
            max_characters=20 + (self.byte >> 3) * 4, sort_by=order, query="water 水" if kind == 3 else None
        )

    @property
    def options(self) -> Options:
        return Options(summary=self.summary)


def split_choices(data: bytes) -> tuple[Choices, bytes]:
    """Return the choices of the first byte, and the rest."""
    return Choices(data[0] if data else 0), data[1:]


def docx_of(data: bytes) -> bytes:
    """Return a DOCX whose main part is the bytes: as they are if they begin with `<`, else inside of a paragraph."""
    body = data
    if not data.startswith(b"<"):
        body = b'<w:document xmlns:w="%s"><w:body><w:p>%s</w:p></w:body></w:document>' % (_WORD.encode(), data)
    held = BytesIO()
    with ZipFile(held, "w", ZIP_STORED) as archive:
        archive.writestr("word/document.xml", body)
    return held.getvalue()
