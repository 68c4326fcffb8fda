from schemas.text import Span
from workers.engines.language_answer import THRESHOLD, candidates_of, segments_of
from workers.engines.language_belief import Belief
from workers.engines.language_segments import Unit, divide

CLEAR = 60


def units(*beliefs: Belief) -> list[Unit]:
    return [
        Unit(Span(start=10 * place, end=10 * place + 10), belief, letters=belief.weight)
        for place, belief in enumerate(beliefs)
    ]


def says(tag: str, *, confidence: float = 0.999, weight: int = CLEAR) -> Belief:
    return Belief("Latn", weight, {tag: confidence})


def test_units_of_one_language_stay_together():
    assert divide(units(says("en"), says("en")), whole="en") == ["en", "en"]


def test_a_doubtful_unit_takes_the_language_of_its_neighbours():
    doubtful = Belief("Latn", CLEAR, {"fr": 0.6, "en": 0.3})
    assert divide(units(says("en"), doubtful, says("en")), whole="en") == ["en", "en", "en"]


def test_a_short_unit_takes_the_language_of_its_neighbours():
    assert divide(units(says("en"), says("fr", weight=8), says("en")), whole="en") == ["en", "en", "en"]


def test_clear_units_of_another_language_are_divided_off():
    assert divide(units(says("en"), says("fr"), says("fr"), says("en")), whole="en") == ["en", "fr", "fr", "en"]


def test_units_without_words_take_the_language_before_them():
    silent = Belief()
    assert divide(units(says("en"), silent, says("fr"), says("fr")), whole="en") == ["en", "en", "fr", "fr"]


def test_nobody_naming_a_language_leaves_all_undetermined():
    assert divide(units(Belief(), Belief()), whole=None) == ["und", "und"]
    assert divide([], whole=None) == []


def test_neighbouring_stretches_that_nobody_is_sure_of_are_one_undetermined_segment():
    unsure = units(Belief("Latn", CLEAR, {"en": 0.2}), Belief("Latn", CLEAR, {"fr": 0.2}))
    (segment,) = segments_of(unsure, tags=["en", "fr"])
    assert (segment.start, segment.end, segment.tag) == (0, 20, "und")


def test_an_unsure_belief_is_published_as_undetermined_before_the_likeliest_language():
    candidates = candidates_of(Belief("Latn", CLEAR, {"en": THRESHOLD - 0.1, "fr": 0.1}))
    assert [candidate.tag for candidate in candidates] == ["und", "en"]


def test_at_most_three_candidates_are_published():
    belief = Belief("Latn", CLEAR, {"en": 0.5, "fr": 0.3, "de": 0.1, "nl": 0.05})
    assert [candidate.tag for candidate in candidates_of(belief)] == ["en", "fr", "de"]
