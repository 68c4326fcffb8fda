"""The judge of links: annotated mentions are read with their spans, and links are counted as right once."""

from pathlib import Path

from benchmarks.quality.places import DATA, Found, Gold, Tally, read_passages
from schemas.entities import Link


def link(country: str) -> Link:
    return Link(scheme="geonames", id="1", name="Tripoli", country=country, score=1)


def test_marks_leave_the_text_and_become_spans(tmp_path: Path) -> None:
    file = tmp_path / "en.txt"
    file.write_text(
        "# language: en\n\nFrom [LOC Tripoli|LY|Tripoli] to\n[LOC Ely|GB|Ely].\n\nNone.\n", encoding="utf-8"
    )
    (text, gold), (other, nothing) = read_passages(file)
    assert (text, other, nothing) == ("From Tripoli to Ely.", "None.", [])
    assert [text[one.start : one.end] for one in gold] == ["Tripoli", "Ely"]


def test_a_link_is_right_where_it_overlaps_and_agrees_and_wrong_elsewhere() -> None:
    tally = Tally()
    gold = [Gold(5, 12, "LY", "Tripoli"), Gold(16, 19, "GB", "Ely")]
    found = [Found(5, 12, link("LY")), Found(16, 19, link("US")), Found(30, 32, link("LY"))]
    tally.add(gold, found, lambda one, other: one.country == other.country)
    assert (tally.gold, tally.given, tally.right) == (2, 3, 1)


def test_the_committed_set_has_as_many_mentions_as_its_readme_promises() -> None:
    mentions = {file.stem: sum(len(gold) for _, gold in read_passages(file)) for file in DATA.glob("*.txt")}
    assert len(mentions) == 6
    assert min(mentions.values()) > 50
