"""Times of day beside dates, with their zones."""

import pytest

from schemas.entities import DateValue
from workers.engines import Reading
from workers.engines.dates import find_dates
from workers.engines.patterns_passage import Passage


def timed(language: str, text: str) -> tuple[str, str | None]:
    """Return span and EDTF of the only date."""
    (found,) = find_dates(Passage(Reading(text, language=language)))
    return text[found.start : found.end], found.value.edtf if isinstance(found.value, DateValue) else None


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("ar", "في 14 ديسمبر 2019 على الساعة 10:30", "2019-12-14T10:30:00"),
        ("ar", "5 أغسطس 2018 الساعة 14:30 بتوقيت غرينتش", "2018-08-05T14:30:00Z"),
        ("ar", "11/11/2021 الساعة 8:15 مساء", "2021-11-11T20:15:00"),
        ("en", "18:00 CET on 5 August 2018", "2018-08-05T18:00:00+01:00"),
        ("en", "5 August 2018 at 3:45 pm EST", "2018-08-05T15:45:00-05:00"),
        ("en", "5 August 2018, 18:00 IST", "2018-08-05T18:00:00"),
        ("fi", "11.11.2021 klo 18.30", "2021-11-11T18:30:00"),
        ("fr", "14 novembre 2020 à 20h30", "2020-11-14T20:30:00"),
        ("id", "20 Januari 2022 pukul 19.30 WIB", "2022-01-20T19:30:00+07:00"),
        ("ja", "2020年11月14日午後3時30分", "2020-11-14T15:30:00"),
        ("zh", "2020年11月14日19:30", "2020-11-14T19:30:00"),
        ("ru", "14.11.2020 в 19:30 МСК", "2020-11-14T19:30:00+03:00"),
        ("tr", "11 Kasım 2021 saat 20.30'da", "2021-11-11T20:30:00"),
    ],
)
def test_a_time_beside_a_day_is_part_of_it(language: str, text: str, edtf: str) -> None:
    assert timed(language, text)[1] == edtf


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("5 August 2018, 25:00", "5 August 2018"),
        ("5 August 2018 3.2 goals", "5 August 2018"),
        ("5 August 2018 at 13:00 pm", "5 August 2018"),
        ("by 3:2 and 5 August 2018", "5 August 2018"),
    ],
)
def test_what_is_no_time_is_left_out(text: str, span: str) -> None:
    assert timed("en", text) == (span, "2018-08-05")
