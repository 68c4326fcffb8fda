import pytest

from workers.engines.clitics import restored, without_clitics


@pytest.mark.parametrize(
    ("word", "name", "length"),
    [
        ("بدرعا", "درعا", 1),
        ("وسوريا", "سوريا", 1),
        ("وبالقاهره", "القاهره", 2),
        ("للقاهره", "القاهره", 1),
        ("وللولايات", "الولايات", 2),
        ("فبيروت", "بيروت", 1),
        ("כשבירושלים", "ירושלים", 3),
        ("בדמשק", "דמשק", 1),
        ("מתל", "תל", 1),
    ],
)
def test_clitics_are_peeled_off_the_name(word, name, length):
    assert (name, length) in list(without_clitics(word))


@pytest.mark.parametrize("word", ["السوريه", "القوات", "paris", "", "بن", "و"])
def test_the_article_and_short_rests_are_not_peeled(word):
    assert list(without_clitics(word)) == []


@pytest.mark.parametrize(
    ("word", "length", "name"), [("للقوات", 1, "القوات"), ("وللقاهرة", 2, "القاهرة"), ("بدرعا", 1, "درعا")]
)
def test_the_article_is_restored_in_the_canonical_form(word, length, name):
    assert restored(word, length) == name
