import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.text.tokens_unspaced import SCRIPTS, word_cuts


def words(text):
    cuts = [*word_cuts(text, 0, len(text)), len(text)]
    return [text[start:end] for start, end in zip([0, *cuts], cuts, strict=False)]


@pytest.mark.parametrize(
    "expected",
    [
        "ภาษา ไทย ไม่ มี เครื่องหมาย จบ ประโยค",
        "คณะรัฐมนตรี ประชุม ที่ เชียง ใหม่",
        "ພາສາ ລາວ ມີ ປະຫວັດສາດ ຍາວນານ",
        "ប្រទេស កម្ពុជា មាន ប្រជាជន",
        "ကျွန်တော် ကျောင်း သွား မယ်",
    ],
)
def test_words_of_the_lists_are_found(expected):
    assert words(expected.replace(" ", "")) == expected.split()


def test_letters_that_are_in_no_word_stay_together():
    assert words("ประชุมฬฬฬ๎ฬประชุม") == ["ประชุม", "ฬฬฬ๎ฬ", "ประชุม"]


def test_a_part_of_a_text_has_offsets_of_the_whole():
    text = "ประชุมภาษาไทยประชุม"
    assert list(word_cuts(text, 6, 13)) == [10]


def test_other_scripts_are_not_cut():
    assert words("unspaced") == ["unspaced"]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_cuts_ascend_inside_of_any_letters_and_never_part_a_cluster(script, data):
    text = data.draw(
        st.text(st.characters(min_codepoint=ord(script.first), max_codepoint=ord(script.last)), min_size=1)
    )
    bounds = {match.end() for match in script.clusters.finditer(text)}
    cuts = list(word_cuts(text, 0, len(text)))
    assert cuts == sorted(set(cuts))
    assert set(cuts) <= bounds - {len(text)}


@pytest.mark.parametrize("letters", ["ก", "ไ", "ກາ", "ក្", "က်", "ประชุม"])
def test_long_runs_take_linear_time(letters):
    text = letters * (100_000 // len(letters))
    assert all(0 < cut < len(text) for cut in word_cuts(text, 0, len(text)))
