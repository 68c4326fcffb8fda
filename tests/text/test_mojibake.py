import pytest

from workers.text.alignment import rewrite
from workers.text.mojibake import repair_arabic_mojibake, repair_mojibake

ARABIC = "السلام عليكم، كيف الحال؟ وصلت 3 رسائل."


@pytest.mark.parametrize("digits", ["", " في ١٢ آذار ٢٠٢٤.", " بسعر ٤٥ € لكل قطعة."])
def test_utf_8_read_as_cp1256_is_turned_back_character_by_character(digits):
    raw = (ARABIC + digits).encode().decode("cp1256")
    text, alignment = rewrite(raw, repair_arabic_mojibake(raw))
    assert text == ARABIC + digits
    start = text.index("كيف")
    raw_start, raw_end = alignment.raw_span(start, start + 3)
    assert raw[raw_start:raw_end] == "كيف".encode().decode("cp1256")


def test_a_broken_quotation_within_sound_arabic_is_turned_back_alone():
    raw = f'قال "{"مرحبا بكم".encode().decode("cp1256")}" ثم غادر'
    assert rewrite(raw, repair_arabic_mojibake(raw))[0] == 'قال "مرحبا بكم" ثم غادر'


def test_european_letters_read_as_cp1256_are_turned_back():
    raw = "un café très animé".encode().decode("cp1256")
    assert rewrite(raw, repair_arabic_mojibake(raw))[0] == "un café très animé"


@pytest.mark.parametrize(
    "text",
    [
        ARABIC,
        "حافظ، ثم محفوظ؛ وأين الحفاظ؟",
        "الحروف: ص، ض، ط، ظ، ع، غ، ف",
        "عکس و طرح",
        "«ع» و«غ»",
        "ط§",
    ],
)
def test_sound_arabic_is_left_alone(text):
    assert not list(repair_arabic_mojibake(text))
    assert not list(repair_mojibake(text))


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp1251", "cp1250"])
@pytest.mark.parametrize("text", ["Größe und Maß – für alle", "l’été à l’école"])
def test_utf_8_read_as_another_encoding_is_turned_back(text, encoding):
    raw = text.encode().decode(encoding, "ignore")
    if raw.encode(encoding) != text.encode():
        pytest.fail("the sample has a byte that the encoding lacks")
    assert rewrite(raw, repair_mojibake(raw))[0] == text


def test_only_the_broken_line_is_touched():
    raw = "CAFÉ»\n" + "été".encode().decode("latin-1") + "\nПётр «ООО»"
    text, alignment = rewrite(raw, repair_mojibake(raw))
    assert text == "CAFÉ»\nété\nПётр «ООО»"
    assert alignment.raw_span(6, 7) == (6, 8)


def test_a_line_with_lost_bytes_is_aligned_by_words():
    raw = "voilÃ le travail de lâ€™Ã©tÃ©"
    text, alignment = rewrite(raw, repair_mojibake(raw))
    assert text == "voilà le travail de l’été"
    start, end = alignment.raw_span(text.index("travail"), text.index("travail") + len("travail"))
    assert "travail" in raw[start:end]


@pytest.mark.parametrize("text", ["Plain ASCII", "naïve façade", "Ångström & Søn", "“Quotes” – and dashes…", "Ãé"])
def test_sound_text_is_left_alone(text):
    assert rewrite(text, repair_mojibake(text))[0] == text
