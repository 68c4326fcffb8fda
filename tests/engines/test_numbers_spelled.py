"""Numbers that are spelled out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.engines.numbers_spelled import lexicon, spelled
from workers.engines.patterns_words import fold, load_table


def read(language: str, phrase: str) -> tuple[float, int] | None:
    """Return the number that a phrase begins with and how many words spell it."""
    words = lexicon(language)
    assert words is not None
    found = spelled([fold(word) for word in phrase.replace("-", " ").split()], words)
    return (found.value, found.words) if found else None


@pytest.mark.parametrize(
    ("language", "phrase", "value"),
    [
        ("ar", "ثلاثة ملايين", 3_000_000),
        ("ar", "ألف وستمئة", 1600),
        ("ar", "خمسة وعشرين", 25),
        ("ar", "ثلاثمئة وخمسة وسبعين ألفا وأربعمئة", 375_400),
        ("ar", "نصف مليون", 500_000),
        ("ar", "أحد عشر", 11),
        ("cs", "třemi", 3),
        ("da", "femogtyve", 25),
        ("de", "fünfundzwanzig", 25),
        ("de", "zweihunderttausend", 200_000),
        ("en", "two hundred and twenty-five thousand", 225_000),
        ("en", "eleven hundred", 1100),
        ("en", "half a million", 500_000),
        ("en", "two and a half million", 2_500_000),
        ("es", "ochocientos mil", 800_000),
        ("fa", "بیست و پنج", 25),
        ("fi", "neljäkymmentä", 40),
        ("fr", "quatre-vingt-dix-neuf mille", 99_000),
        ("fr", "soixante et onze", 71),
        ("he", "עשרים וחמש", 25),
        ("hi", "दो लाख", 200_000),
        ("hu", "huszonöt", 25),
        ("id", "tiga ratus", 300),
        ("it", "quarantacinque", 45),
        ("nl", "vijfentwintig", 25),
        ("pl", "dwadzieścia pięć", 25),
        ("pt", "vinte e cinco mil", 25_000),
        ("ru", "двадцать пять тысяч", 25_000),
        ("sv", "tvåhundratusen", 200_000),
        ("tr", "yirmi beş bin", 25_000),
        ("ur", "ڈھائی کروڑ", 25_000_000),
        ("vi", "hai mươi lăm", 25),
    ],
)
def test_a_whole_phrase_is_one_number(language: str, phrase: str, value: float) -> None:
    assert read(language, phrase) == (value, len(phrase.replace("-", " ").split()))


@pytest.mark.parametrize(
    ("language", "phrase", "value", "words"),
    [
        ("en", "two three", 2, 1),
        ("en", "twenty thirty", 20, 1),
        ("en", "two and a half", 2, 1),
        ("it", "venticinque per cento", 25, 1),
        ("ar", "خمسة رجال", 5, 1),
        ("fr", "deux cents euros", 200, 2),
    ],
)
def test_a_number_ends_where_the_next_word_does_not_add_to_it(
    language: str, phrase: str, value: float, words: int
) -> None:
    assert read(language, phrase) == (value, words)


@pytest.mark.parametrize(
    ("language", "phrase"), [("en", "half a loaf"), ("de", "Dreizehnten"), ("fr", "un jour"), ("ar", "نصف الليل")]
)
def test_what_is_no_number_is_none(language: str, phrase: str) -> None:
    assert read(language, phrase) is None


@pytest.mark.parametrize("language", load_table("numbers_spelled"))
def test_two_to_ten_are_known_in_every_language(language: str) -> None:
    words = lexicon(language)
    assert words is not None
    assert set(range(2, 11)) <= set(words.numbers.values())


@given(st.sampled_from(["en", "ar", "de", "fi", "fr"]), st.lists(st.text(max_size=12), max_size=6))
def test_any_words_give_no_more_words_than_there_are(language: str, words: list[str]) -> None:
    table = lexicon(language)
    assert table is not None
    found = spelled([fold(word) for word in words], table)
    assert found is None or 0 < found.words <= len(words)
