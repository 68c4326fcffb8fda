"""The extractor as a whole: precedence, disjointness, well-formed values, and time on hostile text."""

from datetime import UTC, datetime
from time import process_time

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.entities import DateValue, Label
from schemas.language import LanguageSegment
from workers.engines import Candidate, Reading
from workers.engines.entities_patterns import load
from workers.engines.patterns_passage import MAX_NUMBERS, Passage

PUBLISHED = datetime(2018, 8, 10, tzinfo=UTC)
_DATE = r"(?:\d{3}X|(?:\d{4}|XXXX)(?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?)"
_EDTF = regex.compile(rf"{_DATE}(?:/{_DATE}|T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d\d:\d\d)?)?")

SAMPLE = (
    "في أغسطس/ آب 2018 سلم أكثر من 1,600 شخص حوالي 600 وحدة من السلاح مقابل 3 ملايين دولار، "
    "للتواصل: info@example.org أو https://example.org/a أو +963 11 222 3333 من 192.168.0.1، "
    "والحساب SA03 8000 0000 6080 1016 7519."
)


def extract(text: str, *, language: str = "en") -> list[Candidate]:
    """Return the candidates of one text."""
    [candidates] = load().extract([Reading(text, language=language, published_at=PUBLISHED)])
    return candidates


def test_everything_is_found_in_one_arabic_text() -> None:
    found = [(candidate.label, SAMPLE[candidate.start : candidate.end]) for candidate in extract(SAMPLE, language="ar")]
    assert found == [
        (Label.DATE, "أغسطس/ آب 2018"),
        (Label.QUANTITY, "1,600 شخص"),
        (Label.QUANTITY, "600"),
        (Label.MONEY, "3 ملايين دولار"),
        (Label.EMAIL, "info@example.org"),
        (Label.URL, "https://example.org/a"),
        (Label.PHONE, "+963 11 222 3333"),
        (Label.IP, "192.168.0.1"),
        (Label.IBAN, "SA03 8000 0000 6080 1016 7519"),
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("DE89 3704 0044 0532 0130 00", Label.IBAN),
        ("https://example.com/2018/08/05/1600-people", Label.URL),
        ("5m@example.com", Label.EMAIL),
        ("+44 20 7946 0958", Label.PHONE),
        ("5 August 2018", Label.DATE),
        ("in 2018 km", Label.QUANTITY),
    ],
)
def test_the_surer_reading_wins(text: str, label: Label) -> None:
    assert [candidate.label for candidate in extract(text)] == [label]


def test_each_segment_is_read_in_its_language() -> None:
    german, english = "Am 5.8.2018 kamen 1.600 Menschen. ", "Some 1,600 people came on 08/25/2018."
    segments = (
        LanguageSegment(start=0, end=len(german), tag="de", confidence=1),
        LanguageSegment(start=len(german), end=len(german) + len(english), tag="en", confidence=1),
    )
    [candidates] = load().extract([Reading(german + english, language="en", segments=segments)])
    values = [
        getattr(candidate.value, "edtf", None) or getattr(candidate.value, "number", None) for candidate in candidates
    ]
    assert values == ["2018-08-05", 1600, 1600, "2018-08-25"]


def test_a_bundle_is_answered_in_order() -> None:
    answers = load().extract([Reading("5 August 2018", language="en"), Reading(""), Reading("20 km")])
    assert [len(answer) for answer in answers] == [1, 0, 1]


_WORDS = (
    "5 12 31 2018 1440 2561 ١٢ ۱۳۹۹ ２０ August آب أغسطس رمضان فروردین สิงหาคม 年 8月 5日 년 令和 $ € % km شخص مليون / - – . , : ' "
    "@ + ( ) www. http:// example.com a@b.de DE89 هـ م и в году 's th of de to bis between and بين و entre el y から 至 ל ב 午後3時 14h30 yüzde shilingi milioni 00 XXXX ½ \u200f \ud800 \u0300"
)
_PIECES = st.one_of(st.text(max_size=6), st.sampled_from(_WORDS.split()))
_LANGUAGES = ["ar", "en", "de", "fa", "th", "ja", "ru", "hu", "und", "vi", "es", "he", "sw", "tr"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(_PIECES, st.sampled_from(["", " "])), max_size=14),
    st.sampled_from(_LANGUAGES),
)
def test_candidates_are_sorted_disjoint_inside_the_text_and_well_formed(
    pieces: list[tuple[str, str]], language: str
) -> None:
    text = "".join(piece + space for piece, space in pieces)
    end = 0
    for candidate in extract(text, language=language):
        assert end <= candidate.start < candidate.end <= len(text)
        assert 0 < candidate.score < 1
        end = candidate.end
        if isinstance(candidate.value, DateValue):
            assert _EDTF.fullmatch(candidate.value.edtf), candidate.value
            _assert_days_exist(candidate.value.edtf)


def _assert_days_exist(edtf: str) -> None:
    for part in edtf.partition("T")[0].split("/"):
        if len(part) == 10 and "X" not in part:
            datetime.fromisoformat(part)


def test_a_date_after_thirty_thousand_numbers_is_found() -> None:
    text = "7,\n" * 40_000 + "until 5 August 2018"
    assert [text[one.start : one.end] for one in extract(text)] == ["5 August 2018"]


def test_a_text_costs_no_more_than_its_first_numbers() -> None:
    passage = Passage(Reading("1 " * (MAX_NUMBERS + 1)))
    assert passage.last_number_end == 2 * MAX_NUMBERS


@pytest.mark.parametrize(
    "unit",
    [
        "5 to ",
        "8月5日から",
        "entre el 5 y el ",
        "shilingi milioni 5 ",
        "1",
        "1.1.1.1.",
        "@",
        "a@",
        "1 ",
        "http://",
        "DE89 ",
        "5 August ",
        ":",
        "http://a.bc/))",
        "+1",
        "5万",
        "f:",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        started = process_time()
        extract(text)
        return process_time() - started

    seconds(1_000)
    small, large = seconds(1_000), seconds(8_000)
    assert large < 8 * 4 * small + 0.1
