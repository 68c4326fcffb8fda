"""The command line as a person uses it: through a pseudo-terminal where that matters, else through pipes."""

import json
import os
import pty
import select
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from schemas import Document
from tests.queue.stack import Stack
from tests.waiting import wait_until
from workers.cli import COMMANDS
from workers.ledger import keys

COMMAND = [sys.executable, "-c", "import sys; from workers.cli import main; sys.argv[0] = 'warraq'; main()"]
ARABIC = "افتتح الوزير معرض الكتاب في دمشق يوم 3 أيار 2021. وحضر الافتتاح جمهور كبير من محبي القراءة."
ENGLISH = "The mayor of Hamburg opened the bridge on 3 May 2021. It had cost 4 million euros."


def warraq(
    *arguments: object, stdin: bytes = b"", code: int = 0, environ: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a command and check its exit code."""
    ended = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**os.environ, **(environ or {})},
        check=False,
    )
    assert ended.returncode == code, ended.stderr.decode()
    return ended


def terminal(arguments: Sequence[object], *, environ: dict[str, str] | None = None) -> tuple[int, str]:
    """Run a command on a terminal of its own; returns its exit code and everything that it showed."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **(environ or {})},
    )
    os.close(slave)
    shown = b""
    while select.select([master], [], [], 60)[0]:
        try:
            chunk = os.read(master, 65536)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk
    os.close(master)
    return process.wait(timeout=10), shown.decode(errors="replace")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(ENGLISH)
    (tmp_path / "two.txt").write_text(ARABIC)
    (tmp_path / "page.html").write_text(f"<html lang=en><body><p>{ENGLISH}</p></body></html>")
    (tmp_path / "README.md").write_text("not a document")
    return tmp_path


class TestHelp:
    @pytest.mark.parametrize("name", COMMANDS)
    def test_every_command_explains_itself(self, name: str) -> None:
        assert b"Usage: " in warraq(name, "--help").stdout

    def test_a_misspelt_command_gets_the_nearest(self) -> None:
        assert b"Did you mean 'submit'" in warraq("sumbit", code=2).stderr

    def test_help_is_quick_because_it_imports_nothing_heavy(self) -> None:
        program = "import sys; from workers.cli import cli; cli.main(['--help'], standalone_mode=False); sys.exit(str(set(sys.modules) & {'celery', 'redis', 'pydantic'} or ''))"
        ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        assert ended.stderr.strip() == ""


class TestRun:
    def test_one_file_gives_one_json_object(self, files: Path) -> None:
        result = json.loads(warraq("run", files / "two.txt").stdout)
        assert (result["status"], result["language"]["tag"]) == ("completed", "ar")
        assert result["source"].endswith("two.txt")

    def test_many_files_give_one_line_each_in_order(self, files: Path) -> None:
        lines = warraq("run", files / "one.txt", files / "two.txt").stdout.splitlines()
        assert [json.loads(line)["language"]["tag"] for line in lines] == ["en", "ar"]

    def test_a_folder_is_walked_for_documents(self, files: Path) -> None:
        assert len(warraq("run", files).stdout.splitlines()) == 3

    def test_standard_input_is_a_document(self) -> None:
        assert json.loads(warraq("run", "-", stdin=ENGLISH.encode()).stdout)["language"]["tag"] == "en"

    def test_options_reach_the_document(self, files: Path) -> None:
        result = json.loads(
            warraq("run", files / "one.txt", "--sentences", 1, "--title", "Bridge", "--without-text").stdout
        )
        assert (len(result["summary"]["sentences"]), result["title"], result["text"]) == (1, "Bridge", None)

    def test_a_failed_document_makes_the_exit_code_1_and_says_why(self, tmp_path: Path) -> None:
        file = tmp_path / "broken.pdf"
        file.write_bytes(b"%PDF-1.7 nothing")
        result = json.loads(warraq("run", file, code=1).stdout)
        assert (result["status"], result["error"]["code"]) == ("failed", "corrupt_file")

    def test_a_document_above_the_limit_fails_with_both_numbers(self, tmp_path: Path) -> None:
        file = tmp_path / "big.txt"
        file.write_bytes(b"word " * 100)
        result = json.loads(warraq("run", file, code=1, environ={"WARRAQ_MAX_DOCUMENT_BYTES": "100"}).stdout)
        assert result["error"]["code"] == "too_large"
        assert "500" in result["error"]["message"]

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["no-such-file"], "no file or folder"),
            (["-", "--sentences", "99"], "options.summary.sentences"),
            (["-", "--published-at", "yesterday"], "published_at"),
        ],
    )
    def test_wrong_usage_is_explained(self, arguments: list[str], words: str) -> None:
        ended = subprocess.run([*COMMAND, "run", *arguments], input=b"x", capture_output=True, check=False)
        assert ended.returncode in (1, 2)
        assert words in ended.stderr.decode()
        assert "Traceback" not in ended.stderr.decode()

    def test_a_misspelt_setting_is_refused_by_name(self) -> None:
        ended = warraq("run", "-", stdin=b"x", code=1, environ={"WARRAQ_LEASE": "3"})
        assert b"WARRAQ_LEASE is no setting" in ended.stderr

    def test_a_terminal_gets_colours_and_a_pipe_does_not(self, files: Path) -> None:
        code, shown = terminal(["run", files / "one.txt", "--pretty"])
        assert code == 0
        assert "\x1b[" in shown
        assert "Hamburg" in shown
        assert b"\x1b[" not in warraq("run", files / "one.txt", "--pretty").stdout

    def test_many_files_show_progress_on_a_terminal(self, files: Path) -> None:
        _, shown = terminal(["run", files / "one.txt", files / "two.txt", "--without-text"])
        assert "processing" in shown

    def test_a_stage_that_takes_too_long_leaves_the_document_partial_as_in_a_worker(self, tmp_path: Path) -> None:
        (tmp_path / "long.txt").write_text(ENGLISH * 300)
        ended = warraq("run", tmp_path / "long.txt", environ={"WARRAQ_STAGE_TIME_LIMITS": '{"extract_entities": 0.01}'})
        result = json.loads(ended.stdout)
        assert result["status"] == "partial"
        assert {(warning["code"], warning["stage"]) for warning in result["warnings"]} == {
            ("time_limit", "extract_entities")
        }
        assert "raise WARRAQ_STAGE_TIME_LIMITS" in result["warnings"][0]["message"]
        assert result["summary"]["sentences"]


class TestQueueCommands:
    @pytest.fixture
    def environ(self, running: Stack) -> dict[str, str]:
        return {"WARRAQ_REDIS_URL": running.server.url}

    def test_a_receipt_for_each_document_and_its_result_later(self, files: Path, environ: dict[str, str]) -> None:
        receipts = [json.loads(line) for line in warraq("submit", files, environ=environ).stdout.splitlines()]
        assert [row["answer"] for row in receipts] == ["accepted"] * 3
        document_id = receipts[0]["id"]
        wait_until(lambda: b"completed" in warraq("status", document_id, environ=environ).stdout, what="the result")
        assert json.loads(warraq("result", document_id, environ=environ).stdout)["id"] == document_id

    def test_waiting_prints_the_result(self, files: Path, environ: dict[str, str]) -> None:
        shown = warraq("submit", files / "two.txt", "--wait", "--timeout", 60, environ=environ).stdout
        assert json.loads(shown)["language"]["tag"] == "ar"

    def test_the_same_id_with_other_content_is_refused(self, files: Path, environ: dict[str, str]) -> None:
        warraq("submit", files / "one.txt", "--id", "mine", environ=environ)
        assert (
            b"choose another id" in warraq("submit", files / "two.txt", "--id", "mine", code=1, environ=environ).stderr
        )

    def test_what_is_not_finished_in_time_is_named(self, files: Path, stack: Stack) -> None:
        environ = {"WARRAQ_REDIS_URL": stack.server.url}
        ended = warraq("submit", files, "--wait", "--timeout", 0, code=1, environ=environ)
        assert ended.stderr.decode().count("is not finished yet") == 3

    def test_a_full_system_is_waited_for_or_ends_the_command_as_told(self, files: Path, stack: Stack) -> None:
        environ = {"WARRAQ_REDIS_URL": stack.server.url, "WARRAQ_MAX_BACKLOG_DOCUMENTS": "2"}
        ended = warraq("submit", files, "--if-full", "fail", code=75, environ=environ)
        first, second = (json.loads(line)["id"] for line in ended.stdout.splitlines())
        assert b"2 documents are unfinished" in ended.stderr
        assert b"closed   for lack of room in the backlog" in warraq("status", environ=environ).stdout
        assert b"wrong     doors: closed since" in warraq("doctor", code=1, environ=environ).stdout
        waiting = subprocess.Popen(
            [*COMMAND, "submit", files / "one.txt"],
            env={**os.environ, **environ},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert waiting.stderr is not None
        assert b"waiting for room" in waiting.stderr.readline()
        stack.client.cancel(first)
        stack.client.cancel(second)
        assert b"accepted" in waiting.communicate(timeout=60)[0]
        assert waiting.returncode == 0

    def test_a_file_that_cannot_be_read_is_named_and_the_others_go_in(
        self, files: Path, environ: dict[str, str]
    ) -> None:
        # Everybody may open this file, and nobody can read its beginning.
        (files / "memory.txt").symlink_to("/proc/self/mem")
        paths = [files / name for name in ("one.txt", "memory.txt", "two.txt")]
        ended = warraq("submit", *paths, code=1, environ=environ)
        assert len(ended.stdout.splitlines()) == 2
        assert b"memory.txt cannot be read" in ended.stderr
        assert b"left out" in ended.stderr

    def test_a_cancelled_id_is_refused_at_the_door(self, files: Path, environ: dict[str, str]) -> None:
        warraq("cancel", "not-wanted", environ=environ)
        ended = warraq("submit", files / "one.txt", "--id", "not-wanted", "--wait", code=1, environ=environ)
        assert b"was cancelled before it came" in ended.stderr

    def test_standard_input_may_be_any_kind_of_file(self, files: Path) -> None:
        fifo = files / "pipe"
        os.mkfifo(fifo)
        writer = subprocess.Popen(["sh", "-c", f"cat '{files / 'one.txt'}' > '{fifo}'"])
        assert json.loads(warraq("run", fifo).stdout)["language"]["tag"] == "en"
        assert writer.wait() == 0

    def test_requeueing_all_leaves_refused_entries_alone(self, stack: Stack) -> None:
        environ = {"WARRAQ_REDIS_URL": stack.server.url}
        stack.submit(Document(id="taken", text="one"))
        stack.redis.xadd(keys.DOCUMENTS, {"document": '{"id": "taken", "text": "two"}'})
        stack.start_worker()
        wait_until(lambda: list(stack.client.failures()), what="the conflict on the list")
        assert warraq("requeue", "--all", environ=environ).stdout == b""

    def test_results_are_read_once_by_a_group(self, files: Path, environ: dict[str, str]) -> None:
        warraq("submit", files / "one.txt", "--wait", environ=environ)
        first = warraq("results", "--group", "cli-test", environ=environ).stdout.splitlines()
        assert all(json.loads(line)["status"] for line in first)
        assert first
        assert warraq("results", "--group", "cli-test", environ=environ).stdout == b""

    def test_a_failure_is_listed_requeued_and_fails_again_under_the_next_revision(
        self, tmp_path: Path, environ: dict[str, str]
    ) -> None:
        (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7 nothing")
        warraq("submit", tmp_path / "x.pdf", "--id", "cli-bad-pdf", "--wait", code=1, environ=environ)
        listed = warraq("failures", "--code", "corrupt_file", environ=environ).stdout
        assert b"cli-bad-pdf  normalize  corrupt_file" in listed
        assert b"revision 2" in warraq("requeue", "cli-bad-pdf", environ=environ).stdout
        wait_until(
            lambda: b"failed" in warraq("status", "cli-bad-pdf", environ=environ).stdout, what="the second failure"
        )
        row = json.loads(warraq("failures", "--json", "--limit", 1, environ=environ).stdout)
        assert (row["id"], row["revision"]) == ("cli-bad-pdf", 2)

    def test_the_overview_counts(self, environ: dict[str, str]) -> None:
        assert b"accepted" in warraq("status", environ=environ).stdout
        overview = json.loads(warraq("status", "--json", environ=environ).stdout)
        assert overview["counts"]["accepted"] >= 0
        assert len(overview["workers"]) == 1

    def test_an_unknown_document_is_an_error_with_one_line(self, environ: dict[str, str]) -> None:
        ended = warraq("status", "nobody", code=1, environ=environ)
        assert ended.stderr.decode().count("\n") == 1
        assert b"nobody" in ended.stderr

    def test_cancelling_what_is_finished_says_so(self, files: Path, environ: dict[str, str]) -> None:
        warraq("submit", files / "one.txt", "--id", "finished", "--wait", environ=environ)
        assert b"already finished" in warraq("cancel", "finished", environ=environ).stdout

    def test_the_doctor_finds_a_healthy_stack(self, environ: dict[str, str]) -> None:
        shown = warraq("doctor", environ=environ).stdout.decode()
        for subject in ("settings", "celery", "engine language", "redis", "eviction", "persistence", "clock", "queue"):
            assert f"ok        {subject}" in shown

    def test_the_doctor_says_how_to_mend_what_is_wrong(self, running: Stack, environ: dict[str, str]) -> None:
        running.redis.config_set("maxmemory-policy", "allkeys-lru")
        try:
            shown = warraq("doctor", code=1, environ=environ).stdout.decode()
        finally:
            running.redis.config_set("maxmemory-policy", "noeviction")
        assert "wrong     eviction: allkeys-lru" in shown
        assert "CONFIG SET maxmemory-policy noeviction" in shown


def test_without_redis_a_command_says_how_to_get_one() -> None:
    ended = warraq("status", code=1, environ={"WARRAQ_REDIS_URL": "redis://:secret@127.0.0.1:1/0"})
    assert b"no Redis answers at redis://:***@127.0.0.1:1/0" in ended.stderr
    assert b"warraq up" in ended.stderr
    assert b"secret" not in ended.stderr
