"""Right-to-left text of PDF files: whatever order it was drawn in, it is read in the order of speech."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.document import Document
from tests.decoders.pdf_files import make_placed_pdf, make_visual_pdf
from workers.decoders.pdf_speech import brackets_are_turned, is_backwards, spoken
from workers.decoders.table import decode

SENTENCE = "وصلت المدينة ثلاث قوافل في الأسبوع الماضي"


def read(content):
    return decode(Document(content=content, media_type="application/pdf")).text


def from_the_right(glyphs, *, right=500, y=700):
    """Return glyphs drawn in the order of speech, each to the left of the one before."""
    return [(text, right - 6 * place, y) for place, text in enumerate(glyphs)]


@pytest.mark.parametrize("text", [SENTENCE, "הרכבת הגיעה לתחנה בבוקר", "قطار به ایستگاه رسید"])
def test_letters_drawn_in_the_order_of_speech_are_read(text):
    assert read(make_placed_pdf([from_the_right(text)])) == text


def test_words_drawn_in_any_order_are_read():
    glyphs = from_the_right(SENTENCE)
    assert read(make_placed_pdf([glyphs[20:] + glyphs[:20]])) == SENTENCE


def test_a_gap_between_words_is_a_space_without_one_being_drawn():
    glyphs = [glyph for glyph in from_the_right(SENTENCE) if glyph[0] != " "]
    assert read(make_placed_pdf([glyphs])) == SENTENCE


@pytest.mark.parametrize("ligature", ["لا", "لله", "محمد"])
def test_a_glyph_that_stands_for_several_letters_keeps_their_order(ligature):
    assert read(make_placed_pdf([from_the_right(["خ", ligature, "ل", " ", "ب"])])) == f"خ{ligature}ل ب"


def test_a_ligature_of_the_forms_for_presentation_keeps_its_order():
    assert read(make_placed_pdf([from_the_right(["خ", "ﻻ", "ل", " ", "ب"])])) == "خلال ب"


def test_a_mark_above_the_line_is_joined_to_its_letter():
    letters = from_the_right("كتب زيد")
    assert read(make_placed_pdf([[*letters, ("\u064e", 500, 704), ("\u064f", 494, 704)]])) == "كَتُب زيد"


def test_a_mark_that_is_said_to_be_a_letter_as_well_is_only_the_mark():
    assert read(make_placed_pdf([[*from_the_right("كتب زيد"), ("أُ", 494, 704)]])) == "كتُب زيد"


def test_a_letter_with_its_mark_that_stands_above_the_line_is_put_into_its_place():
    letters = from_the_right("رسلت كتب")
    assert read(make_placed_pdf([[("أُ", 506, 704), *letters]])) == "أُرسلت كتب"


def test_letters_printed_twice_to_be_bold_are_read_once():
    letters = from_the_right(SENTENCE)
    again = [(text, x + 0.2, y) for text, x, y in letters]
    assert read(make_placed_pdf([letters + again])) == SENTENCE


def test_text_that_was_drawn_to_the_right_is_read_to_the_right():
    assert read(make_visual_pdf(SENTENCE)) == SENTENCE


@pytest.mark.parametrize("drawn", ["(حلب)", ")حلب("])
def test_brackets_are_turned_where_a_program_names_their_shape(drawn):
    assert read(make_placed_pdf([from_the_right(f"في المدينة {drawn}")])).endswith("(حلب)")


def test_columns_begin_at_the_right():
    columns = [
        ["وصلت المدينة ثلاث قوافل في", "الأسبوع الماضي وحملت معها", "مواد غذائية وخياماً للناس", "الذين فقدوا بيوتهم."],
        ["قال المتحدث إن الطريق صار", "آمناً بعد أيام من القصف", "وإن القوافل ستتواصل كل", "يوم حتى نهاية الشهر."],
    ]
    glyphs = [
        glyph
        for row in range(4)
        for column, right in zip(columns, (560, 280), strict=True)
        for glyph in from_the_right(column[row], right=right, y=700 - 14 * row)
    ]
    assert read(make_placed_pdf([glyphs])) == "\n".join(" ".join(column) for column in columns)


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        ("بلح", "حلب"),
        (".1,250 غلب", "بلغ 1,250."),
        ("%3.5 زواجت", "تجاوز 3.5%"),
        ("3.5% לע", "על 3.5%"),
        ("2019-2018 ماع", "عام 2018-2019"),
        ("2018-2019 תנש", "שנת 2018-2019"),
        ("5/3/2018 موي", "يوم 5/3/2018"),
        ("٢٠١٨ ماع", "عام ٢٠١٨"),
        ("ةيناملألا Siemens AG ةكرش", "شركة Siemens AG الألمانية"),
        ("Windows 11 ماظن", "نظام Windows 11"),
        (".info@mail.example ىلإ", "إلى info@mail.example."),
        ("only words", "only words"),
        ("", ""),
    ],
)
def test_numbers_and_foreign_words_keep_their_direction(seen, text):
    assert spoken(list(seen), is_right_to_left=True) == text


def test_a_right_to_left_name_within_left_to_right_text_is_read_to_the_left():
    assert spoken(list("The city of ديدجلا بلح lies"), is_right_to_left=False) == "The city of حلب الجديد lies"


@given(st.text(st.sampled_from("ابتאב ab12.,%-/()٣"), max_size=40), st.booleans())
def test_no_glyph_is_lost_or_made(text, is_right_to_left):
    assert sorted(spoken(list(text), is_right_to_left=is_right_to_left)) == sorted(text)


@given(st.text(st.sampled_from("ابتثج حخ"), max_size=40))
def test_pure_text_is_read_backwards(text):
    assert spoken(list(text), is_right_to_left=True) == text[::-1]


@pytest.mark.parametrize(
    ("lines", "are_turned"),
    [([")a( b", ")c("], True), (["(a) b", "(c)"], False), (["1) a", "2) b"], False), ([")a", "b("], True), ([], False)],
)
def test_brackets_tell_whether_they_are_turned(lines, are_turned):
    assert brackets_are_turned(lines) is are_turned


@pytest.mark.parametrize("text", [SENTENCE, "הרכבת הגיעה אל התחנה בשעות הבוקר וכולם ירדו ממנה בשקט"])
def test_letters_tell_the_direction(text):
    assert not is_backwards(text)
    assert is_backwards(text[::-1])


@pytest.mark.parametrize("text", ["", "words", "نن", "12"])
def test_what_tells_nothing_is_taken_as_it_is(text):
    assert not is_backwards(text)
