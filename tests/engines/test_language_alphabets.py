from collections import Counter

import pytest

from workers.engines.language_alphabets import foreign_letters
from workers.engines.language_scripts import script_of


@pytest.mark.parametrize(
    ("word", "writes", "lacks"),
    [
        ("їжак", "uk", "ru"),
        ("ўсё", "be", "uk"),
        ("ћуприја", "sr", "mk"),
        ("ќе", "mk", "bg"),
        ("қазақ", "kk", "ky"),
        ("өткөн", "ky", "ru"),
        ("җир", "tt", "kk"),
        ("ҳаво", "tg", "ru"),
        ("گوشت", "fa", "ar"),
        ("لڑکا", "ur", "fa"),
        ("ښځه", "ps", "ur"),
        ("کوڕ", "ckb", "fa"),
        ("ۋاقىت", "ug", "ar"),
        ("ڄاڻ", "sd", "ur"),
        ("straße", "de", "nl"),
        ("smørrebrød", "da", "sv"),
        ("ľúbosť", "sk", "cs"),
        ("říše", "cs", "sk"),
        ("gəlir", "az", "tr"),
        ("người", "vi", "fr"),
        ("ৰাতি", "as", "bn"),
        ("ײַ", "yi", "he"),
    ],
)
def test_a_letter_outside_the_alphabet_speaks_against_the_language(word, writes, lacks):
    letters, script = Counter(filter(str.isalpha, word)), script_of(word[0])
    assert foreign_letters(letters, language=writes, script=script) == 0
    assert foreign_letters(letters, language=lacks, script=script) > 0


def test_the_share_is_of_a_hundred_letters_and_bounded():
    assert foreign_letters(Counter({"a": 99, "ø": 1}), language="sv", script="Latn") == 1.0
    assert foreign_letters(Counter({"ø": 7}), language="sv", script="Latn") == 5.0
    assert foreign_letters(Counter(), language="sv", script="Latn") == 0.0
