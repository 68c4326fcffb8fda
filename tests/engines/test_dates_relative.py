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
        ("es", "en los años ochenta", ("años ochenta", "198X")),
        ("pt", "nos anos setenta", ("anos setenta", "197X")),
        ("it", "negli anni Sessanta", ("anni Sessanta", "196X")),
        ("fr", "dans les années quatre-vingt-dix", ("années quatre-vingt-dix", "199X")),
        ("de", "in den achtziger Jahren", ("achtziger Jahren", "198X")),
        ("de", "der Fünfzigerjahre", ("Fünfzigerjahre", "195X")),
        ("en", "in the sixties", ("the sixties", "196X")),
        ("nl", "in de jaren zeventig", ("jaren zeventig", "197X")),
        ("ru", "в девяностых годах", ("девяностых годах", "199X")),
        ("pl", "w latach osiemdziesiątych", ("latach osiemdziesiątych", "198X")),
        ("tr", "yetmişli yıllarda", ("yetmişli yıllarda", "197X")),
    ],
)
def test_relative_words_are_resolved(language: str, text: str, expected: tuple[str, str | None]) -> None:
    assert relative(language, text) == [expected]


def test_without_a_day_of_publication_the_value_is_open() -> None:
    assert relative("en", "yesterday", published_at=None) == [("yesterday", None)]


def test_a_named_decade_needs_no_day_of_publication() -> None:
    assert relative("es", "los años noventa", published_at=None) == [("años noventa", "199X")]


@pytest.mark.parametrize(
    ("language", "text"), [("es", "tiene noventa años"), ("en", "she is in her sixties"), ("fr", "trente années")]
)
def test_an_age_is_no_decade(language: str, text: str) -> None:
    assert relative(language, text) == []


@pytest.mark.parametrize("text", ["في اليوم التالي", "هذا اليوم", "اليوم الأول", "اليومية"])
def test_the_day_is_not_today(text: str) -> None:
    assert relative("ar", text) == []


@pytest.mark.parametrize("text", ["todays", "a-today", "yesterdays"])
def test_only_whole_words_count(text: str) -> None:
    assert relative("en", text) == []
