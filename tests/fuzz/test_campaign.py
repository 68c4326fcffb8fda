"""What the runner reads from the log of a child, whether it ended, was ended or died."""

import pytest

from tests.fuzz.campaign import _counted


@pytest.mark.parametrize(
    ("log", "counted"),
    [
        ("#512\tNEW    cov: 87 ft: 246 corp: 67\nDone 1000 in 5 second(s)\n", (1000, 87)),
        ("#512\tNEW    cov: 87 ft: 246\n#700\tREDUCE cov: 88 ft: 247\n", (700, 88)),
        ("#2\tINITED cov: 3\n==1== ERROR: libFuzzer: deadly signal\nstat::number_of_executed_units: 31\n", (31, 3)),
        ("ImportError: no module\n", (0, 0)),
    ],
)
def test_executions_and_edges_are_read_from_the_log(tmp_path, log, counted):
    (tmp_path / "log.txt").write_text(log)
    assert _counted(tmp_path / "log.txt") == counted
