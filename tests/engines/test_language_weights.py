import pytest

from workers.engines.language_cld2 import ask_cld2
from workers.engines.language_evidence import Evidence, Features
from workers.engines.language_weights import load_weights

WEIGHTS = load_weights()


def test_probabilities_fall_and_sum_to_one():
    evidence = Evidence({"en": Features(runs=0.0), "fr": Features(runs=-2.0), "de": Features(runs=-1.0)}, letters=50)
    probabilities = WEIGHTS.probabilities(evidence)
    assert list(probabilities) == ["en", "de", "fr"]
    assert sum(probabilities.values()) == pytest.approx(1)


def test_no_evidence_is_no_probability():
    assert WEIGHTS.probabilities(Evidence({}, letters=0)) == {}


@pytest.mark.parametrize(("letters", "winner"), [(5, "fr"), (200, "en")])
def test_a_hint_weighs_more_in_a_short_text(letters, winner):
    close = Evidence({"en": Features(runs=0.0), "fr": Features(runs=-1.0)}, letters=letters)
    assert next(iter(WEIGHTS.probabilities(close, hint="fr"))) == winner


def test_cld2_answers_nothing_for_what_it_cannot_read():
    assert ask_cld2("", script="Latn", must_guess=True).shares == {}
    assert ask_cld2("a\x00b", script="Latn", must_guess=False).shares == {}
