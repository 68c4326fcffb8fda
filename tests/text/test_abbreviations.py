import pytest

from workers.text.abbreviations import sentence_goes_on
from workers.text.rules import rules_for


def goes_on(text, language):
    """Judge the last full stop that a blank follows."""
    stop = text.rindex(". ")
    return sentence_goes_on(text, stop, 0, stop + 2, rules_for(text, language=language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("with Dr. Miller", "en"),
        ("see Fig. 3", "en"),
        ("George W. Bush", "en"),
        ("in the U.S. Army", "en"),
        ("4. Boil it", "en"),
        ("am 3. März", "de"),
        ("قال د. أحمد", "ar"),
        ("with Dr. Miller", None),
        ("г. Москва", "ru"),
    ],
)
def test_the_sentence_goes_on_after(text, language):
    assert goes_on(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("in the U.S. The army", "en"),
        ("on page 3. März", "en"),
        ("he said no. Nobody", "en"),
        ("a fig. Trees", "en"),
        ("in 1999. März", "de"),
        ("ق.م. وقد", "ar"),
        ("der 3. Dann", "de"),
        ("a  . B", "en"),
        ("x" * 40 + "dr. B", "en"),
    ],
)
def test_the_sentence_ends_after(text, language):
    assert not goes_on(text, language)
