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
        ("ar", "اجتمعوا الاثنين الماضي", ("الاثنين الماضي", "2018-01-08")),
        ("ar", "التقى الوفد اليوم الجمعة", ("اليوم", "2018-01-10")),
        ("ar", "في آب الماضي", ("آب الماضي", "2017-08")),
        ("fr", "le conseil se réunira lundi prochain", ("lundi prochain", "2018-01-15")),
        ("zh", "他上周一到了", ("上周一", "2018-01-01")),
        ("de", "Das Urteil wird morgen erwartet", ("morgen", "2018-01-11")),
        ("mr", "काल बंदरात", ("काल", "2018-01-09")),
        ("hi", "कल बंदरगाह में", ("कल", None)),
        ("en", "there was talk last week", ("last week", None)),
        ("en", "the panel met last Monday", ("last Monday", None)),
        ("en", "the panel met last Friday", ("last Friday", "2018-01-05")),
        ("sv", "i går bröt en brand ut", ("i går", "2018-01-09")),
        ("hu", "tegnap tűz ütött ki", ("tegnap", "2018-01-09")),
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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Morgen war kühl"),
        ("de", "morgens früh"),
        ("de", "am Morgen des Festes"),
        ("es", "llegó por la mañana"),
        ("sw", "alisema Leo Mwangi"),
        ("ko", "오늘날 세계"),
        ("he", "זה היה היום הראשון"),
        ("sq", "tre vjet"),
    ],
)
def test_what_sounds_like_a_day_is_none(language: str, text: str) -> None:
    assert relative(language, text) == []


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
