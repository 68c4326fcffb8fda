"""Days without a year that name a feast, a street or an event, and those that do not."""

from datetime import UTC, datetime

import pytest

from schemas.entities import DateValue
from workers.engines import Reading
from workers.engines.dates import find_dates
from workers.engines.patterns_passage import Passage


def edtf(language: str, text: str, published: str) -> str | None:
    """Return the EDTF of the only date."""
    moment = datetime.fromisoformat(published).replace(tzinfo=UTC)
    (found,) = find_dates(Passage(Reading(text, language=language, published_at=moment)))
    return found.value.edtf if isinstance(found.value, DateValue) else None


@pytest.mark.parametrize(
    ("language", "text", "published", "expected"),
    [
        ("ar", "أغلق جسر 14 تموز أمام المركبات", "2018-07-20", "XXXX-07-14"),
        ("ar", "في ساحة 8 آب القديمة", "2018-08-10", "XXXX-08-08"),
        ("ar", "يلتقي الأهالي في 20 آب من كل عام", "2018-08-10", "XXXX-08-20"),
        ("el", "στην πλατεία 25ης Μαρτίου", "2019-04-02", "XXXX-03-25"),
        ("en", "every 20 August the street", "2018-08-10", "XXXX-08-20"),
        ("en", "since 11 September, as they say", "2018-09-05", "XXXX-09-11"),
        ("es", "la calle 20 de agosto", "2018-08-10", "XXXX-08-20"),
        ("fr", "le quai du 20 Août", "2018-08-10", "XXXX-08-20"),
        ("hi", "हर साल 15 अगस्त को", "2018-08-20", "XXXX-08-15"),
        ("it", "in via 20 settembre", "2018-09-25", "XXXX-09-20"),
        ("pl", "przy ulicy 3 Maja", "2018-05-10", "XXXX-05-03"),
        ("tr", "19 Mayıs Stadyumu", "2018-05-25", "XXXX-05-19"),
    ],
)
def test_a_day_that_names_something_is_of_no_year(language: str, text: str, published: str, expected: str) -> None:
    assert edtf(language, text, published) == expected


@pytest.mark.parametrize(
    ("language", "text", "published", "expected"),
    [
        ("ar", "هطلت أمطار غزيرة في 20 مارس/آذار وأغرقت", "2019-03-25", "2019-03-20"),
        ("ar", "الجمعة 25 يناير", "2019-02-01", "2019-01-25"),
        ("ar", "كان الموعد 30 أيار الماضي", "2022-06-21", "2022-05-30"),
        ("en", "On 5 August the river burst", "2018-08-10", "2018-08-05"),
        ("en", "5 August last year", "2018-08-10", "2017-08-05"),
        ("fr", "le 5 août dernier", "2018-10-10", "2018-08-05"),
        ("ru", "5 августа прошлого года", "2018-10-10", "2017-08-05"),
        ("de", "am 5. August dieses Jahres", "2018-12-10", "2018-08-05"),
        ("ru", "30 июля в районе", "2018-08-10", "2018-07-30"),
    ],
)
def test_a_day_near_publication_or_with_a_word_for_its_year_is_resolved(
    language: str, text: str, published: str, expected: str
) -> None:
    assert edtf(language, text, published) == expected
