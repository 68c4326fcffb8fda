"""How the intake shares documents out."""

from hypothesis import given
from hypothesis import strategies as st

from workers.intake import bundles
from workers.ledger.bundle import Ticket
from workers.ledger.lanes import Taken
from workers.settings import Settings


def taken(*sizes: int) -> list[Taken]:
    return [Taken(Ticket(str(number), "m"), size) for number, size in enumerate(sizes)]


def test_few_documents_are_shared_among_the_processes() -> None:
    assert [len(bundle) for bundle in bundles(taken(*[10] * 4), Settings(), concurrency=2)] == [2, 2]


def test_one_document_travels_alone() -> None:
    assert len(bundles(taken(10), Settings(), concurrency=8)) == 1


def test_large_documents_do_not_share_a_bundle() -> None:
    assert [len(bundle) for bundle in bundles(taken(200_000, 200_000, 10), Settings(), concurrency=1)] == [1, 2]


@given(st.lists(st.integers(0, 300_000), max_size=200), st.integers(1, 8))
def test_every_document_is_in_one_bundle_within_the_limits(sizes: list[int], concurrency: int) -> None:
    settings = Settings()
    made = bundles(taken(*sizes), settings, concurrency=concurrency)
    assert [int(ticket.id) for bundle in made for ticket in bundle] == list(range(len(sizes)))
    for bundle in made:
        assert len(bundle) <= settings.bundle_documents
        assert len(bundle) == 1 or sum(sizes[int(ticket.id)] for ticket in bundle) <= settings.bundle_characters
