"""How many documents are begun together."""

import pytest

from workers.tasks.stage_run import GROUP_DOCUMENTS, group_size


@pytest.mark.parametrize(
    ("documents", "seconds", "expected"),
    [(1, 0.0, GROUP_DOCUMENTS), (1, 0.001, GROUP_DOCUMENTS), (1, 0.01, 5), (4, 0.1, 2), (1, 0.049, 1), (1, 30.0, 1)],
)
def test_a_group_is_what_was_done_in_a_twentieth_of_a_second(documents: int, seconds: float, expected: int) -> None:
    assert group_size(documents, seconds=seconds) == expected
