import pytest

from schemas.entities import Label, Link
from workers.engines import Candidate, Reading
from workers.engines.entities_gazetteer import load as load_extractor
from workers.engines.linker_geonames import load


def linked(text, language):
    reading = Reading(text=text, language=language)
    (candidates,) = load_extractor().extract([reading])
    return load().link(reading, candidates)


def candidate_at(text, name, label=Label.LOC):
    start = text.index(name)
    return Candidate(start, start + len(name), label, 0.9, "tagger")


@pytest.mark.parametrize(
    ("language", "text", "identifier", "country"),
    [
        ("ar", "في محافظة درعا", "170905", "SY"),
        ("ar", "عملت روسيا كضامن", "2017370", "RU"),
        ("ar", "القوات العاملة في سوريا", "163843", "SY"),
        ("en", "a letter from Paris", "2988507", "FR"),
        ("ru", "в Москве", "524901", "RU"),
        ("zh", "他在东京", "1850147", "JP"),
    ],
)
def test_a_place_is_linked_to_geonames(language, text, identifier, country):
    (candidate,) = linked(text, language)
    (link,) = candidate.links
    assert (link.scheme, link.id, link.country) == ("geonames", identifier, country)
    assert link.latitude is not None
    assert link.score > 0.5


def test_the_countries_that_a_text_names_decide_among_namesakes():
    alone = linked("A bomb went off in Tripoli.", "en")[0].links[0]
    with_lebanon = linked("A bomb went off in Tripoli, said Lebanon. Beirut mourns.", "en")[0].links[0]
    assert (alone.country, with_lebanon.country) == ("LY", "LB")


def test_a_much_larger_namesake_stays_the_choice():
    assert linked("He lives in London, not in Canada.", "en")[0].links[0].country == "GB"


def test_the_name_inside_of_a_longer_span_is_linked():
    text = "قرب مدينة نابلس القديمة"
    (candidate,) = load().link(Reading(text=text, language="ar"), [candidate_at(text, "مدينة نابلس القديمة")])
    assert candidate.links[0].country == "PS"


def test_a_name_that_runs_over_the_end_of_the_span_is_not_linked():
    text = "the New York office"
    (candidate,) = load().link(Reading(text=text, language="en"), [candidate_at(text, "New")])
    assert candidate.links == ()


def test_other_labels_unknown_names_and_features_have_no_link():
    text = "Paris Smith saw Qwertyville in the Middle East"
    candidates = [
        candidate_at(text, "Paris Smith", Label.PER),
        candidate_at(text, "Qwertyville"),
        candidate_at(text, "Middle East"),
    ]
    assert [candidate.links for candidate in load().link(Reading(text=text, language="en"), candidates)] == [()] * 3


def test_a_link_that_an_extractor_brought_is_kept():
    own = Link(scheme="list", id="7", name="own", score=1.0)
    text = "Paris"
    candidate = Candidate(0, 5, Label.LOC, 0.9, "list", links=(own,))
    assert load().link(Reading(text=text, language="en"), [candidate])[0].links == (own,)


def test_a_continent_has_no_country():
    assert linked("across Africa", "en")[0].links[0].country is None


def test_candidates_keep_their_number_and_order():
    text = "Paris and London"
    candidates = [candidate_at(text, "London"), candidate_at(text, "Paris")]
    assert [c.start for c in load().link(Reading(text=text, language="en"), candidates)] == [10, 0]
