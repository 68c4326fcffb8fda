import pytest

from benchmarks.quality.rouge import References, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour, 1997!", ["the", "harbour", "1997"]),
        ("أُعيدَ فتحُ المدرسة", ["اعيد", "فتح", "المدرسه"]),
        ("港口加深", ["港", "口", "加", "深"]),
        ("เรือ", ["เ", "ร", "อ", "ื"]),
        ("Việt Nam", ["viet", "nam"]),
    ],
)
def test_tokens_are_words_or_characters_in_their_search_key(text, expected):
    assert sorted(tokens(text)) == sorted(expected)


def test_the_same_arabic_sentence_scores_a_hundred():
    sentence = tokens("أعيد فتح المدرسة في درعا صباح الأحد")
    assert References([sentence]).scores(sentence) == (100.0, 100.0)


def test_scores_are_those_counted_by_hand():
    # Two of three words and one of two pairs are shared.
    assert References([["a", "b", "c"]]).scores(["a", "b", "d"]) == pytest.approx((200 / 3, 50.0))


def test_a_word_counts_as_often_as_both_have_it():
    assert References([["a", "b"]]).scores(["a", "a"])[0] == 50.0


def test_several_references_are_averaged():
    assert References([["a"], ["b"]]).scores(["a"])[0] == 50.0


def test_an_empty_summary_scores_nothing():
    assert References([["a"]]).scores([]) == (0.0, 0.0)
