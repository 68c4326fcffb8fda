import pytest
from hypothesis import given, settings

from tests.text.hostile_strings import torn_text
from workers.text.tokens import TokenKind, tokens


def spelled(text, language=None):
    return [text[token.start : token.end] for token in tokens(text, language=language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "l’eau d'aujourd'hui", ["l’", "eau", "d'", "aujourd'hui"]),
        ("fr", "un vice-président, dit-il", ["un", "vice-président", ",", "dit", "-", "il"]),
        ("it", "l'11 settembre dell'Italia", ["l'", "11", "settembre", "dell'", "Italia"]),
        ("ca", "l'Anna paral·lela", ["l'", "Anna", "paral·lela"]),
        ("ro", "într-o casă", ["într", "-", "o", "casă"]),
        ("en", "O'Neill’s US-led rock'n'roll", ["O'Neill", "’s", "US", "-", "led", "rock'n'roll"]),
        ("en", "in the U.S. on an F-16.", ["in", "the", "U.S.", "on", "an", "F-16", "."]),
        ("en", "Mr. J. Smith...", ["Mr", ".", "J", ".", "Smith", "..."]),
        ("tr", "Ankara'da 1949'da", ["Ankara'da", "1949'da"]),
        ("fi", "EU:n maat: Suomi", ["EU:n", "maat", ":", "Suomi"]),
        ("ar", "وللقوات، قالت: ٣٫١٤ درجة", ["وللقوات", "،", "قالت", ":", "٣٫١٤", "درجة"]),
        ("fa", "می\u200cرود", ["می\u200cرود"]),
        ("he", 'צה"ל "כן"', ['צה"ל', '"', "כן", '"']),
        ("hi", "की बात।", ["की", "बात", "।"]),
        ("hy", "Ինչպե՞ս ես։", ["Ինչպե՞ս", "ես", "։"]),
        ("ko", "KBS는 한국에서 3월", ["KBS", "는", "한국", "에서", "3", "월"]),
        ("ja", "東京です・カード", ["東", "京", "です", "・", "カード"]),
        ("zh", "ABC日本12", ["ABC", "日", "本", "12"]),
        ("th", "ไทย2ครั้ง", ["ไทย", "2", "ครั้ง"]),
        (None, "l'eau, Obama's", ["l'", "eau", ",", "Obama", "'s"]),
        (None, "3.14 and 1,600 or 1\u202f600 at 10:30", ["3.14", "and", "1,600", "or", "1\u202f600", "at", "10:30"]),
        (None, "12kg, B2B snake_case", ["12kg", ",", "B2B", "snake_case"]),
        (None, "z.B. J.-C. A.Smith", ["z.B.", "J.-C.", "A", ".", "Smith"]),
        (None, "end. 'quoted' ((x))", ["end", ".", "'", "quoted", "'", "((", "x", "))"]),
        (None, "🙂! 👩\u200d👧", ["🙂", "!", "👩\u200d👧"]),
        (None, "(see http://a.b/c_(d).)", ["(", "see", "http://a.b/c_(d)", ".", ")"]),
        ("br", "c'hoazh", ["c'hoazh"]),
    ],
)
def test_tokens_are_words_numbers_addresses_ideographs_and_marks(language, text, expected):
    assert spelled(text, language) == expected


def test_each_token_says_what_it_is():
    assert [token.kind for token in tokens("dit-il 2 三 ! + a@b.org", language="fr")] == [
        TokenKind.WORD,
        TokenKind.PUNCTUATION,
        TokenKind.WORD,
        TokenKind.NUMBER,
        TokenKind.IDEOGRAPH,
        TokenKind.PUNCTUATION,
        TokenKind.SYMBOL,
        TokenKind.ADDRESS,
    ]


def test_a_part_of_a_text_has_offsets_of_the_whole():
    assert [token[:2] for token in tokens("one two, three", start=4, end=8)] == [(4, 7), (7, 8)]


@settings(max_examples=300, deadline=None)
@given(torn_text)
@pytest.mark.parametrize("language", [None, "fr", "ko"])
def test_every_visible_character_is_in_exactly_one_token(language, text):
    position = 0
    for token in tokens(text, language=language):
        assert position <= token.start < token.end
        assert not any(map(str.isprintable, text[position : token.start].replace(" ", "")))
        position = token.end
    assert not any(map(str.isprintable, text[position:].replace(" ", "")))


@pytest.mark.parametrize(
    "unit", ["a.", "A.-", "a-", "l'", "@", "a@", ".com", "www.", "1,", 'א"', "EU:n", "가", "ก", "("]
)
def test_texts_of_one_unit_take_linear_time(unit):
    text = unit * (200_000 // len(unit))
    assert sum(token.end - token.start for token in tokens(text, language="fr")) == len(text)
