"""Numbers, quantities and money in many languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.entities import MoneyValue, QuantityValue
from workers.engines import Reading
from workers.engines.amounts import find_amounts
from workers.engines.numbers import parse_number
from workers.engines.patterns_passage import Passage

Amount = tuple[str, float | None, str | None]


def amounts(language: str, text: str) -> list[Amount]:
    """Return (span, number, unit or currency) of all amounts."""
    found: list[Amount] = []
    for candidate in find_amounts(Passage(Reading(text, language=language))):
        span, value = text[candidate.start : candidate.end], candidate.value
        if isinstance(value, QuantityValue):
            found.append((span, value.number, value.unit))
        elif isinstance(value, MoneyValue):
            found.append((span, value.amount, f"money {value.currency}"))
        else:
            found.append((span, None, None))
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "أكثر من 1600 شخص استقر وضعهم", ("1600 شخص", 1600, "person")),
        ("ar", "أكثر من 1,600 شخص", ("1,600 شخص", 1600, "person")),
        ("ar", "حوالي 600 وحدة من الأسلحة", ("600", 600, None)),
        ("ar", "سلم ١٬٦٠٠ رجل", ("١٬٦٠٠", 1600, None)),
        ("ar", "مساحة 5 كيلومترات مربعة", ("5 كيلومترات مربعة", 5, "km²")),
        ("ar", "بنسبة 50 في المئة", ("50 في المئة", 50, "%")),
        ("ar", "بنسبة ٪15 تقريبا", ("٪15", 15, "%")),
        ("bn", "৬০০ জন", ("৬০০ জন", 600, "person")),
        ("de", "1.600 Menschen kamen", ("1.600 Menschen", 1600, "person")),
        ("de", "etwa 600 Soldaten", ("600", 600, None)),
        ("el", "περίπου 5 χιλιόμετρα", ("5 χιλιόμετρα", 5, "km")),
        ("en", "about 600 weapons", ("600", 600, None)),
        ("en", "at 20 km/h", ("20 km/h", 20, "km/h")),
        ("en", "it was -5°C", ("-5°C", -5, "°C")),
        ("en", "a 5m wall", ("5m", 5, "m")),
        ("en", "some 3 m people", ("3 m people", 3_000_000, "person")),
        ("es", "3,5 millones de personas", ("3,5 millones de personas", 3_500_000, "person")),
        ("fa", "۱٬۶۰۰ نفر", ("۱٬۶۰۰ نفر", 1600, "person")),
        ("fi", "noin 600 ihmistä", ("600 ihmistä", 600, "person")),
        ("fr", "1 600 personnes", ("1 600 personnes", 1600, "person")),
        ("he", "כ-600 איש", ("600 איש", 600, "person")),
        ("hi", "1,00,000 लोग", ("1,00,000 लोग", 100_000, "person")),
        ("hu", "600 ember", ("600 ember", 600, "person")),
        ("id", "600 orang", ("600 orang", 600, "person")),
        ("it", "20 chilometri", ("20 chilometri", 20, "km")),
        ("ja", "約20キロメートル先", ("20キロメートル", 20, "km")),
        ("ko", "약 600명이", ("600명", 600, "person")),
        ("nl", "20 procent", ("20 procent", 20, "%")),
        ("pl", "5 tys. osób", ("5 tys. osób", 5000, "person")),
        ("pt", "20 quilômetros", ("20 quilômetros", 20, "km")),
        ("ru", "20 квадратных километров", ("20 квадратных километров", 20, "km²")),
        ("sv", "20 procent", ("20 procent", 20, "%")),
        ("th", "มี600คน", ("600คน", 600, "person")),
        ("tr", "5 bin kişi", ("5 bin kişi", 5000, "person")),
        ("tr", "%20 artış", ("%20", 20, "%")),
        ("uk", "600 осіб", ("600 осіб", 600, "person")),
        ("vi", "600 người", ("600 người", 600, "person")),
        ("zh", "约5万人", ("5万人", 50_000, "person")),
    ],
)
def test_quantities(language: str, text: str, expected: Amount) -> None:
    assert amounts(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "بقيمة 3 ملايين و500 ألف دولار أمريكي", ("3 ملايين و500 ألف دولار أمريكي", 3_500_000, "money USD")),
        ("ar", "20 ليرة سورية", ("20 ليرة سورية", 20, "money SYP")),
        ("ar", "20 ليرة", ("20 ليرة", 20, "money None")),
        ("de", "3,5 Mio. Euro", ("3,5 Mio. Euro", 3_500_000, "money EUR")),
        ("en", "US$3.5 million", ("US$3.5 million", 3_500_000, "money USD")),
        ("en", "a $5m deal", ("$5m", 5_000_000, "money None")),
        ("en", "worth 5 billion euros", ("5 billion euros", 5_000_000_000, "money EUR")),
        ("en", "EUR 20", ("EUR 20", 20, "money EUR")),
        ("en", "20 CHF", ("20 CHF", 20, "money CHF")),
        ("fa", "۵ میلیون تومان", ("۵ میلیون تومان", 5_000_000, "money None")),
        ("fr", "3,5 millions d’euros", ("3,5 millions d’euros", 3_500_000, "money EUR")),
        ("he", "5 מיליון שקל", ("5 מיליון שקל", 5_000_000, "money ILS")),
        ("hi", "3 करोड़ 20 लाख रुपये", ("3 करोड़ 20 लाख रुपये", 32_000_000, "money INR")),
        ("ja", "1億5000万円", ("1億5000万円", 150_000_000, "money JPY")),
        ("ja", "¥5,000", ("¥5,000", 5000, "money JPY")),
        ("en", "¥5,000", ("¥5,000", 5000, "money None")),
        ("ko", "3조 5000억 원", ("3조 5000억 원", 3_500_000_000_000, "money KRW")),
        ("pl", "3,5 mln zł", ("3,5 mln zł", 3_500_000, "money PLN")),
        ("ro", "20 de lei", ("20 de lei", 20, "money RON")),
        ("ru", "1,6 млн рублей", ("1,6 млн рублей", 1_600_000, "money RUB")),
        ("sv", "20 kr", ("20 kr", 20, "money SEK")),
        ("tr", "3,5 milyar lira", ("3,5 milyar lira", 3_500_000_000, "money TRY")),
        ("vi", "5 triệu đồng", ("5 triệu đồng", 5_000_000, "money VND")),
        ("zh", "3.5亿美元", ("3.5亿美元", 350_000_000, "money USD")),
    ],
)
def test_money(language: str, text: str, expected: Amount) -> None:
    assert amounts(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "المادة 5 من القانون"),
        ("ar", "انتخابات 2018 الرئاسية"),
        ("ar", "القرار رقم 5 بشأن"),
        ("en", "page 5 of 10"),
        ("en", "the Boeing 747 crashed"),
        ("en", "Covid-19 cases and F-16 jets"),
        ("en", "the 5th man"),
        ("en", "the 2018 elections"),
        ("en", "007 agents at 10:30 sharp"),
        ("en", "TOP 10 and 5 or 6"),
        ("en", "1.2.3 releases, 1,2,3 go"),
        ("en", "1. first"),
        ("en", "5 and 6"),
        ("zh", "第5人"),
        ("ko", "3.1 운동과 6·25 전쟁"),
        ("de", "um 14 Uhr"),
        ("en", "1" * 100 + " people"),
    ],
)
def test_what_counts_nothing_is_left_alone(language: str, text: str) -> None:
    assert amounts(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "span"),
    [("en", "5-10 km", "5-10 km"), ("en", "1.600 people", "1.600 people"), ("und", "1.600 km", "1.600 km")],
)
def test_an_open_number_has_no_value(language: str, text: str, span: str) -> None:
    assert amounts(language, text) == [(span, None, None)]


@pytest.mark.parametrize(
    ("language", "written", "expected"),
    [
        ("en", "1,600", 1600),
        ("de", "1.600", 1600),
        ("fr", "1 600", 1600),
        ("de", "1'600'000", 1_600_000),
        ("ar", "١٬٦٠٠٫٥", 1600.5),
        ("en", "1,600.5", 1600.5),
        ("de", "1.600,5", 1600.5),
        ("hi", "12,34,567", 1_234_567),
        ("en", "0.125", 0.125),
        ("fr", "3,5", 3.5),
        ("ar", "1.600", None),
        ("th", "๑,๖๐๐", 1600),
    ],
)
def test_numbers_are_read_by_the_rules_of_the_language(language: str, written: str, expected: float | None) -> None:
    assert parse_number(written, language=language) == (True, expected)


@pytest.mark.parametrize("written", ["1.2.3", "1,2,3", "1.600.5,3,2", "011 222 333"])
def test_other_digits_are_no_number(written: str) -> None:
    assert parse_number(written, language="en") == (False, None)


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(["en", "ja", "he"]))
def test_grouped_numbers_come_back(number: int, language: str) -> None:
    assert parse_number(f"{number:,}", language=language) == (True, number)
