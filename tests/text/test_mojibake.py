import pytest
from hypothesis import given, settings

from benchmarks.quality.damaged_cases import misread
from tests.text.hostile_strings import torn_text
from workers.text.alignment import rewrite
from workers.text.mojibake import repair_mojibake
from workers.text.mojibake_readers import cluster_at, hint, readers

ARABIC = "السلام عليكم، كيف الحال؟ وصلت 3 رسائل."


def mended(raw):
    return rewrite(raw, repair_mojibake(raw))[0]


@pytest.mark.parametrize("digits", ["", " في ١٢ آذار ٢٠٢٤.", " بسعر ٤٥ € لكل قطعة."])
def test_utf_8_read_as_cp1256_is_turned_back_character_by_character(digits):
    raw = (ARABIC + digits).encode().decode("cp1256")
    text, alignment = rewrite(raw, repair_mojibake(raw))
    assert text == ARABIC + digits
    start = text.index("كيف")
    raw_start, raw_end = alignment.raw_span(start, start + 3)
    assert raw[raw_start:raw_end] == "كيف".encode().decode("cp1256")


@pytest.mark.parametrize(
    "text",
    [
        "Größe und Maß – für alle",
        "l’été à l’école",
        "Příliš žluťoučký kůň",
        "Ветер гнал листья по дороге",
        "Ο άνεμος είχε πέσει",
        "הרכבת הגיעה לתחנה",
        ARABIC,
        "猫が窓の外を見ています。",
        "우산을 들고 걸어갔다",
        "Trời mưa suốt đêm",
        "นั่งรอจนถึงเช้า",
        "यह एक वाक्य है",
    ],
)
@pytest.mark.parametrize(
    "reader", ["cp1252", "latin-1", "cp1250", "cp1251", "cp1253", "cp1254", "cp1256", "cp437", "cp850", "mac_roman"]
)
def test_utf_8_read_in_any_encoding_is_turned_back(text, reader):
    raw = misread(text, reader)
    if raw is None:
        pytest.skip("the encoding has no character for one of the bytes")
    assert mended(raw) == text


@pytest.mark.parametrize("layers", [2, 3, 4])
@pytest.mark.parametrize("reader", ["cp1252", "latin-1", "cp1251", "cp1256"])
def test_layers_are_unwound_at_once_and_lead_back_to_all_of_their_characters(layers, reader):
    raw = "été"
    for _ in range(layers):
        raw = misread(raw, reader)
    text, alignment = rewrite(f"un {raw} doux", repair_mojibake(f"un {raw} doux"))
    assert text == "un été doux"
    assert alignment.raw_span(3, 6) == (3, 3 + len(raw))


def test_a_broken_quotation_within_sound_arabic_is_turned_back_alone():
    raw = f'قال "{"مرحبا بكم".encode().decode("cp1256")}" ثم غادر'
    assert mended(raw) == 'قال "مرحبا بكم" ثم غادر'


def test_only_the_broken_line_is_touched():
    raw = "CAFÉ»\n" + "été".encode().decode("latin-1") + "\nПётр «ООО»"
    text, alignment = rewrite(raw, repair_mojibake(raw))
    assert text == "CAFÉ»\nété\nПётр «ООО»"
    assert alignment.raw_span(6, 7) == (6, 8)


def test_a_line_of_which_one_half_was_pasted_wrongly_is_mended_there():
    assert mended("le café est fermé " + misread("après l’été à cause de la grève", "cp1252")) == (
        "le café est fermé après l’été à cause de la grève"
    )


def test_a_character_of_which_a_byte_was_lost_is_lost_and_the_others_come_back():
    raw = "Вчера мы весь вечер чинили".encode().decode("cp1252", "replace")
    text = mended(raw)
    assert text.replace("\ufffd", "с") == "Вчера мы весь вечер чинили"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Ã  la fin de lâ€™Ã©tÃ©", "à la fin de l’été"),
        ("voilÃ  tout", "voilà tout"),
        ("voilÃ tout", "voilÃ tout"),
        ("10Â € pour lâ€™Ã©tÃ©", "10\xa0€ pour l’été"),
    ],
)
def test_a_no_break_space_that_became_a_blank_is_understood_where_it_can_be(raw, text):
    assert mended(raw) == text


def test_a_text_that_was_cut_inside_its_last_character_keeps_the_rest_of_it():
    raw = "日本語".encode()[:-1].decode("latin-1")
    assert mended(raw) == "日本" + raw[-2:]


@pytest.mark.parametrize(
    "text",
    [
        ARABIC,
        "حافظ، ثم محفوظ؛ وأين الحفاظ؟",
        "الحروف: ص، ض، ط، ظ، ع، غ، ف",
        "عکس و طرح",
        "«ع» و«غ»",
        "ط§",
        "Plain ASCII",
        "naïve façade",
        "Ångström & Søn",
        "“Quotes” – and dashes…",
        "Ãé",
        "Він бачив Світ",
        "obzvlášť nebezpečné",
        "Только светом",
        "ROMÃ® é marca",
        "He wrote a lone Ã and a lone Â on the board.",
        "Das Zeichen “Ã©” steht für é.",
        "├── café",
        "IRMÃ” e “PAI”",
        "Ä» sagte er, »Ö« sagte sie",
    ],
)
def test_sound_text_is_left_alone(text):
    assert mended(text) == text


@pytest.mark.parametrize("unit", ["Ã©", "»Ã", "Ã", "Ã ", "ط§", "cafÃ© ", "Ã©\n", "Ãƒ", "\ufffdÃ", "Р"])
def test_hostile_shapes_take_linear_time(unit):
    text = unit * (60_000 // len(unit))
    assert len(mended(text)) <= len(text)


@settings(max_examples=200, deadline=None)
@given(torn_text)
def test_a_text_without_a_hint_has_no_cluster(text):
    hints = {match.start() for match in hint().finditer(text) if cluster_at(text, match.start())}
    for reader in readers():
        for match in reader.cluster.finditer(text):
            assert match.start(1) in hints
