import pytest

from workers.text.boundaries import CANDIDATE, SURE, sentence_end
from workers.text.rules import rules_for


def end_of(text):
    stop = CANDIDATE.search(text)
    if not stop or stop.lastindex in SURE:
        return stop and stop.end() - 1
    return sentence_end(text, stop, start=0, rules=rules_for(text, language=None))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("He left.” Then", "He left.”"),
        ("He left!!! Then", "He left!!!"),
        ("Il part. » Puis", "Il part. »"),
        ("Known.[4] Then", "Known.[4]"),
        ("Known. [4] Then", "Known. [4]"),
        ("吗?我", "吗?"),
        ("यह है | वह", "यह है |"),
        ("Τι; Ναι", "Τι;"),
    ],
)
def test_a_stop_ends_the_sentence_with_its_closers(text, sentence):
    assert end_of(text) == len(sentence)


@pytest.mark.parametrize(
    "text",
    ["“No!” he said", "a: B", "one; Two", "a | B", "x.y", "Wait. . .", "３．５", "?q=1", "Yahoo! [is]", "The end."],
)
def test_a_stop_does_not_end_the_sentence(text):
    assert end_of(text) is None
