import pytest

from workers.text.alignment import rewrite
from workers.text.invisibles import repair_invisibles


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cرود",
        "क\u094d\u200dष",
        "ക\u0d4d\u200d ",
        "👩\u200d👩\u200d👧",
        "👩🏽\u200d🚀",
        "❤\ufe0f\u200d🔥",
        "1\ufe0f\u20e3",
        "\u2139\ufe0f",
        "葛\U000e0100城",
        "🏴\U000e0067\U000e0062\U000e007f",
        "ភាសា\u200bខ្មែរ",
        "ᠠ\u180b",
    ],
)
def test_what_a_script_or_an_emoji_needs_stays(text):
    assert not list(repair_invisibles(text))


@pytest.mark.parametrize(
    ("text", "visible", "kind"),
    [
        ("a\u200cb", "ab", "zero_width"),
        ("a\u200db", "ab", "zero_width"),
        ("foo\u200bbar", "foobar", "zero_width"),
        ("می\u200c رود", "می رود", "zero_width"),
        ("\u200fشام\u200e", "شام", "bidi_control"),
        ("Donau\u00addampf", "Donaudampf", "soft_hyphen"),
        ("\ufeffa", "a", "byte_order_mark"),
        ("a\ufe0f", "a", "variation_selector"),
        ("a\U000e0067b", "ab", "zero_width"),
        ("می\u200c\u200c\u200cرود", "می\u200cرود", "zero_width"),
        ("a\u2060b", "ab", "zero_width"),
    ],
)
def test_what_has_no_use_goes(text, visible, kind):
    changes = list(repair_invisibles(text))
    assert rewrite(text, changes)[0] == visible
    assert changes[0].kind == kind
