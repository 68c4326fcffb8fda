"""Names of the user's lists: found as they are written, with clitics and endings, and linked by their id."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.document import Document
from schemas.entities import Label
from workers.engines import Reading
from workers.engines.entities_names import NameListExtractor, load
from workers.engines.registry import ENGINES, choose, engines
from workers.pipeline import process

LIST = """name,label,id
Nordwind Logistik GmbH,ORG,1
Nordwind,ORG,1
apple,MISC,
Apple,ORG,aapl
WHO,ORG,who
مؤسسة الغيث,ORG,7
القوات الخضراء,ORG,8
Маргоша Белкина,PER,9
日の出工業,ORG,10
John Smith,PER,11
John Smith,PER,12
"""


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> NameListExtractor:
    folder = tmp_path_factory.mktemp("lists")
    (folder / "own.csv").write_text(LIST, encoding="utf-8-sig")
    return load(str(folder))


def found(names: NameListExtractor, text: str, language: str = "und") -> list[tuple[str, str]]:
    (candidates,) = names.extract([Reading(text, language=language)])
    return [(text[one.start : one.end], one.label) for one in candidates]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("We paid Nordwind Logistik GmbH twice.", "en", [("Nordwind Logistik GmbH", "ORG")]),
        ("We paid Nordwind twice.", "en", [("Nordwind", "ORG")]),
        ("We paid Nordwind Logistik twice.", "en", [("Nordwind", "ORG")]),
        ("an apple for Apple", "en", [("apple", "MISC"), ("Apple", "ORG")]),
        ("those who know WHO", "en", [("WHO", "ORG")]),
        ("وقالت مؤسسة الغيث إنها", "ar", [("مؤسسة الغيث", "ORG")]),
        ("ومؤسسة الغيث", "ar", [("ومؤسسة الغيث", "ORG")]),
        ("تابعة للقوات الخضراء", "ar", [("للقوات الخضراء", "ORG")]),
        ("видел Маргошу Белкину", "ru", [("Маргошу Белкину", "PER")]),
        ("Это Маргоша Белкина.", "ru", [("Маргоша Белкина", "PER")]),
        ("昨日、日の出工業は発表した", "ja", [("日の出工業", "ORG")]),
        ("Nordwinds Halle", "de", [("Nordwinds", "ORG")]),
        ("Nordwindig", "de", []),
        ("", "en", []),
    ],
)
def test_a_listed_name_is_found_as_whole_words(
    names: NameListExtractor, text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert found(names, text, language) == expected


def test_a_name_is_linked_by_the_name_of_its_list_and_its_id(names: NameListExtractor) -> None:
    (candidates,) = names.extract([Reading("We paid Nordwind.", language="en")])
    (link,) = candidates[0].links
    assert (link.scheme, link.id, link.name, link.score) == ("list", "own:1", "Nordwind", 1)


def test_namesakes_share_the_certainty_of_a_link(names: NameListExtractor) -> None:
    (candidates,) = names.extract([Reading("John Smith called.", language="en")])
    assert [(link.id, link.score) for link in candidates[0].links] == [("own:11", 0.5), ("own:12", 0.5)]


@given(st.text(st.sampled_from("ومؤسسة الغيث لقNordwidAaple日の出工業 -.\n"), max_size=60))
def test_candidates_lie_in_the_text_and_never_overlap(names: NameListExtractor, text: str) -> None:
    (candidates,) = names.extract([Reading(text, language="ar")])
    ends = [0, *(one.end for one in candidates)]
    assert all(end <= one.start < one.end <= len(text) for end, one in zip(ends, candidates, strict=False))


def test_a_chosen_list_comes_before_all_engines_and_its_entities_are_published(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(LIST, encoding="utf-8")
    try:
        choose(name_lists=tmp_path)
        assert [row.name for row in engines()] == ["name_lists", *(row.name for row in ENGINES)]
        (result,) = process([Document(text="قالت مؤسسة الغيث إنها وزعت الخبز على ومؤسسة الغيث.")])
    finally:
        choose(name_lists=None)
    assert result.entities is not None
    (entity,) = (one for one in result.entities if one.label == Label.ORG)
    assert (entity.canonical, len(entity.mentions), entity.links[0].id) == ("مؤسسة الغيث", 2, "own:7")
