import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.engines.language_romanised import romanised_language


@pytest.mark.parametrize(
    "text",
    [
        "shu 3am ta3mel hal2? eshta2tellak ktir",
        "ana mish 3aref a3mel eh fel mawdoo3 da",
        "wesh rak khoya labas 3lik",
        "abi a3arf shlon aroo7 hnak",
        "el jaw kteer 7elw lyom, yalla n2oum nitmasha",
    ],
)
def test_arabic_in_latin_letters_is_arabic(text):
    assert list(romanised_language(text)) == ["ar"]


@pytest.mark.parametrize(
    "text",
    [
        "kal raat ko maine ek bahut achhi film dekhi thi",
        "mujhe nahi pata ki wo kab aayega",
        "Chalo koi baat nahi, agli baar milte hain!",
    ],
)
def test_hindi_in_latin_letters_is_hindi(text):
    assert list(romanised_language(text)) == ["hi"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "OK",
        "The mp3 and h264 files of covid19 are in s3 and b2b.",
        "Anak-anak bermain di kebun sepulang sekolah.",
        "Çocuklar okuldan sonra bahçede oynuyor.",
        "El niño no da la mano a la niña.",
    ],
)
def test_other_texts_are_not_romanised(text):
    assert romanised_language(text) == {}


@given(st.text(max_size=60))
def test_any_text_is_in_at_most_one_language_with_a_probability(text):
    found = romanised_language(text)
    assert len(found) <= 1
    assert all(0.5 < share < 1 for share in found.values())
