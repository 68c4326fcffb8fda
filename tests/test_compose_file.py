"""docker-compose.yml passes on every setting that makes sense there, without needing an engine to prove it."""

import re
from pathlib import Path

from workers.settings import variables

COMPOSE = (Path(__file__).resolve().parents[1] / "docker-compose.yml").read_text(encoding="utf-8")
# The image sets the one; a stack with a Redis of its own has no use for the other.
SET_ELSEWHERE = {"WARRAQ_HEARTBEAT_FILE", "WARRAQ_DATA_DIR"}


def test_every_setting_can_be_given_to_a_worker_and_no_other_name_is() -> None:
    assert set(re.findall(r"^ +- (WARRAQ_[A-Z_]+)", COMPOSE, re.MULTILINE)) == set(variables()) - SET_ELSEWHERE
