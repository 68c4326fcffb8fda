"""PDF: pages to paragraphs, right-to-left text, and files that cannot be read."""

from contextlib import suppress

import pytest

from schemas.document import Document
from schemas.text import EncodingSource
from tests.decoders.pdf_files import make_image_pdf, make_pdf, make_visual_pdf
from workers.decoders import pdf
from workers.decoders.pdf_lines import Line, paragraphs
from workers.decoders.pdf_running import without_running_lines
from workers.decoders.table import decode
from workers.errors import CorruptFile, DocumentError, EncryptedFile

COLUMN = [
    "The train arrived at dawn and three men left it with heavy bags, and",
    "asked the baker for the old market, which was closed for the infor-",
    "mation day.",
    "They sat down in a small inn near the station and waited until the",
]


def read(content):
    return decode(Document(content=content, media_type="application/pdf"))


def test_lines_become_paragraphs_and_divided_words_whole():
    decoded = read(make_pdf([[*COLUMN, "rain had stopped."]]))
    first, second = decoded.text.split("\n")
    assert first.endswith("which was closed for the information day.")
    assert second == "They sat down in a small inn near the station and waited until the rain had stopped."


def test_a_sentence_goes_on_over_the_page():
    decoded = read(make_pdf([COLUMN, ["rain had stopped."]]))
    assert decoded.text.endswith("until the rain had stopped.")
    assert decoded.pages == 2


def test_paragraphs_that_are_set_apart_are_kept_apart():
    lines = [COLUMN[0], COLUMN[3], "", COLUMN[0], COLUMN[3]]
    assert read(make_pdf([lines])).text == "\n".join([f"{COLUMN[0]} {COLUMN[3]}"] * 2)


def test_page_numbers_and_running_titles_are_dropped_but_the_title_stands_once():
    pages = [[f"Yearly report {number}", *COLUMN, "rain stopped.", str(number)] for number in range(1, 6)]
    decoded = read(make_pdf(pages))
    assert decoded.text.count("Yearly report") == 1
    assert "5" not in decoded.text
    assert decoded.dropped == ("running_lines",)


def test_the_title_comes_from_the_metadata():
    assert read(make_pdf([["x"]], title="عنوان  Title")).title == "عنوان Title"


@pytest.mark.parametrize("title", ["", "untitled", "Microsoft Word - report2.docx", "thesis.tex"])
def test_a_title_that_a_program_made_is_none(title):
    assert read(make_pdf([["x"]], title=title)).title is None


@pytest.mark.parametrize(
    "text", ["وصل القطار إلى المدينة عند الفجر.", "הרכבת הגיעה לתחנה בבוקר.", "في عام 2018 وصل القطار."]
)
def test_right_to_left_text_comes_in_logical_order(text):
    drawn = text[::-1].replace("8102", "2018")
    assert read(make_visual_pdf(drawn)).text == text


def test_presentation_forms_become_letters():
    assert read(make_visual_pdf("ﺍﻟﻘﻄﺎﺭ"[::-1])).text == "القطار"


def test_a_pdf_of_images_is_empty_and_incomplete():
    decoded = read(make_image_pdf(pages=2))
    assert (decoded.text, decoded.incomplete, decoded.pages) == ("", True, 2)
    assert [warning.code for warning in decoded.warnings] == ["image_only"]
    assert "OCR" in decoded.warnings[0].message


def test_a_pdf_with_a_password_is_refused_as_encrypted():
    with pytest.raises(EncryptedFile):
        read(make_pdf([["secret"]], owner_password="owner", user_password="user"))


def test_a_pdf_that_only_restricts_its_use_is_read():
    decoded = read(make_pdf([["not secret"]], owner_password="owner"))
    assert (decoded.text, decoded.encoding.source) == ("not secret", EncodingSource.FORMAT)


@pytest.mark.parametrize("content", [b"", b"random", b"%PDF-1.4 \x00\xff", make_pdf([["x"]])[:60], b"<html>" * 1000])
def test_broken_files_are_refused_as_corrupt(content):
    with pytest.raises(CorruptFile) as raised:
        read(content)
    assert "random" not in str(raised.value)


def test_pages_above_the_limit_are_left_out_with_a_warning(monkeypatch):
    monkeypatch.setattr(pdf, "PAGES_MAX", 2)
    decoded = read(make_pdf([["one."], ["two."], ["three."]]))
    assert decoded.text == "one.\ntwo."
    assert (decoded.pages, decoded.incomplete) == (3, True)
    assert [warning.code for warning in decoded.warnings] == ["truncated"]


def test_text_above_the_limit_is_left_out_with_a_warning(monkeypatch):
    monkeypatch.setattr(pdf, "CHARACTERS_MAX", 3)
    decoded = read(make_pdf([["one."], ["two."]]))
    assert (decoded.text, [warning.code for warning in decoded.warnings]) == ("one.", ["truncated"])


def test_a_damaged_page_is_left_out_with_a_warning():
    content = make_pdf([["one."], ["two."]]).replace(b"5 0 obj\n<< /Type /Page", b"5 0 obj\n<< /Type /Nope")
    decoded = read(content)
    assert decoded.text.startswith("one.")


@pytest.mark.parametrize("cut", range(0, 900, 30))
def test_a_cut_file_gives_text_or_a_typed_error(cut):
    content = make_pdf([["one."], ["two."]])
    with suppress(DocumentError):
        assert set(read(content[: len(content) - cut]).text.split()) <= {"one.", "two."}


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["今天早上火车晚点了，乘客们都在", "车站等着。"], "今天早上火车晚点了，乘客们都在车站等着。"),
        (
            ["we need for the day", "- bread for all", "- salt for all"],
            "we need for the day\n- bread for all\n- salt for all",
        ),
        (
            ["A heading", "a long line that goes on to the end of the column"],
            "A heading\na long line that goes on to the end of the column",
        ),
        ([], ""),
    ],
)
def test_lines_without_known_places_are_joined_by_their_length(lines, text):
    assert paragraphs([[Line(line) for line in lines]]) == text


def test_a_single_page_keeps_its_number():
    assert without_running_lines([[Line("12")]]) == [[Line("12")]]
