"""Years without the word for year, days spelled as ordinals, and marks of other calendars, in many languages."""

import pytest

from tests.engines.test_dates import edtf

YEARS = [
    ("fr", "d’ici à 2031", "2031", "2031"),
    ("fr", "à l’automne 2024", "2024", "2024"),
    ("fr", "jusqu’en 2025", "2025", "2025"),
    ("fr", "jusqu'à 2025", "2025", "2025"),
    ("fr", "le budget de 2024", "2024", "2024"),
    ("es", "la sequía de 2019 fue", "2019", "2019"),
    ("es", "hasta 2030", "2030", "2030"),
    ("pt", "o relatório de 2022", "2022", "2022"),
    ("pt", "até 2030", "2030", "2030"),
    ("id", "sebelum 2031 selesai", "2031", "2031"),
    ("id", "pada tahun 2026", "tahun 2026", "2026"),
    ("pl", "dom z 1931 roku", "1931 roku", "1931"),
    ("pl", "w 2029 roku", "2029 roku", "2029"),
    ("pl", "w roku 2029", "roku 2029", "2029"),
    ("he", "מאז 2017 ועד היום", "2017", "2017"),
    ("he", "בשנת 2021", "בשנת 2021", "2021"),
    ("he", "ב-2021", "2021", "2021"),
    ("he", "ב־1948 הוקמה", "1948", "1948"),
    ("de", "Ende 2024 begann", "2024", "2024"),
    ("de", "im Sommer 2024", "2024", "2024"),
    ("en", "in late 2024", "2024", "2024"),
    ("en", "the class of 2024", "2024", "2024"),
    ("en", "the 2024 budget", "2024", "2024"),
    ("en", "by 2030", "2030", "2030"),
    ("tr", "2018'de", "2018", "2018"),
    ("tr", "2019'dan beri", "2019", "2019"),
    ("hi", "2018 में", "2018", "2018"),
    ("it", "le elezioni del 2022", "2022", "2022"),
    ("it", "nel 2022", "2022", "2022"),
    ("it", "entro il 2030", "2030", "2030"),
    ("nl", "eind 2024", "2024", "2024"),
    ("ar", "حتى 2030", "2030", "2030"),
    ("ar", "في صيف 2024", "2024", "2024"),
]

DAYS = [
    ("ar", "الخامس من آب 2018", "الخامس من آب 2018", "2018-08-05"),
    ("ar", "في الحادي والعشرين من نيسان 2020", "الحادي والعشرين من نيسان 2020", "2020-04-21"),
    ("ar", "تشرين الثاني 2020", "تشرين الثاني 2020", "2020-11"),
    ("es", "el primero de mayo de 2020", "primero de mayo de 2020", "2020-05-01"),
    ("fr", "le premier mai 2020", "premier mai 2020", "2020-05-01"),
    ("ar", "محرم 1446ه", "محرم 1446ه", "2024-07-08/2024-08-06"),
    ("ar", "في 14 رجب 1440ه", "14 رجب 1440ه", "2019-03-21"),
    ("ar", "عام 1445 ه.", "عام 1445 ه.", "2023-07-19/2024-07-07"),
    ("fa", "سال ۱۴۴۰ هجری قمری", "سال ۱۴۴۰ هجری قمری", "2018-09-12/2019-08-31"),
    ("fa", "سال ۱۳۹۹ هجری شمسی", "سال ۱۳۹۹ هجری شمسی", "2020-03-20/2021-03-20"),
]


@pytest.mark.parametrize(("language", "text", "span", "value"), YEARS)
def test_a_year_after_a_word_of_time_is_a_date(language: str, text: str, span: str, value: str) -> None:
    assert edtf(language, text) == [(span, value)]


@pytest.mark.parametrize(("language", "text", "span", "value"), DAYS)
def test_ordinals_and_marks_are_read(language: str, text: str, span: str, value: str) -> None:
    assert edtf(language, text) == [(span, value)]
