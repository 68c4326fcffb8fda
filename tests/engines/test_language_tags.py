import pytest

from workers.engines.language_tags import hinted_tag, published_tag


@pytest.mark.parametrize(
    ("code", "script", "tag"),
    [
        ("iw", "Hebr", "he"),
        ("no", "Latn", "nb"),
        ("nn", "Latn", "nn"),
        ("fil", "Latn", "tl"),
        ("ku", "Arab", "ckb"),
        ("ku", "Latn", "ku"),
        ("sdh", "Arab", "ckb"),
        ("arz", "Arab", "ar"),
        ("zh-Hant", "Hani", "zh"),
        ("tlh", "Latn", None),
        ("un", "Latn", None),
        ("xx-Goth", "Goth", None),
    ],
)
def test_codes_of_detectors_become_published_tags(code, script, tag):
    assert published_tag(code, script=script) == tag


@pytest.mark.parametrize(
    ("hint", "tag"), [("ar-SY", "ar"), ("NO", "nb"), ("sr_Latn_RS", "sr"), ("fil-PH", "tl"), (None, None), ("", None)]
)
def test_a_declared_language_is_read_by_its_first_subtag(hint, tag):
    assert hinted_tag(hint, script="Latn") == tag
