"""How bytes become letters: what a declaration is worth, damage beside letters, and units of two bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.text import EncodingSource
from workers.decoders.charset import read_bytes
from workers.decoders.charset_guess import guess
from workers.decoders.charset_pairs import DIGIT, OTHER, class_of, fold_character, pair_costs
from workers.decoders.charset_sample import WINDOW_BYTES, sample_of
from workers.decoders.charset_wide import wide_codec


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Grüße aus Köln", "mac_roman"),
        ("Pääsiäinen äidin luona", "cp850"),
        ("Zażółć gęślą jaźń", "cp852"),
        ("Ζεστό ψωμί και ελιές", "cp737"),
        ("Güneş batınca çocuklar", "cp857"),
        ("הרכבת הגיעה לתחנה", "cp862"),
        ("وصل القطار إلى المدينة عند الفجر", "cp720"),
        ("Kartą per ežerą plaukė gulbė", "cp1257"),
        ("Rīta saule pār ezeru", "iso8859_4"),
        ("Příliš žluťoučký kůň", "mac_latin2"),
        ("할머니는 우산을 들고 손자를 마중하러", "johab"),
        ("清晨的火車晚點了兩個小時", "gb18030"),
        ("清晨的火车晚点了两个小时", "hz"),
        ("購物清單", "utf-16-be"),
        ("清晨的火车晚点了两个小时，乘客们走到街上", "utf-16-le"),
        ("हिन्दीसमाचारपत्र", "utf-16-le"),
        ("سلام", "utf-32-be"),
    ],
)
def test_a_rare_encoding_is_detected(text: str, codec: str) -> None:
    read = read_bytes(text.encode(codec), declared=None)
    assert (read.text, read.encoding.source) == (text, EncodingSource.DETECTED)


def test_vietnamese_with_its_tone_marks_apart_is_read() -> None:
    text = "Ngươ\u0300i đưa thư nhâ\u0300m đi\u0323a chi\u0309"
    assert read_bytes(text.encode("cp1258"), declared=None).text == text


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252"])
def test_the_default_of_a_server_yields_to_letters(declared: str) -> None:
    content = "Vakar vakare taisėme dviratį".encode("cp1257")
    assert read_bytes(content, declared=declared).text == "Vakar vakare taisėme dviratį"


def test_an_encoding_that_is_no_default_is_believed_where_letters_cannot_tell() -> None:
    assert read_bytes(b"se\xf1or", declared="windows-1250").text == "seńor"
    assert read_bytes(b"se\xf1or", declared=None).text == "señor"


def test_an_encoding_that_the_guess_does_not_know_is_believed() -> None:
    assert (
        read_bytes("Əli Gəncə".replace("Ə", "E").replace("ə", "e").encode() + b"\x80", declared="cp775").encoding.name
        == "cp775"
    )


@pytest.mark.parametrize(("text", "codec"), [("سلام عليكم", "utf-16-le"), ("Привет", "utf-32-le")])
def test_a_cut_unit_costs_one_character(text: str, codec: str) -> None:
    read = read_bytes(text.encode(codec)[:-1], declared=None)
    assert read.text[: len(text) - 1] == text[:-1]
    assert [(repair.kind, repair.count) for repair in read.repairs] == [("undecodable_byte", 1)]


@pytest.mark.parametrize("content", [b"a\r\n\tb", b"\t\t\t\t\t\t", b"one\ttwo\nthree\tfour\n", b"\x00"])
def test_tabs_and_stray_controls_are_no_units_of_two_bytes(content: bytes) -> None:
    assert wide_codec(content) is None


def test_an_equal_reading_has_the_declared_name_or_the_commonest() -> None:
    content = "Größe und Maß".encode("cp1252")
    assert guess(content, declared=None, bonus=0).codec == "cp1252"
    assert guess(content, declared="iso8859-15", bonus=1).codec == "iso8859-15"


def test_few_letters_give_less_confidence_than_many() -> None:
    few, many = "Łódź".encode("cp1250"), "Zażółć gęślą jaźń, Łódź".encode("cp1250")
    assert guess(few, declared=None, bonus=0).confidence <= guess(many, declared=None, bonus=0).confidence


def test_the_time_is_bounded_by_windows() -> None:
    sample = sample_of("Ж".encode("cp1251") * 10_000_000)
    assert sample.pairs.total <= 3 * (WINDOW_BYTES + 1)


def test_costs_are_square_and_known_pairs_are_cheaper_than_strange_ones() -> None:
    for costs in pair_costs().values():
        assert {len(row) for row in costs.rows} == {len(costs.letters)}
    german = pair_costs()["de"]
    row = german.rows[german.letters["f"]]
    assert row[german.letters["ü"]] < row[german.letters["ß"]]


@pytest.mark.parametrize(("character", "its_class"), [("7", DIGIT), ("٣", DIGIT), (".", OTHER), ("Ж", OTHER)])
def test_what_has_no_costs_of_its_own_is_a_digit_or_other(character: str, its_class: str) -> None:
    assert class_of(character) == its_class


@pytest.mark.parametrize(("character", "folded"), [("Ș", "ş"), ("ی", "ي"), ("İ", "İ"), ("É", "é")])
def test_letters_of_equal_worth_have_one_cost(character: str, folded: str) -> None:
    assert fold_character(character) == folded


@given(st.binary(min_size=1, max_size=80), st.sampled_from([None, "cp1252", "koi8-r", "cp932", "utf-8"]))
def test_any_bytes_get_a_confidence(content: bytes, declared: str | None) -> None:
    found = guess(content + b"\xe9", declared=declared, bonus=5)
    assert 0 <= found.confidence <= 1
