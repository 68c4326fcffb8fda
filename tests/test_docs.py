"""The documentation says what is true: settings, commands, codes and links are checked, examples are run."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from schemas import FailureCode, StageName
from tests.queue.stack import Stack
from tests.waiting import wait_until
from workers.cli import COMMANDS
from workers.ledger import keys
from workers.settings import variables

ROOT = Path(__file__).parent.parent
DOCS = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])
CODE = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("workers/**/*.py"))


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text(name), re.DOTALL)


@pytest.mark.parametrize("variable", variables())
def test_every_setting_is_documented(variable: str) -> None:
    assert f"`{variable}`" in text("docs/operations.md")


def test_no_setting_is_documented_that_does_not_exist() -> None:
    mentioned = {name for path in DOCS for name in re.findall(r"\bWARRAQ_[A-Z][A-Z_]*[A-Z]\b", path.read_text("utf-8"))}
    assert mentioned <= {*variables(), "WARRAQ_REDIS_URL_FILE", "WARRAQ_REQUIRE_DOCKER", "WARRAQ_DATA"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"`warraq {command}" in text("docs/operations.md")


@pytest.mark.parametrize("code", list(FailureCode))
def test_every_failure_code_is_documented(code: FailureCode) -> None:
    assert f"| `{code.value}` |" in text("docs/contracts.md")


def test_every_warning_code_is_documented_and_no_other() -> None:
    raised = set(re.findall(r'(?:Warning\(\s*code=|_warning\(\s*)"([a-z_]+)"', CODE))
    section = text("docs/contracts.md").partition("## Warning codes")[2]
    assert set(re.findall(r"^\| `([a-z_]+)` \|", section, re.MULTILINE)) == raised


@pytest.mark.parametrize("path", DOCS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\((?!https?://)([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_every_test_that_proves_the_promise_exists() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("tests/**/test_*.py"))
    named = re.findall(r"`(…?(?:[Tt]est)?_?\w+…?)`", text("docs/promise.md"))
    proofs = [name for name in named if name.startswith(("test_", "Test", "…"))]
    assert proofs
    assert [name for name in proofs if not exists(name, source)] == []


def exists(name: str, source: str) -> bool:
    """Say whether a test, class or file bears the name, of which … stands for any part."""
    pattern = re.escape(name).replace("…", r"\w*")
    return bool(re.search(rf"(def|class) {pattern}\b", source)) or bool(list(ROOT.glob(f"tests/*/{name}.py")))


def test_every_stage_is_in_the_picture() -> None:
    assert [stage.value for stage in StageName if stage.value not in text("docs/architecture.md")] == []


class TestReadme:
    def test_the_line_for_redis_cli_works_as_typed(self, running: Stack) -> None:
        line = next(line for line in text("README.md").splitlines() if line.startswith("redis-cli XADD"))
        arguments = shlex.split(line)[1:]
        client = shutil.which("redis-cli")
        if client:
            answer = subprocess.run(
                [client, "-u", running.server.url, *arguments], capture_output=True, check=True
            ).stdout
        else:
            answer = running.redis.execute_command(*arguments)
        assert re.match(rb"\d+-\d+", answer)
        wait_until(lambda: running.redis.exists(keys.result("story-19")), what="the result")

    def test_the_celery_example_works_as_typed(self, running: Stack) -> None:
        (example,) = [block for block in blocks("README.md", "python") if "send_task" in block]
        exec(example.replace("redis://127.0.0.1:6379/0", running.server.url), {})
        assert running.client.wait_many
        wait_until(lambda: running.redis.exists(keys.result("story-18")), what="the result")

    def test_the_client_example_works_as_typed(self, running: Stack) -> None:
        (example,) = [block for block in blocks("README.md", "python") if "client.submit" in block]
        ended = subprocess.run(
            [sys.executable, "-c", example],
            env={"WARRAQ_REDIS_URL": running.server.url, "PATH": ""},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        assert ended.stdout.startswith("de ")

    def test_the_files_that_it_names_exist(self) -> None:
        for line in re.findall(r"^\.venv/bin/warraq run (.*)$", text("README.md"), re.MULTILINE):
            for word in shlex.split(line.partition(">")[0]):
                assert word.startswith("-") or list(ROOT.glob(word)), word


def test_the_example_of_a_stage_works_as_typed() -> None:
    example = next(block for block in blocks("docs/extending.md", "python") if "@stage" in block)
    names: dict[str, object] = {"__name__": "example"}
    exec(example, names)
    assert getattr(names["count_words"], "name") == "count_words"  # noqa: B009 (the type of an executed name is unknown)
