from hypothesis import given, settings
from hypothesis import strategies as st

from workers.engines.summary_centrality import TermWeights, likeness
from workers.engines.summary_terms import beginnings

SENTENCES = [
    beginnings(text)
    for text in ("the boats of the harbour", "the harbour and the boats", "boats in the harbour", "bread is cheap now")
]


def test_a_sentence_that_repeats_the_others_is_more_central_than_a_stranger():
    central = list(map(TermWeights.learn(SENTENCES).centrality, SENTENCES))
    assert central.index(min(central)) == 3


def test_a_rare_term_weighs_more_in_one_sentence_and_less_in_all():
    weights = TermWeights.learn(SENTENCES)
    title = weights.of_title(frozenset({"boats", "bread", "gulls"}))
    assert title["bread"] > title["boats"]
    assert weights.summed["bread"] < weights.summed["boats"]
    assert "gulls" not in title


def test_of_a_long_text_a_sample_is_counted_and_other_terms_weigh_nothing():
    long = [frozenset({f"word{number}"}) for number in range(10_000)]
    weights = TermWeights.learn(long)
    assert len(weights.counts) <= 1_000
    assert weights.centrality(long[1]) == 0
    assert weights.centrality(frozenset()) == 0


def test_likeness_is_one_for_the_same_and_zero_for_strangers():
    assert likeness(SENTENCES[0], SENTENCES[0]) == 1
    assert likeness(SENTENCES[0], SENTENCES[3]) == 0
    assert likeness(frozenset(), SENTENCES[0]) == 0


@settings(max_examples=60, deadline=None)
@given(st.frozensets(st.text(max_size=5), max_size=9), st.frozensets(st.text(max_size=5), max_size=9))
def test_likeness_is_symmetric_and_between_zero_and_one(one, other):
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1 + 1e-9
