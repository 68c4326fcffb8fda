"""Days counted from the day of publication."""

from datetime import UTC, datetime

import pytest

from schemas.entities import DateValue
from workers.engines import Reading
from workers.engines.dates_relative import find_relative_dates
from workers.engines.patterns_passage import Passage

PUBLISHED = datetime(2018, 1, 10, 12, tzinfo=UTC)


def relative(language: str, text: str, *, published_at: datetime | None = PUBLISHED) -> list[tuple[str, str | None]]:
    """Return (span, EDTF) of all relative dates."""
    found = find_relative_dates(Passage(Reading(text, language=language, published_at=published_at)))
    return [
        (
            text[candidate.start : candidate.end],
            candidate.value.edtf if isinstance(candidate.value, DateValue) else None,
        )
        for candidate in found
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He left yesterday.", ("yesterday", "2018-01-09")),
        ("en", "Last month it rained", ("Last month", "2017-12")),
        ("ar", "وصل أمس إلى دمشق", ("أمس", "2018-01-09")),
        ("ar", "واليوم الاثنين نلتقي", ("واليوم", "2018-01-10")),
        ("ar", "في العام الماضي", ("العام الماضي", "2017")),
        ("fr", "il est parti hier", ("hier", "2018-01-09")),
        ("de", "er kam gestern", ("gestern", "2018-01-09")),
        ("es", "llegó ayer", ("ayer", "2018-01-09")),
        ("ru", "приехал вчера", ("вчера", "2018-01-09")),
        ("tr", "dün geldi", ("dün", "2018-01-09")),
        ("fa", "دیروز آمد", ("دیروز", "2018-01-09")),
        ("he", "הגיע אתמול", ("אתמול", "2018-01-09")),
        ("zh", "他昨天到了", ("昨天", "2018-01-09")),
        ("ja", "昨年の会議", ("昨年", "2017")),
        ("ko", "어제 도착했다", ("어제", "2018-01-09")),
        ("id", "tiba kemarin", ("kemarin", "2018-01-09")),
        ("ar", "تسعينيات القرن الماضي", ("تسعينيات القرن الماضي", "199X")),
        ("ar", "في التسعينيات", ("التسعينيات", None)),
    ],
)
def test_relative_words_are_resolved(language: str, text: str, expected: tuple[str, str | None]) -> None:
    assert relative(language, text) == [expected]


def test_without_a_day_of_publication_the_value_is_open() -> None:
    assert relative("en", "yesterday", published_at=None) == [("yesterday", None)]


@pytest.mark.parametrize("text", ["في اليوم التالي", "هذا اليوم", "اليوم الأول", "اليومية"])
def test_the_day_is_not_today(text: str) -> None:
    assert relative("ar", text) == []


@pytest.mark.parametrize("text", ["todays", "a-today", "yesterdays"])
def test_only_whole_words_count(text: str) -> None:
    assert relative("en", text) == []
