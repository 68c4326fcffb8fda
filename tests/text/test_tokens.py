import pytest
from hypothesis import given, settings

from tests.text.hostile_strings import torn_text
from workers.text.tokens import TokenKind, tokenize


def spelled(text):
    return [text[token.start : token.end] for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("l’eau est froide", ["l’eau", "est", "froide"]),
        ("vice-président d'État", ["vice-président", "d'État"]),
        ("3.14 and 1,600 at 10:30", ["3.14", "and", "1,600", "at", "10:30"]),
        ("قالت: ٣٫١٤ درجة", ["قالت", ":", "٣٫١٤", "درجة"]),
        ("می\u200cرود", ["می\u200cرود"]),
        ("東京です", ["東", "京", "です"]),
        ("カード ABC日本12", ["カード", "ABC", "日", "本", "12"]),
        ("12kg, B2B", ["12kg", ",", "B2B"]),
        ("की बात", ["की", "बात"]),
        ("end. 'quoted'", ["end", ".", "'", "quoted", "'"]),
        ('צה"ל', ["צה", '"', "ל"]),
        ("🙂!", ["🙂", "!"]),
    ],
)
def test_tokens_are_words_numbers_ideographs_and_symbols(text, tokens):
    assert spelled(text) == tokens


def test_each_token_says_what_it_is():
    assert [token.kind for token in tokenize("one 2 三 !")] == [
        TokenKind.WORD,
        TokenKind.NUMBER,
        TokenKind.IDEOGRAPH,
        TokenKind.SYMBOL,
    ]


@settings(max_examples=200, deadline=None)
@given(torn_text)
def test_every_letter_and_digit_is_in_exactly_one_token(text):
    tokens = tokenize(text)
    positions = [position for token in tokens for position in range(token.start, token.end)]
    assert positions == sorted(set(positions))
    covered = set(positions)
    assert all(position in covered for position, character in enumerate(text) if character.isalnum())
