"""All seeds through the whole pipeline, against what a careful reader expects of them."""

import unicodedata

import pytest

from schemas import Result, Status
from tests.seeds_scoring import (
    PATTERNS,
    PLACES,
    Score,
    Seed,
    located,
    pattern_of,
    results,
    scored,
    seeds,
    table,
    wrong_links,
)

LEAST_SEEDS = 20
LEAST_LANGUAGES = 12
LEAST_F1_PATTERNS = 0.9
LEAST_F1_PLACES = 0.8
LEAST_LINK_SHARE = 0.9
LEAST_SEGMENT_SHARE = 0.9
TATWEEL = "\u0640"
MISREADINGS = ("cp1256", "cp1252")

each_seed = pytest.mark.parametrize("seed", seeds(), ids=lambda seed: seed.name)


def text_of(seed: Seed) -> str:
    text = results()[seed.name].text
    assert text
    return text


def comparable(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace(TATWEEL, "").split())


def readings(raw: str) -> set[str]:
    found = {comparable(raw)}
    for codec in MISREADINGS:
        try:
            found.add(comparable(raw.encode(codec).decode("utf-8")))
        except UnicodeError:
            continue
    return found


def raw_text(seed: Seed, result: Result) -> str:
    assert result.normalization
    assert result.normalization.encoding
    return seed.content.decode(result.normalization.encoding)


def test_there_are_enough_seeds_in_enough_languages() -> None:
    assert len(seeds()) >= LEAST_SEEDS
    assert len({seed.expected.language for seed in seeds()}) >= LEAST_LANGUAGES


@each_seed
def test_a_seed_is_completed_in_its_language(seed: Seed) -> None:
    result = results()[seed.name]
    assert result.status is Status.COMPLETED, result.warnings
    assert result.language
    assert result.language.tag == seed.expected.language, result.language.candidates
    assert seed.expected.script in {None, result.language.script}


@each_seed
def test_every_annotation_of_a_seed_stands_in_its_text_in_reading_order(seed: Seed) -> None:
    places = located(seed.expected.entities, text=text_of(seed))
    assert [place.entity.text for place in places if not place.is_in_text] == []


@each_seed
def test_every_mention_is_the_text_at_its_offsets(seed: Seed) -> None:
    text = text_of(seed)
    found = [mention for entity in results()[seed.name].entities or () for mention in entity.mentions]
    assert found
    assert [mention.text for mention in found] == [text[mention.start : mention.end] for mention in found]


@pytest.mark.parametrize("seed", [seed for seed in seeds() if seed.name.endswith(".txt")], ids=lambda seed: seed.name)
def test_every_raw_offset_leads_to_the_words_that_were_sent(seed: Seed) -> None:
    result = results()[seed.name]
    raw = raw_text(seed, result)
    for entity in result.entities or ():
        for mention in entity.mentions:
            assert comparable(mention.text) in readings(raw[mention.raw_start : mention.raw_end])


@each_seed
def test_summary_sentences_stand_verbatim_in_the_text(seed: Seed) -> None:
    text, summary = text_of(seed), results()[seed.name].summary
    assert summary
    assert summary.sentences
    assert all(text[sentence.start : sentence.end].strip() in summary.text for sentence in summary.sentences)
    assert len(summary.text) < len(text)


@each_seed
def test_key_facts_survive_normalization(seed: Seed) -> None:
    text = text_of(seed)
    assert [fact for fact in seed.expected.key_facts if not pattern_of(fact).search(text)] == []


@pytest.mark.parametrize("seed", [seed for seed in seeds() if seed.expected.title], ids=lambda seed: seed.name)
def test_the_headline_stands_in_the_title(seed: Seed) -> None:
    assert seed.expected.title in (results()[seed.name].title or "")


@pytest.mark.parametrize("seed", [seed for seed in seeds() if seed.expected.absent], ids=lambda seed: seed.name)
def test_menus_and_notices_are_left_out(seed: Seed) -> None:
    text = text_of(seed)
    assert [line for line in seed.expected.absent if line in text] == []


@pytest.mark.parametrize("seed", [seed for seed in seeds() if seed.expected.segments], ids=lambda seed: seed.name)
def test_the_parts_of_a_mixed_document_get_their_own_languages(seed: Seed) -> None:
    text, language = text_of(seed), results()[seed.name].language
    assert language
    starts = [text.index(part.starts_with) for part in seed.expected.segments]
    for part, start, end in zip(seed.expected.segments, starts, [*starts[1:], len(text)], strict=True):
        same = [one for one in language.segments if one.tag == part.language]
        covered = sum(max(0, min(one.end, end) - max(one.start, start)) for one in same)
        assert covered / (end - start) >= LEAST_SEGMENT_SHARE, f"{part.language}: {language.segments}"


@pytest.mark.parametrize(
    ("labels", "least"),
    [pytest.param(PATTERNS, LEAST_F1_PATTERNS, id="patterns"), pytest.param(PLACES, LEAST_F1_PLACES, id="places")],
)
def test_entities_of_all_seeds_together_reach_their_f1(labels: frozenset, least: float) -> None:
    scores = {seed.name: scored(seed, labels=labels) for seed in seeds()}
    f1 = sum(scores.values(), Score()).f1
    assert f1 >= least, f"\n{table(scores)}"


def test_cities_that_are_found_are_the_right_ones() -> None:
    cities = sum(entity.geonames is not None for seed in seeds() for entity in seed.expected.entities)
    wrong = [line for seed in seeds() for line in wrong_links(seed)]
    assert len(wrong) <= (1 - LEAST_LINK_SHARE) * cities, wrong
