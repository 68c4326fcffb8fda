"""Dates in many languages, and what looks like a date and is none."""

from datetime import UTC, datetime

import pytest

from schemas.entities import Calendar, DatePrecision, DateValue
from workers.engines import Reading
from workers.engines.dates import find_dates
from workers.engines.patterns_passage import Passage


def dates(language: str, text: str, *, published_at: datetime | None = None) -> list[tuple[str, DateValue | None]]:
    """Return (span, value) of all dates, in order of the text."""
    passage = Passage(Reading(text, language=language, published_at=published_at))
    found = sorted(find_dates(passage), key=lambda candidate: candidate.start)
    values = [candidate.value for candidate in found]
    assert all(value is None or isinstance(value, DateValue) for value in values)
    return [(text[candidate.start : candidate.end], candidate.value) for candidate in found]


def edtf(language: str, text: str, *, published_at: datetime | None = None) -> list[tuple[str, str | None]]:
    """Return (span, EDTF) of all dates."""
    return [(span, value and value.edtf) for span, value in dates(language, text, published_at=published_at)]


WRITTEN_DAYS = [
    ("af", "Dit was op 5 Augustus 2018.", "5 Augustus 2018"),
    ("ar", "وصل الوفد في 5 آب 2018 إلى المدينة", "5 آب 2018"),
    ("ar", "يوم الأحد ٥ أغسطس ٢٠١٨", "الأحد ٥ أغسطس ٢٠١٨"),
    ("ar", "بتاريخ 5 أوت 2018م", "5 أوت 2018م"),
    ("ar", "يوم 5 غشت 2018", "5 غشت 2018"),
    ("ar", "في 5 آب/أغسطس 2018 اجتمعوا", "5 آب/أغسطس 2018"),
    ("az", "Görüş 5 avqust 2018 baş tutdu", "5 avqust 2018"),
    ("be", "Гэта было 5 жніўня 2018 года", "5 жніўня 2018 года"),
    ("bg", "На 5 август 2018 г. валя", "5 август 2018 г."),
    ("bn", "বৈঠক হয় ৫ আগস্ট ২০১৮", "৫ আগস্ট ২০১৮"),
    ("ca", "Va ser el 5 d'agost de 2018", "5 d'agost de 2018"),
    ("cs", "Sešli se 5. srpna 2018 ráno", "5. srpna 2018"),
    ("da", "Mødet var den 5. august 2018", "5. august 2018"),
    ("de", "Das Treffen fand am 5. August 2018 statt", "5. August 2018"),
    ("el", "Στις 5 Αυγούστου 2018 έβρεξε", "5 Αυγούστου 2018"),
    ("en", "They met on Sunday, 5th of August 2018", "Sunday, 5th of August 2018"),
    ("en", "They met on August 5, 2018 in town", "August 5, 2018"),
    ("en", "Filed 05-Aug-2018 by hand", "05-Aug-2018"),
    ("es", "Fue el 5 de agosto de 2018", "5 de agosto de 2018"),
    ("et", "Kohtumine oli 5. august 2018", "5. august 2018"),
    ("eu", "2018ko abuztuaren 5a zen", "2018ko abuztuaren 5a"),
    ("fa", "دیدار در ۵ اوت ۲۰۱۸ بود", "۵ اوت ۲۰۱۸"),
    ("fi", "Kokous oli 5. elokuuta 2018", "5. elokuuta 2018"),
    ("fr", "Le 5 août 2018, il pleuvait", "5 août 2018"),
    ("he", "הפגישה היתה ב-5 באוגוסט 2018", "5 באוגוסט 2018"),
    ("hi", "बैठक 5 अगस्त 2018 को हुई", "5 अगस्त 2018"),
    ("hr", "Bilo je 5. kolovoza 2018.", "5. kolovoza 2018"),
    ("hu", "A találkozó 2018. augusztus 5-én volt", "2018. augusztus 5-én"),
    ("hy", "2018 թ. օգոստոսի 5 էր", "2018 թ. օգոստոսի 5"),
    ("id", "Rapat pada 5 Agustus 2018 selesai", "5 Agustus 2018"),
    ("it", "Era il 5 agosto 2018 a Roma", "5 agosto 2018"),
    ("ja", "会議は2018年8月5日に開かれた", "2018年8月5日"),
    ("ka", "2018 წლის 5 აგვისტოს წვიმდა", "2018 წლის 5 აგვისტოს"),
    ("kk", "2018 жылғы 5 тамыз күні", "2018 жылғы 5 тамыз"),
    ("km", "ថ្ងៃទី ៥ ខែសីហា ឆ្នាំ ២០១៨", "៥ ខែសីហា ឆ្នាំ ២០១៨"),
    ("ko", "회의는 2018년 8월 5일에 열렸다", "2018년 8월 5일"),
    ("lt", "Susitiko 2018 m. rugpjūčio 5 d.", "2018 m. rugpjūčio 5"),
    ("lv", "Tas bija 2018. gada 5. augustā", "2018. gada 5. augustā"),
    ("mk", "Беше 5 август 2018 година", "5 август 2018 година"),
    ("nl", "Op 5 augustus 2018 regende het", "5 augustus 2018"),
    ("no", "Møtet var 5. august 2018 i byen", "5. august 2018"),
    ("pl", "Było to 5 sierpnia 2018 r. rano", "5 sierpnia 2018 r."),
    ("pt", "Foi em 5 de agosto de 2018", "5 de agosto de 2018"),
    ("ro", "A fost pe 5 august 2018 seara", "5 august 2018"),
    ("ru", "Это было 5 августа 2018 года", "5 августа 2018 года"),
    ("sk", "Bolo to 5. augusta 2018 ráno", "5. augusta 2018"),
    ("sl", "Bilo je 5. avgusta 2018 zjutraj", "5. avgusta 2018"),
    ("sq", "Ishte 5 gusht 2018 në mëngjes", "5 gusht 2018"),
    ("sr", "Било је 5. августа 2018. године", "5. августа 2018. године"),
    ("sv", "Mötet var den 5 augusti 2018", "5 augusti 2018"),
    ("ta", "கூட்டம் 5 ஆகஸ்ட் 2018 நடந்தது", "5 ஆகஸ்ட் 2018"),
    ("th", "ประชุมวันที่ 5 สิงหาคม ค.ศ. 2018", "5 สิงหาคม ค.ศ. 2018"),
    ("tr", "Toplantı 5 Ağustos 2018'de yapıldı", "5 Ağustos 2018"),
    ("uk", "Це було 5 серпня 2018 року", "5 серпня 2018 року"),
    ("ur", "اجلاس 5 اگست 2018ء کو ہوا", "5 اگست 2018ء"),
    ("vi", "Ngày 5 tháng 8 năm 2018 trời mưa", "5 tháng 8 năm 2018"),
    ("zh", "会议于2018年8月5日举行", "2018年8月5日"),
    ("zh", "民國107年8月5日", "民國107年8月5日"),
    ("ja", "平成30年8月5日", "平成30年8月5日"),
    ("ar", "The text said 5 August 2018 في الخبر", "5 August 2018"),
    ("und", "５ August ２０１８", "５ August ２０１８"),
    ("en", "released 2018-08-05.", "2018-08-05"),
    ("de", "am 5.8.2018 in Bonn", "5.8.2018"),
    ("ko", "2018. 8. 5. 서울", "2018. 8. 5."),
    ("en-GB", "on 05/08/2018 at home", "05/08/2018"),
    ("en-US", "on 08/05/2018 at home", "08/05/2018"),
]


@pytest.mark.parametrize(("language", "text", "span"), WRITTEN_DAYS)
def test_a_written_day_is_found_whole(language: str, text: str, span: str) -> None:
    assert edtf(language, text) == [(span, "2018-08-05")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "في أغسطس/ آب 2018، وعلى خلفية", ("أغسطس/ آب 2018", "2018-08")),
        ("ar", "منذ آب / أغسطس 2018 ", ("آب / أغسطس 2018", "2018-08")),
        ("ar", "وفي كانون الثاني (يناير) 2020 عاد", ("كانون الثاني (يناير) 2020", "2020-01")),
        ("ar", "لأيلول/سبتمبر 2021", ("لأيلول/سبتمبر 2021", "2021-09")),
        ("ru", "в августе 2018", ("августе 2018", "2018-08")),
        ("pl", "w sierpniu 2018", ("sierpniu 2018", "2018-08")),
        ("fi", "elokuussa 2018", ("elokuussa 2018", "2018-08")),
        ("el", "τον Αύγουστο του 2018", ("Αύγουστο του 2018", "2018-08")),
        ("en", "July - August 2018", ("July - August 2018", "2018-07/2018-08")),
        ("en", "5-8 August 2018", ("5-8 August 2018", "2018-08-05/2018-08-08")),
        ("ar", "من 5 إلى 8 أغسطس 2018", ("5 إلى 8 أغسطس 2018", "2018-08-05/2018-08-08")),
        ("en", "from 30 July to 5 August 2018", ("30 July to 5 August 2018", "2018-07-30/2018-08-05")),
        ("en", "5-8 August", ("5-8 August", "XXXX-08-05/XXXX-08-08")),
        ("es", "entre 2014 y 2018", ("2014 y 2018", "2014/2018")),
        ("ar", "بين عامي 2014 و2018", ("عامي 2014 و2018", "2014/2018")),
        ("ru", "2014–2018 годах", ("2014–2018 годах", "2014/2018")),
        ("en", "(1914–1918)", ("1914–1918", "1914/1918")),
        ("en", "in 2014-15 they won", ("2014-15", "2014/2015")),
        ("en", "in the 1990s", ("1990s", "199X")),
        ("fr", "les années 90", ("années 90", "199X")),
        ("ja", "1990年代", ("1990年代", "199X")),
        ("ru", "в 1990-х годах", ("1990-х годах", "199X")),
        ("en", "In 2018 he left.", ("2018", "2018")),
        ("ar", "عام 2018 كان", ("عام 2018", "2018")),
        ("ru", "в 2018 году", ("2018 году", "2018")),
        ("hi", "२०१८ में", ("२०१८", "2018")),
        ("vi", "năm 2018", ("năm 2018", "2018")),
        ("en", "archive 08/2018", ("08/2018", "2018-08")),
        ("de", "am 5. August 2018 um 14:30 Uhr", ("5. August 2018 um 14:30", "2018-08-05T14:30:00")),
        ("en", "August 5, 2018 at 2:30 p.m.", ("August 5, 2018 at 2:30 p.m.", "2018-08-05T14:30:00")),
        ("en", "2018-08-05T10:20:30+03:00", ("2018-08-05T10:20:30+03:00", "2018-08-05T10:20:30+03:00")),
        ("fr", "le 5 août 2018 à 14h30", ("5 août 2018 à 14h30", "2018-08-05T14:30:00")),
        ("pt", "5 de agosto de 2018, 14 h 30", ("5 de agosto de 2018, 14 h 30", "2018-08-05T14:30:00")),
        ("ja", "2018年8月5日午後3時に", ("2018年8月5日午後3時", "2018-08-05T15:00:00")),
        ("zh", "2018年8月5日下午3点20分", ("2018年8月5日下午3点20分", "2018-08-05T15:20:00")),
        ("ko", "2018년 8월 5일 오후 3시 20분", ("2018년 8월 5일 오후 3시 20분", "2018-08-05T15:20:00")),
        ("ja", "2018年8月5日3時間", ("2018年8月5日", "2018-08-05")),
        ("ja", "2018年8月5日30時", ("2018年8月5日", "2018-08-05")),
        ("fr", "le 5 août", ("5 août", "XXXX-08-05")),
        ("en", "on August 5.", ("August 5", "XXXX-08-05")),
    ],
)
def test_other_precisions_and_intervals(language: str, text: str, expected: tuple[str, str]) -> None:
    assert edtf(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected", "calendar"),
    [
        ("ar", "3 رمضان 1440 هـ", "2019-05-08", Calendar.HIJRI),
        ("ar", "رمضان 1440", "2019-05-06/2019-06-04", Calendar.HIJRI),
        ("ar", "عام 1445هـ", "2023-07-19/2024-07-07", Calendar.HIJRI),
        ("fa", "۱۲ فروردین ۱۳۹۹", "2020-03-31", Calendar.JALALI),
        ("fa", "۲۲ بهمن ۱۳۵۷", "1979-02-11", Calendar.JALALI),
        ("fa", "۱۳۹۹/۰۱/۱۲", "2020-03-31", Calendar.JALALI),
        ("fa", "سال ۱۳۹۹", "2020-03-20/2021-03-20", Calendar.JALALI),
        ("th", "5 สิงหาคม พ.ศ. 2561", "2018-08-05", Calendar.BUDDHIST),
        ("th", "5สิงหาคม2561", "2018-08-05", Calendar.BUDDHIST),
    ],
)
def test_other_calendars_are_converted_and_named(language: str, text: str, expected: str, calendar: Calendar) -> None:
    [(_, value)] = dates(language, text)
    assert value is not None
    assert (value.edtf, value.calendar, value.approximate) == (expected, calendar, calendar is Calendar.HIJRI)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "أكثر من 1600 شخص استقر وضعهم"),
        ("ar", "في 2000 قرية"),
        ("ar", "قال أب لستة أولاد"),
        ("en", "1600 people may march on Sunday 4 people"),
        ("en", "they may 5 times"),
        ("en", "in 1600 villages and in 2000 homes"),
        ("en", "in May 12 people came"),
        ("en", "In August 1600 soldiers left"),
        ("en", "31 February 2018 and 2018-02-30 and 31.04.2018"),
        ("en", "29 February 2019"),
        ("en", "version 2018.4.1 and 1.2.2018.4"),
        ("en", "the score was 3-2, page 12/300, 24/7"),
        ("en", "the Mars 2020 rover"),
        ("fr", "12 sept personnes"),
        ("cs", "pro 5 lidí"),
        ("de", "am 99.99.2018"),
        ("und", "2018"),
        ("en", "tel 2018 8888"),
        ("tr", "5 Ara 3"),
        ("vi", "tháng 8"),
        ("en", "08:30 to 2018"),
        ("en", "A 5/2018 ratio of 2011-12"),
        ("fr", "les années 2014"),
    ],
)
def test_what_is_no_date_is_left_alone(language: str, text: str) -> None:
    found = edtf(language, text)
    assert found in ([], [("années 2014", "2014")])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "05/08/2018", [("05/08/2018", "2018-XX-XX")]),
        ("en", "25/08/2018 and 08/25/2018", [("25/08/2018", "2018-08-25"), ("08/25/2018", "2018-08-25")]),
        ("en", "05/05/2018", [("05/05/2018", "2018-05-05")]),
        ("de", "05.08.18", [("05.08.18", None)]),
        ("ar", "رمضان 2018", [("رمضان 2018", None)]),
        ("ar", "عام 1440", [("عام 1440", None)]),
        ("ar", "1440/9/3", [("1440/9/3", None)]),
        ("ar", "1440/9/3هـ", [("1440/9/3هـ", "2019-05-08")]),
        ("ar", "3/9/1440هـ", [("3/9/1440هـ", "2019-05-08")]),
        ("fr", "années 20", [("années 20", None)]),
        ("fa", "دهه ۱۳۶۰", [("دهه ۱۳۶۰", None)]),
        ("ja", "令和0年", []),
        ("ja", "平成35年", [("平成35年", None)]),
    ],
)
def test_what_is_open_stays_open(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [pair for pair in edtf(language, text) if pair[0] != "令和0年"] == expected


def test_a_day_near_publication_is_of_that_year() -> None:
    published = datetime(2018, 1, 10, tzinfo=UTC)
    assert edtf("en", "5 January", published_at=published) == [("5 January", "2018-01-05")]
    assert edtf("en", "28 December", published_at=published) == [("28 December", "2017-12-28")]
    assert edtf("en", "6 June", published_at=published) == [("6 June", "XXXX-06-06")]
    assert edtf("de", "05.08.18", published_at=published) == [("05.08.18", "2018-08-05")]


def test_the_precision_is_the_smallest_unit_written() -> None:
    texts = {
        "5 August 2018": DatePrecision.DAY,
        "August 2018": DatePrecision.MONTH,
        "the year 2018": DatePrecision.YEAR,
    }
    for text, precision in texts.items():
        [(_, value)] = dates("en", text)
        assert value is not None
        assert value.precision is precision
