"""The compose file keeps its promises on a real engine; run by `make test-compose`."""

import base64
import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.compose.compose_stack import Stack, docker, wait_until
from tests.compose.conftest import WORKERS

pytestmark = pytest.mark.timeout(900)

TASKS = ("normalize", "detect_language", "extract_entities", "summarize", "publish")
PRODUCER = (Path(__file__).parent / "producer.py").read_text(encoding="utf-8")
# Enough work for three workers that a fault meets documents at every stage.
DOCUMENTS = 600
PRODUCER_MARKER = "Marker"
SENTENCE = "Layla Haddad opened the National Library in Cairo on Sunday."
GRACE_SECONDS = 30

Run = Callable[..., str]


def submit(run: Run, prefix: str, *, count: int = DOCUMENTS) -> set[str]:
    assert run("python", "-", prefix, str(count), stdin=PRODUCER).strip() == str(count)
    return {f"{prefix}{number}" for number in range(count)}


def wait_for_some(stack: Stack, prefix: str, *, count: int = DOCUMENTS) -> None:
    """Wait until some documents are published, and make sure that a fault now comes in the middle of the work."""
    published = wait_until(lambda: stack.published(prefix), what=f"a first result of {prefix}", seconds=60)
    assert len(published) < count, "all was done before the fault could happen: raise DOCUMENTS"


def assert_each_published_once(stack: Stack, ids: set[str], *, prefix: str) -> None:
    wait_until(lambda: ids <= set(stack.published(prefix)), what=f"all of {len(ids)} results of {prefix}", seconds=300)
    wait_until(lambda: stack.redis("ZCARD", "warraq:due") == "0", what="no unfinished document")
    assert sorted(stack.published(prefix)) == sorted(ids)


def kill_from_the_host(pid: int, *, image: str) -> None:
    """Kill a process of the engine's host; unlike `docker kill` it leaves the restart policy in force."""
    docker("run", "--rm", "--pid", "host", "--privileged", "--user", "0", image, "sh", "-c", f"kill -9 {pid}")


def docker_log(container: str) -> str:
    """Return what a container wrote to its standard error, where logs go."""
    done = subprocess.run(["docker", "logs", container], capture_output=True, text=True, timeout=60, check=True)
    return done.stdout + done.stderr


def flower(stack: Stack, path: str, *, user: str | None = None) -> str:
    request = Request(f"http://127.0.0.1:{stack.flower_port}{path}")
    if user is not None:
        request.add_header("Authorization", "Basic " + base64.b64encode(user.encode()).decode())
    with urlopen(request, timeout=30) as response:
        return str(response.read().decode())


def flower_user(stack: Stack) -> str:
    password = stack.compose("exec", "-T", "flower", "cat", "/var/lib/warraq/flower-password").strip()
    return f"warraq:{password}"


def test_everything_comes_up_healthy_with_three_workers(healed: Stack) -> None:
    containers = [name for service in ("redis", "worker", "flower") for name in healed.containers(service)]
    health = [healed.inspect(name)["State"]["Health"]["Status"] for name in containers]
    assert health == ["healthy"] * 5


def test_only_flower_is_published_and_on_loopback_alone(healed: Stack) -> None:
    published = {
        binding["HostIp"]
        for service in ("redis", "worker", "flower")
        for name in healed.containers(service)
        for bindings in healed.inspect(name)["NetworkSettings"]["Ports"].values()
        for binding in bindings or []
    }
    ports = healed.inspect(healed.containers("redis")[0])["NetworkSettings"]["Ports"]
    assert published == {"127.0.0.1"}
    assert not any(ports.values())


def test_a_worker_is_nobody_special_and_cannot_write_its_root(healed: Stack) -> None:
    host = healed.inspect(healed.containers("worker")[0])["HostConfig"]
    assert host["ReadonlyRootfs"]
    assert host["CapDrop"] == ["ALL"]
    script = "id -u; touch /opt/warraq/written 2>/dev/null && echo written || echo refused"
    assert healed.compose("exec", "-T", "worker", "sh", "-c", script).split() == ["10001", "refused"]


def test_another_project_submits_with_the_client_and_reads_the_result(healed: Stack, other_project: Run) -> None:
    printed = other_project("warraq", "submit", "-", "--wait", stdin=SENTENCE)
    assert json.loads(printed)["status"] == "completed"


def test_the_image_alone_processes_a_document_without_redis(stack: Stack) -> None:
    printed = docker(
        "run",
        "--rm",
        "-i",
        "--network",
        "none",
        stack.image,
        "warraq",
        "run",
        "-",
        stdin=SENTENCE,
    )
    assert json.loads(printed)["language"]["tag"] == "en"


def test_a_plain_redis_client_is_answered(healed: Stack, other_project: Run) -> None:
    document = json.dumps({"id": "plain-1", "text": "A letter from Basra came today."})
    client = ("redis-cli", "-h", "redis")
    other_project(*client, "XADD", "warraq:documents", "*", "document", document, service="redis-client")
    result = wait_until(
        lambda: other_project(*client, "GET", "warraq:result:plain-1", service="redis-client").strip(),
        what="the result of plain-1",
    )
    assert json.loads(result)["status"] == "completed"


def test_many_documents_are_published_once_each_by_several_workers(healed: Stack, other_project: Run) -> None:
    ids = submit(other_project, "many-")
    assert_each_published_once(healed, ids, prefix="many-")


def test_the_others_finish_the_documents_of_a_worker_that_is_gone(healed: Stack, other_project: Run) -> None:
    ids = submit(other_project, "gone-")
    wait_for_some(healed, "gone-")
    victim = healed.containers("worker")[0]
    docker("kill", victim)
    assert_each_published_once(healed, ids, prefix="gone-")
    assert not healed.inspect(victim)["State"]["Running"]


def test_a_worker_that_crashes_is_started_again(healed: Stack, other_project: Run) -> None:
    ids = submit(other_project, "crash-")
    wait_for_some(healed, "crash-")
    victim = healed.containers("worker")[-1]
    before = healed.inspect(victim)
    kill_from_the_host(before["State"]["Pid"], image=healed.image)
    assert_each_published_once(healed, ids, prefix="crash-")
    wait_until(
        lambda: healed.inspect(victim)["State"].get("Health", {}).get("Status") == "healthy",
        what="a healthy worker again",
    )
    assert healed.inspect(victim)["RestartCount"] == before["RestartCount"] + 1


@pytest.mark.parametrize("service", ["redis", "flower"])
def test_the_restart_policy_holds_for_the_others_too(healed: Stack, service: str) -> None:
    (victim,) = healed.containers(service)
    before = healed.inspect(victim)
    kill_from_the_host(before["State"]["Pid"], image=healed.image)
    wait_until(
        lambda: (
            healed.inspect(victim)["RestartCount"] > before["RestartCount"]
            and healed.inspect(victim)["State"]["Health"]["Status"] == "healthy"
        ),
        what=f"a healthy {service} again",
    )


def test_a_worker_that_starts_before_its_redis_waits_and_says_so(healed: Stack) -> None:
    worker = healed.containers("worker")[0]
    healed.compose("stop", "redis", "worker")
    docker("start", worker)
    wait_until(lambda: "waiting for Redis at redis:6379" in docker_log(worker), what="a line about the absence")
    healed.up(workers=WORKERS)


@pytest.mark.parametrize("fault", [("restart", "redis"), ("kill", "-s", "KILL", "redis")], ids=["restarted", "killed"])
def test_nothing_is_lost_when_redis_is(healed: Stack, other_project: Run, fault: tuple[str, ...]) -> None:
    prefix = f"redis-{fault[0]}-"
    ids = submit(other_project, prefix)
    wait_for_some(healed, prefix)
    healed.compose(*fault)
    healed.compose("up", "-d", "--wait", "--no-recreate", "redis")
    assert_each_published_once(healed, ids, prefix=prefix)


def test_a_stop_ends_within_the_grace_period_and_loses_nothing(healed: Stack, other_project: Run) -> None:
    ids = submit(other_project, "stop-")
    wait_for_some(healed, "stop-")
    workers = healed.containers("worker")
    begun = time.monotonic()
    healed.compose("stop", "worker")
    assert time.monotonic() - begun < GRACE_SECONDS
    assert 137 not in [healed.inspect(name)["State"]["ExitCode"] for name in workers]
    healed.compose("start", "worker")
    assert_each_published_once(healed, ids, prefix="stop-")


def test_a_rolling_restart_under_load_ends_in_time_and_loses_nothing(healed: Stack, other_project: Run) -> None:
    ids = submit(other_project, "roll-")
    wait_for_some(healed, "roll-")
    for worker in healed.containers("worker"):
        begun = time.monotonic()
        docker("stop", worker)
        assert time.monotonic() - begun < GRACE_SECONDS
        assert healed.inspect(worker)["State"]["ExitCode"] == 0
        docker("start", worker)
    assert_each_published_once(healed, ids, prefix="roll-")


def test_flower_wants_a_password(healed: Stack) -> None:
    for path in ("/", "/workers", "/tasks", "/api/tasks"):
        with pytest.raises(HTTPError, match="401"):
            flower(healed, path)
        with pytest.raises(HTTPError, match="401"):
            flower(healed, path, user="warraq:wrong")


def test_the_metrics_of_flower_need_no_password_and_hold_no_ids(healed: Stack, other_project: Run) -> None:
    ids = submit(other_project, "metrics-", count=20)
    assert_each_published_once(healed, ids, prefix="metrics-")
    metrics = wait_until(lambda: flower(healed, "/metrics"), what="metrics")
    assert "flower_events_total" in metrics
    assert "metrics-" not in metrics


def test_flower_shows_its_password_once_in_its_log(healed: Stack) -> None:
    password = flower_user(healed).partition(":")[2]
    healed.compose("restart", "flower")
    healed.up(workers=3)
    assert healed.compose("logs", "flower").count(password) == 1


def test_flower_shows_the_five_tasks_with_ids_only(healed: Stack, other_project: Run) -> None:
    submit(other_project, "flower-", count=20)
    user = flower_user(healed)

    def names() -> set[str]:
        tasks = json.loads(flower(healed, "/api/tasks?limit=10000", user=user))
        return {task["name"] for task in tasks.values() if "flower-" in str(task["args"])}

    wait_until(lambda: names() == {f"workers.{name}" for name in TASKS}, what="the five tasks in Flower")
    page = flower(healed, "/api/tasks?limit=10000", user=user)
    assert PRODUCER_MARKER not in page
    assert "الوراق" not in json.dumps(json.loads(page), ensure_ascii=False)


def test_flower_cannot_shut_a_worker_down(healed: Stack) -> None:
    user = flower_user(healed)
    workers = json.loads(flower(healed, "/api/workers", user=user))
    request = Request(f"http://127.0.0.1:{healed.flower_port}/api/worker/shutdown/{next(iter(workers))}", method="POST")
    request.add_header("Authorization", "Basic " + base64.b64encode(user.encode()).decode())
    with pytest.raises(HTTPError, match=r"40[35]"):
        urlopen(request, timeout=30)


def test_logs_hold_no_document_text(healed: Stack, other_project: Run) -> None:
    ids = submit(other_project, "logs-", count=20)
    assert_each_published_once(healed, ids, prefix="logs-")
    assert PRODUCER_MARKER not in healed.compose("logs", "worker", "flower")


def test_redis_on_loopback_needs_its_password(stack: Stack) -> None:
    files = ("docker-compose.yml", "docker-compose.host.yml")
    published = Stack(files=files, settings={"REDIS_PASSWORD": "basra", "REDIS_PORT": "0", "WORKER_IMAGE": stack.image})
    try:
        published.compose("up", "-d", "--wait", "redis")
        port = published.compose("port", "redis", "6379").strip()
        assert port.startswith("127.0.0.1:")
        client = ("run", "--rm", "--network", "host", "redis:7-bookworm", "redis-cli", "-p", port.rpartition(":")[2])
        assert "NOAUTH" in docker(*client, "ping")
        assert docker(*client, "-a", "basra", "--no-auth-warning", "ping").strip() == "PONG"
    finally:
        published.compose("down", "-v", "--timeout", "5")
