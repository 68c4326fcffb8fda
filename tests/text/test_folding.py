import pytest
from hypothesis import given, settings

from tests.text.hostile_strings import torn_text
from workers.text.folding import fold_with_offsets, search_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إلى", "الي"),
        ("مدينة", "مدينه"),
        ("الـعَرَبِيَّة", "العربيه"),
        ("ایران کشور", "ايران كشور"),
        ("۱۲۳", "١٢٣"),
        ("١٢٣", "123"),
        ("Łódź", "LODZ"),
        ("Straße", "STRASSE"),
        ("İstanbul", "istanbul"),
        ("ISPARTA", "ısparta"),
        ("Ёлка", "елка"),
        ("Αθήνα", "ΑΘΗΝΑ"),
        ("ﬁn", "fin"),
        ("Ｔｏｋｙｏ", "tokyo"),
        ("ｶﾞ", "ガ"),
        ("می\u200cرود", "میرود"),
        ("e\u0301", "é"),
        ("שָׁלוֹם", "שלום"),
    ],
)
def test_spellings_of_one_name_have_one_key(one, other):
    assert search_key(one) == search_key(other)


@pytest.mark.parametrize(("one", "other"), [("мой", "мои"), ("か", "が"), ("कि", "क"), ("गाँव", "गाव"), ("درعا", "درع")])
def test_different_letters_stay_different(one, other):
    assert search_key(one) != search_key(other)


def test_offsets_lead_back_to_the_text():
    text = "في الـمَدِينَة"
    key, offsets = fold_with_offsets(text)
    start = key.index("المدينه")
    assert text[offsets[start] : offsets[start + len("المدينه")]] == "الـمَدِينَة"


@settings(max_examples=200, deadline=None)
@given(torn_text)
def test_both_forms_agree_and_the_key_of_a_key_is_itself(text):
    key, offsets = fold_with_offsets(text)
    assert key == search_key(text)
    assert search_key(key) == key
    assert len(offsets) == len(key) + 1
    assert offsets[-1] == len(text)
    assert offsets == sorted(offsets)
