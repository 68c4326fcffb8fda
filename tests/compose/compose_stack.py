"""A stack of the project's docker-compose.yml under a name of its own, driven through the docker command."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[2]
POLL_SECONDS = 0.5
# One command of the docker client: a build on a loaded machine with two cores takes minutes.
COMMAND_SECONDS = 900


def wait_until(condition: Callable[[], Any], *, what: str, seconds: float = 180) -> Any:
    """Return the first true value of `condition`; fail with `what` when there is none in time."""
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < deadline, f"not within {seconds:g} s: {what}"
        time.sleep(POLL_SECONDS)
    return value


def free_port() -> int:
    """Return a TCP port of the loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def docker(*arguments: str, stdin: str | None = None, **variables: str) -> str:
    """Run one docker command and return what it prints; a failure shows its errors."""
    done = subprocess.run(
        ["docker", *arguments],
        cwd=ROOT,
        env={**os.environ, **variables},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=COMMAND_SECONDS,
        check=False,
    )
    assert done.returncode == 0, f"docker {' '.join(arguments)}: {done.stderr[-4000:]}"
    return done.stdout


@dataclass(frozen=True, slots=True)
class Stack:
    """One compose project; names, network and ports are its own, so that it disturbs no other."""

    files: tuple[str, ...] = ("docker-compose.yml",)
    name: str = field(default_factory=lambda: f"warraq-test-{uuid4().hex[:8]}")
    settings: dict[str, str] = field(default_factory=dict)
    flower_port: int = field(default_factory=free_port)

    @property
    def image(self) -> str:
        """Name of the image of workers, Flower and producers."""
        return f"{self.name}:latest"

    def compose(self, *arguments: str, stdin: str | None = None) -> str:
        """Run `docker compose` on this project."""
        own = {"NETWORK_NAME": self.name, "WORKER_IMAGE": self.image, "FLOWER_PORT": str(self.flower_port)}
        variables = {**own, **self.settings}
        files = [part for name in self.files for part in ("-f", name)]
        return docker("compose", *files, "-p", self.name, *arguments, stdin=stdin, **variables)

    def up(self, *, workers: int) -> None:
        """Start everything, or what is missing, and wait until all of it is healthy."""
        self.compose("up", "-d", "--wait", "--no-recreate", "--scale", f"worker={workers}")

    def containers(self, service: str) -> list[str]:
        """Ids of the running containers of a service."""
        return self.compose("ps", "-q", service).split()

    def inspect(self, container: str) -> dict[str, Any]:
        """Everything that the engine knows about a container."""
        found: dict[str, Any] = json.loads(docker("inspect", container))[0]
        return found

    def redis(self, *command: str) -> str:
        """Run one Redis command inside the stack."""
        return self.compose("exec", "-T", "redis", "redis-cli", *command).strip()

    def published(self, prefix: str) -> list[str]:
        """Ids with that prefix in the results stream, in order, repeated where one was published twice."""
        ids = (
            "local ids = {} for _, entry in ipairs(redis.call('XRANGE', KEYS[1], '-', '+')) do "
            "for at = 1, #entry[2], 2 do if entry[2][at] == 'id' then ids[#ids + 1] = entry[2][at + 1] end end end "
            "return ids"
        )
        return [name for name in self.redis("EVAL", ids, "1", "warraq:results").splitlines() if name.startswith(prefix)]

    def remove(self) -> None:
        """Leave nothing behind: containers, volumes, network, image."""
        self.compose("down", "-v", "--remove-orphans", "--timeout", "5")
        docker("image", "rm", "--force", self.image)
