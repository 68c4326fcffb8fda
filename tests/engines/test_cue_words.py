import pytest

from workers.engines.cue_words import cues


@pytest.mark.parametrize(
    ("language", "cue"),
    [
        ("ar", "محافظه"),
        ("ar", "مدينه"),
        ("en", "city of"),
        ("fr", "ville de"),
        ("es", "ciudad de"),
        ("ru", "городе"),
        ("fa", "شهر"),
    ],
)
def test_cue_words_stand_before_a_name(language, cue):
    assert cue in cues(language).before


@pytest.mark.parametrize(
    ("language", "cue"), [("zh", "市"), ("ja", "県"), ("tr", "ili"), ("hi", "जिला"), ("ur", "شہر")]
)
def test_cue_words_stand_after_a_name(language, cue):
    from workers.text.folding import search_key

    assert search_key(cue) in cues(language).after


def test_bokmal_goes_by_its_macrolanguage_too():
    assert cues("no") == cues("nb")


def test_an_unknown_language_has_no_cues():
    assert not any(cues("und"))
