"""A chaos run that loses, doubles or spoils a document fails: the verdict is tried on runs that are made up."""

from dataclasses import replace

import pytest

from benchmarks.chaos_verdict import Evidence, Publication, judge


def published(name: str, *, revision: int = 1, status: str = "completed", code: str = "") -> Publication:
    return Publication(0.0, name, revision, f"{name}-0", status, code)


CLEAN = Evidence(
    accepted={"a": "client", "b": "redis", "poison": "client_many", "hanging": "client_many"},
    offered=["a", "b", "poison", "hanging"],
    planted={"poison": "poison", "hanging": "hanging"},
    published=[
        published("a"),
        published("b", status="partial"),
        published("poison", status="failed", code="worker_lost"),
        published("hanging", status="failed", code="time_limit"),
    ],
    refused={"1-0": "id_conflict"},
    failures={("1-0", "id_conflict")},
)


def with_more(*rows: Publication) -> Evidence:
    return replace(CLEAN, published=[*CLEAN.published, *rows])


def without(name: str) -> Evidence:
    return replace(CLEAN, published=[row for row in CLEAN.published if row.id != name])


def test_a_clean_run_has_no_violations() -> None:
    assert judge(CLEAN).violations == []


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        pytest.param(without("a"), "1 lost (accepted, never published): a", id="lost"),
        pytest.param(without("poison"), "1 lost (accepted, never published): poison", id="planted and lost"),
        pytest.param(with_more(published("a")), "1 published twice: a", id="twice"),
        pytest.param(
            with_more(replace(published("a"), entry="another-entry")), "1 published twice: a", id="twice by two entries"
        ),
        pytest.param(
            replace(
                without("a"), published=[*without("a").published, published("a", status="failed", code="internal")]
            ),
            "1 ended in a way that was not planted: a failed (internal) revision 1",
            id="innocent failed",
        ),
        pytest.param(
            replace(without("poison"), published=[*without("poison").published, published("poison")]),
            "1 ended in a way that was not planted: poison completed revision 1",
            id="poison that passed",
        ),
        pytest.param(
            replace(
                without("hanging"),
                published=[*without("hanging").published, published("hanging", status="failed", code="worker_lost")],
            ),
            "1 ended in a way that was not planted: hanging failed (worker_lost) revision 1",
            id="hanging for another reason",
        ),
        pytest.param(
            with_more(published("a", revision=2)),
            "1 ended in a way that was not planted: a completed revision 2",
            id="a revision that nobody asked for",
        ),
        pytest.param(with_more(published("x")), "1 published and never offered: x", id="stranger"),
        pytest.param(
            replace(CLEAN, failures=set()), "1 entries that should have been refused: 1-0", id="conflict not refused"
        ),
        pytest.param(
            replace(CLEAN, failures={("1-0", "invalid_document")}),
            "1 entries that should have been refused: 1-0",
            id="refused for another reason",
        ),
        pytest.param(replace(CLEAN, leftovers=["warraq:x"]), "1 left in Redis: warraq:x", id="leftovers"),
        pytest.param(replace(CLEAN, errors=["client: X"]), "1 errors of the doors: client: X", id="door"),
    ],
)
def test_whatever_is_wrong_is_found_and_named(evidence: Evidence, words: str) -> None:
    assert words in judge(evidence).violations
