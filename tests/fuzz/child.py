"""One process under atheris: `python -m tests.fuzz.child TARGET FLAGS…`; it notes findings and goes on."""

import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import process_time
from traceback import extract_tb, format_exception

import atheris

from tests.fuzz.report import folder_of

# CPU seconds that an input of a few kB may take; usual ones take milliseconds.
SLOW_SECONDS = 2.0
_PROJECT = ("/workers/", "/schemas/", "/tests/fuzz/")


def watched(check: Callable[[bytes], None], *, findings: Path) -> Callable[[bytes], None]:
    """Return the target so that a broken property is written down, once for each place, and does not end the run."""

    def run(data: bytes) -> None:
        started = process_time()
        try:
            check(data)
        except Exception as error:  # noqa: BLE001 (whatever is raised is a finding)
            _note(findings, data, place=_place(error), story="".join(format_exception(error)))
        taken = process_time() - started
        if taken > SLOW_SECONDS:
            _note(findings, data, place="slow", story=f"{taken:.1f} s of CPU for {len(data)} bytes")

    return run


def _place(error: Exception) -> str:
    frames = extract_tb(error.__traceback__)
    ours = [frame for frame in frames if any(part in frame.filename for part in _PROJECT)]
    frame = (ours or frames)[-1]
    return f"{type(error).__name__}-{Path(frame.filename).stem}-{frame.lineno}"


def _note(findings: Path, data: bytes, *, place: str, story: str) -> None:
    folder = findings / place
    if not folder.exists():
        folder.mkdir()
        (folder / "story.txt").write_text(story, encoding="utf-8", errors="backslashreplace")
        (folder / f"input-{sha256(data).hexdigest()[:8]}").write_bytes(data)


def main() -> None:
    """Instrument what warraq is made of, meet every seed once (modules load on first use), and fuzz."""
    with atheris.instrument_imports(include=["workers", "schemas"], enable_loader_override=False):
        from tests.fuzz.corpora import seeds_of
        from tests.fuzz.targets import target_named

        target = target_named(sys.argv[1])
        for seed in seeds_of(target):
            with suppress(Exception):
                target.check(seed)
    check = watched(target.check, findings=folder_of(target.name) / "findings")
    atheris.Setup([sys.argv[0], *sys.argv[2:]], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
