"""Dates that are counted back from the day of publication."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.entities import DateValue
from workers.engines import Reading
from workers.engines.dates_ago import find_dates_ago
from workers.engines.patterns_passage import Passage

PUBLISHED = datetime(2022, 3, 2, 12, tzinfo=UTC)


def ago(language: str, text: str, *, published_at: datetime | None = PUBLISHED) -> list[tuple[str, str | None]]:
    """Return (span, EDTF) of all dates that are counted back."""
    found = find_dates_ago(Passage(Reading(text, language=language, published_at=published_at)))
    return [(text[one.start : one.end], one.value.edtf if isinstance(one.value, DateValue) else None) for one in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "بدأ الإضراب قبل ثلاثة أيام", ("قبل ثلاثة أيام", "2022-02-27")),
        ("ar", "أسست قبل 5 سنوات", ("قبل 5 سنوات", "2017")),
        ("az", "üç gün əvvəl", ("üç gün əvvəl", "2022-02-27")),
        ("cs", "před třemi dny", ("před třemi dny", "2022-02-27")),
        ("de", "Vor drei Tagen riss", ("Vor drei Tagen", "2022-02-27")),
        ("de", "vor einem Jahr", ("vor einem Jahr", "2021")),
        ("el", "πριν από τρεις ημέρες", ("πριν από τρεις ημέρες", "2022-02-27")),
        ("en", "twenty-five years ago", ("twenty-five years ago", "1997")),
        ("en", "three months ago", ("three months ago", "2021-12")),
        ("en", "two weeks ago", ("two weeks ago", None)),
        ("es", "llegaron hace tres días", ("hace tres días", "2022-02-27")),
        ("fa", "سه روز پیش قطع شد", ("سه روز پیش", "2022-02-27")),
        ("fi", "kolme päivää sitten", ("kolme päivää sitten", "2022-02-27")),
        ("fil", "tatlong araw ang nakalipas", ("tatlong araw ang nakalipas", "2022-02-27")),
        ("fr", "il y a trois jours", ("il y a trois jours", "2022-02-27")),
        ("he", "לפני שלושה ימים", ("לפני שלושה ימים", "2022-02-27")),
        ("hi", "तीन दिन पहले", ("तीन दिन पहले", "2022-02-27")),
        ("hu", "Három napja szakadt", ("Három napja", "2022-02-27")),
        ("id", "tiga hari lalu", ("tiga hari lalu", "2022-02-27")),
        ("it", "tre giorni fa", ("tre giorni fa", "2022-02-27")),
        ("ja", "3日前に", ("3日前", "2022-02-27")),
        ("ko", "3일 전 연락이", ("3일 전", "2022-02-27")),
        ("nl", "drie dagen geleden", ("drie dagen geleden", "2022-02-27")),
        ("pl", "trzy dni temu", ("trzy dni temu", "2022-02-27")),
        ("pt", "há três dias", ("há três dias", "2022-02-27")),
        ("ro", "acum trei zile", ("acum trei zile", "2022-02-27")),
        ("ru", "Связь пропала три дня назад", ("три дня назад", "2022-02-27")),
        ("sv", "för tre dagar sedan", ("för tre dagar sedan", "2022-02-27")),
        ("sw", "siku tatu zilizopita", ("siku tatu zilizopita", "2022-02-27")),
        ("th", "เมื่อสามวันก่อน", ("สามวันก่อน", "2022-02-27")),
        ("tr", "üç gün önce koptu", ("üç gün önce", "2022-02-27")),
        ("uk", "три дні тому", ("три дні тому", "2022-02-27")),
        ("ur", "رابطہ تین دن پہلے", ("تین دن پہلے", "2022-02-27")),
        ("vi", "ba ngày trước", ("ba ngày trước", "2022-02-27")),
        ("zh", "三天前，搜救", ("三天前", "2022-02-27")),
    ],
)
def test_what_is_counted_back_is_resolved(language: str, text: str, expected: tuple[str, str | None]) -> None:
    assert ago(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قبل ثلاثة أيام من الموعد"),
        ("ja", "大会の3日前"),
        ("ur", "میچ سے تین دن پہلے"),
        ("tr", "maçtan üç gün önce"),
        ("vi", "ba ngày trước khi cưới"),
        ("en", "days ago"),
        ("en", "it was long years ago"),
    ],
)
def test_what_is_counted_from_another_event_is_left_out(language: str, text: str) -> None:
    assert ago(language, text) == []


def test_without_a_day_of_publication_the_value_is_open() -> None:
    assert ago("en", "three days ago", published_at=None) == [("three days ago", None)]


def test_very_long_ago_is_open() -> None:
    assert ago("en", "900 years ago") == [("900 years ago", None)]


@given(st.sampled_from(["en", "ar", "de", "ja", "th", "ko", "fr", "und"]), st.text(max_size=60))
def test_any_text_gives_spans_within_it(language: str, text: str) -> None:
    found = find_dates_ago(Passage(Reading(text + " days ago", language=language, published_at=PUBLISHED)))
    assert all(0 <= one.start < one.end <= len(text) + 9 for one in found)
