import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.engines.summary_centrality import centroid, degrees, likeness
from workers.engines.summary_ngrams import GramWeights, fold, gram_size, grams, sample_places
from workers.engines.summary_position import position_value, position_weight
from workers.engines.summary_relevance import standardized


def test_folding_unites_case_punctuation_and_arabic_spellings():
    assert fold("The  Harbour, (old)") == " the harbour old "
    assert fold("إلى الأُسَر") == fold("الى الاسر")


def test_folding_keeps_marks_that_tell_words_apart():
    assert fold("và") != fold("va")


def test_ideographs_are_cut_in_pairs_and_letters_in_fours():
    assert gram_size("渔船晚上回到了港口") == 2
    assert gram_size("the boats came home") == 4
    assert grams("a bc", size=4) == {" a b", "a bc", " bc "}


@pytest.mark.parametrize(("text", "only"), [("A.", " a "), ("?!", "?!")])
def test_a_text_shorter_than_a_gram_is_its_own_gram(text, only):
    assert grams(text, size=4) == {only}


def test_an_empty_text_has_no_grams_and_likeness_zero():
    vectors = [grams("", size=4), grams("boats", size=4)]
    weights = GramWeights.learn(vectors)
    assert likeness(vectors, weights=weights)(0, 1) == 0
    assert weights.coverage(vectors[1], of=vectors[0]) == 0


def test_equal_sentences_have_likeness_one():
    vectors = [grams("the boats came home", size=4)] * 2
    assert round(likeness(vectors, weights=GramWeights.learn(vectors))(0, 1), 9) == 1


def test_a_sentence_that_repeats_the_others_is_more_central_than_a_stranger():
    texts = ["the boats of the harbour", "the harbour and the boats", "boats in the harbour", "bread is cheap now"]
    vectors = [grams(text, size=4) for text in texts]
    weights = GramWeights.learn(vectors)
    assert degrees(vectors, weights=weights).index(min(degrees(vectors, weights=weights))) == 3
    central = [centroid(vector, weights=weights) for vector in vectors]
    assert central.index(min(central)) == 3


def test_position_counts_less_the_longer_the_document():
    assert [position_weight(count) for count in (1, 25, 60, 10_000)] == pytest.approx([1.5, 1.5, 0.2, 0.2])
    assert position_weight(40) > position_weight(41)
    assert [position_value(place) for place in (0, 1, 3)] == [1, 1 / 2, 1 / 4]


def test_a_sample_is_bounded_and_spread():
    assert list(sample_places(5)) == [0, 1, 2, 3, 4]
    assert len(sample_places(123_456)) <= 1_000
    assert sample_places(123_456)[-1] > 120_000


def test_equal_values_standardize_to_zero():
    assert standardized([0.1] * 7) == [0.0] * 7
    assert standardized([]) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=2, max_size=6))
def test_likeness_is_symmetric_and_between_zero_and_one(texts):
    vectors = [grams(text, size=4) for text in texts]
    alike = likeness(vectors, weights=GramWeights.learn(vectors))
    assert alike(0, 1) == alike(1, 0)
    assert 0 <= alike(0, 1) <= 1 + 1e-9
