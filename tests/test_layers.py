"""The line between language work and queue, and the rules of size and naming, read off the source."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((*ROOT.glob("schemas/**/*.py"), *ROOT.glob("workers/**/*.py"), ROOT / "warraq.py"))

PURE = {"errors", "outcome", "stage", "state", "version", "pipeline", "text", "decoders", "engines", "stages"}
LINGUISTIC = {"text", "decoders", "engines", "stages", "pipeline"}
MEETING_PLACES = {"tasks", "cli", "reruns"}
# Where bytes of files become documents, the first look at them is a decoder's; preloading models is the queue's wish.
IMPURE_MODULES = {
    "celery", "kombu", "redis", "billiard", "os", "time", "socket", "subprocess", "signal", "random",
    "secrets", "urllib.request", "http.client", "requests",
}  # fmt: skip
MAX_FILE_LINES = 300
MAX_FUNCTION_LINES = 40
MAX_DEPTH = 3
FORBIDDEN_NAMES = {"utils", "helpers", "common", "base", "manager", "misc"}


def part(path: Path) -> str:
    """Return the part of the project that a file belongs to: its package or module under workers."""
    return path.relative_to(ROOT / "workers").parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def workers_files(parts: set[str], *, inside: bool) -> list[Path]:
    files = [path for path in SOURCES if path.is_relative_to(ROOT / "workers") and path.name != "warraq.py"]
    return [path for path in files if (part(path) in parts) is inside and part(path) != "__init__"]


def test_language_work_knows_no_queue_no_clock_and_no_environment() -> None:
    crossings = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in workers_files(PURE, inside=True)
        for name in imports(path)
        if any(name == module or name.startswith(module + ".") for module in IMPURE_MODULES)
    ]
    assert crossings == []


def test_language_work_reads_no_clock() -> None:
    calls = re.compile(r"datetime\.now|datetime\.today|date\.today|utcnow")
    assert [str(path) for path in workers_files(PURE, inside=True) if calls.search(path.read_text("utf-8"))] == []


def test_the_queue_knows_no_linguistics() -> None:
    crossings = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in workers_files(PURE | MEETING_PLACES, inside=False)
        for name in imports(path)
        if name.startswith("workers.") and name.split(".")[1] in LINGUISTIC
    ]
    assert crossings == []


def test_language_work_imports_nothing_of_the_queue() -> None:
    crossings = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in workers_files(PURE, inside=True)
        for name in imports(path)
        if name.startswith("workers.") and name.split(".")[1] not in PURE
    ]
    assert crossings == []


def test_contracts_import_pydantic_only() -> None:
    allowed = {"pydantic", "schemas", *sys.stdlib_module_names}
    files = [path for path in SOURCES if path.is_relative_to(ROOT / "schemas")]
    assert {name.split(".")[0] for path in files for name in imports(path)} <= allowed


@pytest.mark.parametrize(
    ("module", "absent"),
    [("workers", "celery redis pydantic"), ("schemas", "celery redis"), ("workers.pipeline", "celery redis")],
)
def test_importing_a_part_does_not_drag_in_the_rest(module: str, absent: str) -> None:
    program = f"import sys, {module}; sys.exit(str({{*{absent.split()!r}}} & set(sys.modules) or ''))"
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr.strip()) == (0, "") or ended.stderr.strip() == ""


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= MAX_FILE_LINES
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno + 1 <= MAX_FUNCTION_LINES, node.name


def test_folders_are_shallow_and_files_are_named_by_their_idea() -> None:
    assert [str(path) for path in SOURCES if len(path.relative_to(ROOT).parts) > MAX_DEPTH + 1] == []
    assert [str(path) for path in SOURCES if path.stem in FORBIDDEN_NAMES] == []


def test_everything_public_in_the_contracts_and_the_client_is_documented() -> None:
    files = [*ROOT.glob("schemas/*.py"), ROOT / "workers/client.py", ROOT / "workers/engines/__init__.py"]
    bare = [
        f"{path.name}: {node.name}"
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
        and not node.name.startswith("_")
        and node.name != "info"
        and ast.get_docstring(node) is None
    ]
    assert bare == []
