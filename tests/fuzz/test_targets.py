"""Every target of the fuzzer under Hypothesis, and the table itself; `make fuzz-hypothesis` does it at length."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.corpora import dictionary_of, seeds_of
from tests.fuzz.strategies import inputs_of
from tests.fuzz.targets import TARGETS, target_named
from workers.decoders.table import DECODERS
from workers.engines.registry import ENGINES

NAMES = [target.name for target in TARGETS]
# The suite has some seconds for all targets together; the profile of `make fuzz-hypothesis` has a hundred times more.
EXAMPLES = settings().max_examples // 2


@pytest.mark.parametrize("name", NAMES)
def test_the_properties_hold_for_seeds(name):
    target = target_named(name)
    for seed in seeds_of(target)[::5]:
        target.check(seed)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_the_properties_hold_for_half_valid_inputs(name, data):
    target = target_named(name)
    target.check(data.draw(inputs_of(target)))


@pytest.mark.parametrize(
    "row", [row.decoder for row in DECODERS] + [row.factory for row in ENGINES], ids=lambda row: row.split(".")[-1]
)
def test_every_decoder_and_engine_has_a_target(row):
    assert [target.name for target in TARGETS if row in target.covers], "tests/fuzz/targets.py wants a row for it"


def test_targets_cover_only_what_there_is():
    there = {row.decoder for row in DECODERS} | {row.factory for row in ENGINES}
    assert {row for target in TARGETS for row in target.covers} <= there


@pytest.mark.parametrize("name", NAMES)
def test_every_target_has_something_to_begin_with(name):
    target = target_named(name)
    assert seeds_of(target)
    assert dictionary_of(target)
    assert all(len(seed) <= target.max_bytes for seed in seeds_of(target))
