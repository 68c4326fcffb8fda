"""A stack for all tests of this folder, with three workers, and another compose project beside it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.compose.compose_stack import Stack, docker

WORKERS = 3
# Recovery takes a lease and a second; shorter ones than the defaults make shorter tests.
SETTINGS = {"WARRAQ_LEASE_SECONDS": "5", "WARRAQ_PATIENCE_SECONDS": "20"}


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Keep these out of `pytest` and `make test`: they need an engine and minutes; `make test-compose` names them."""
    here = Path(__file__).parent
    asked = any(Path(argument.split("::")[0]).resolve().is_relative_to(here) for argument in config.args)
    return None if asked else True


@pytest.fixture(scope="session")
def stack(request: pytest.FixtureRequest) -> Iterator[Stack]:
    """Three healthy workers, Redis and Flower, built from this tree; removed whatever happens."""
    made, all_well = Stack(settings=SETTINGS), False
    try:
        made.compose("build")
        made.up(workers=WORKERS)
        yield made
        all_well = not request.session.testsfailed
    finally:
        if not all_well:
            with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
                print(made.compose("ps", "-a"), made.compose("logs", "--no-color", "--tail", "60"))
        made.remove()


@pytest.fixture
def healed(stack: Stack) -> Stack:
    """The stack with all its workers running and healthy, whatever the test before did to it."""
    stack.up(workers=WORKERS)
    return stack


@pytest.fixture
def other_project(stack: Stack, tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Runs a command in a one-off container of a second compose project that joins the stack's network."""
    service = {
        "image": stack.image,
        "networks": ["warraq"],
        "environment": {"WARRAQ_REDIS_URL": "redis://redis:6379/0"},
    }
    project = {
        "services": {"service": service, "redis-client": {"image": "redis:7-bookworm", "networks": ["warraq"]}},
        "networks": {"warraq": {"external": True, "name": stack.name}},
    }
    file = tmp_path / "compose.json"
    file.write_text(json.dumps(project), encoding="utf-8")
    compose = ("compose", "-f", str(file), "-p", f"{stack.name}-other")

    def run(*command: str, service: str = "service", stdin: str = "") -> str:
        return docker(*compose, "run", "--rm", "-T", service, *command, stdin=stdin)

    yield run
    docker(*compose, "down", "--remove-orphans", "--timeout", "5")
