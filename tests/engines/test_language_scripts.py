import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.engines.language_scripts import is_written_in, script_of, script_weights


@pytest.mark.parametrize(
    ("letter", "script"),
    [
        *(("a", "Latn"), ("ß", "Latn"), ("ạ", "Latn"), ("Ａ", "Latn"), ("я", "Cyrl"), ("ى", "Arab"), ("ﷲ", "Arab")),
        *(("ん", "Jpan"), ("漢", "Hani"), ("𠀀", "Hani"), ("々", "Hani"), ("한", "Kore"), ("ש", "Hebr"), ("ж", "Cyrl")),
        *(
            ("ა", "Geor"),
            ("Ω", "Grek"),
            ("ክ", "Ethi"),
            ("7", None),
            ("٣", None),
            ("×", None),
            ("،", None),
            ("😀", None),
            ("ʻ", None),
            ("ꆈ", "Yiii"),
            ("𐎠", "Zzzz"),
        ),
    ],
)
def test_a_letter_has_its_script_and_other_characters_have_none(letter, script):
    assert script_of(letter) == script


def test_han_signs_beside_kana_are_japanese():
    assert script_weights("東京の天気はいい") == {"Jpan": 3 * 4 + 2 * 4}


def test_a_single_kana_in_a_chinese_text_does_not_make_it_japanese():
    assert script_weights("鲜の每日的果汁在这里可以买到很多").most_common(1)[0][0] == "Hani"


def test_han_signs_beside_hangul_are_korean():
    assert set(script_weights("大韓民國의 首都는 서울이다")) == {"Kore"}


def test_serbian_is_written_in_two_scripts_and_russian_in_one():
    assert is_written_in("sr", script="Latn")
    assert is_written_in("sr", script="Cyrl")
    assert not is_written_in("ru", script="Latn")
    assert not is_written_in("en", script="Arab")


@given(st.text())
def test_only_letters_have_weight(text):
    assert bool(script_weights(text)) <= any(map(str.isalpha, text))
