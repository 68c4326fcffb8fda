import pytest

from workers.text.alignment import rewrite
from workers.text.codepages import repair_code_pages


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("السلام عليكم في المدينة", "cp1256"),
        ("Мы не пошли на вокзал, потому что было поздно", "cp1251"),
        ("Και τότε το παιδί πήγε στο σπίτι του", "cp1253"),
    ],
)
def test_text_read_in_the_western_code_page_is_turned_back(text, encoding):
    raw = text.encode(encoding).decode("cp1252")
    mended, alignment = rewrite(raw, repair_code_pages(raw))
    assert mended == text
    assert alignment.raw_span(0, len(mended)) == (0, len(raw))


@pytest.mark.parametrize("text", ["Çá va très bien à côté", "ÀÉÎÕÜ íå", "smørrebrød på dansk", "Ýí og þá"])
def test_languages_of_that_code_page_are_left_alone(text):
    assert not list(repair_code_pages(text))
