import pytest

from benchmarks.quality.summary_sets import sample_of
from benchmarks.quality.summary_systems import chance, extractive, lead, oracle, rankings

TEXT = (
    "The harbour will be deepened by four metres. The mayor is glad. Bread is cheaper now. "
    "Fishing families fear for the herring. Larger ships can enter the harbour then."
)
SAMPLE = sample_of({"text": TEXT, "lang": "en", "summaries": ["Fishing families fear for the herring."]})


@pytest.mark.parametrize("name", sorted(rankings()))
def test_every_system_ranks_sentences_of_the_document_once(name):
    order = list(rankings()[name](SAMPLE))
    assert order
    assert len(set(order)) == len(order)
    assert set(order) <= set(range(5))


def test_what_is_said_is_cut_to_the_budget_in_order_of_rank_and_joined_in_that_of_the_document():
    sample = sample_of({"text": TEXT, "lang": "en", "summaries": ["x"]})
    assert sample.budget == 50
    few = type(sample)(sample.reading, sample.references, 10, sample.sentences)
    assert few.said([2, 0]) == ["the", "harbour", "will", "be", "deepened", "by", "bread", "is", "cheaper", "now"]


def test_the_oracle_finds_the_reference():
    assert oracle(SAMPLE) == ["fishing", "families", "fear", "for", "the", "herring"]


def test_lead_is_in_order_and_chance_the_same_each_time():
    assert list(lead(SAMPLE)) == [0, 1, 2, 3, 4]
    assert chance(SAMPLE) == chance(SAMPLE)


def test_the_engine_ranks_all_statements():
    assert sorted(extractive(SAMPLE)) == [0, 1, 2, 3, 4]
