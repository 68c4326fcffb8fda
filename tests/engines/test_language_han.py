import pytest

from workers.engines.language_han import han_signs, hinted_han_script


@pytest.mark.parametrize(
    ("text", "script"),
    [("我们国家的经济", "Hans"), ("我們國家的經濟", "Hant"), ("中文", "Hani"), ("", "Hani"), ("这是台灣", "Hani")],
)
def test_the_signs_tell_simplified_from_traditional(text, script):
    assert han_signs(text).script == script


@pytest.mark.parametrize("text", ["東京駅", "渋谷区役所", "広島県"])
def test_signs_that_only_japan_writes_are_japanese(text):
    assert han_signs(text).are_japanese


@pytest.mark.parametrize("text", ["我们去图书馆", "我們去圖書館", "东京", "中文"])
def test_chinese_signs_are_not_japanese(text):
    assert not han_signs(text).are_japanese


@pytest.mark.parametrize(
    ("hint", "script"),
    [("zh-TW", "Hant"), ("zh_HK", "Hant"), ("zh-Hans-SG", "Hans"), ("zh", None), ("", None), (None, None)],
)
def test_a_hint_implies_a_script_by_its_region(hint, script):
    assert hinted_han_script(hint) == script
