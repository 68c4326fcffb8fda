"""Which lines the corpus of a target reaches: `python -m tests.fuzz.lines TARGET` prints covered and all."""

import sys
from contextlib import suppress
from pathlib import Path

from coverage import Coverage

from tests.fuzz.report import folder_of

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Import and run under coverage, so that lines of import count as well."""
    measured = Coverage(data_file=None, source=[str(ROOT / "workers"), str(ROOT / "schemas")])
    measured.start()
    from tests.fuzz.targets import target_named

    target = target_named(sys.argv[1])
    for path in sorted((folder_of(target.name) / "corpus").iterdir()):
        with suppress(Exception):
            target.check(path.read_bytes())
    measured.stop()
    covered = lines = 0
    for name in measured.get_data().measured_files():
        module = ".".join(Path(name).relative_to(ROOT).with_suffix("").parts)
        if module.startswith(target.modules):
            _, statements, _, missing, _ = measured.analysis2(name)
            covered, lines = covered + len(statements) - len(missing), lines + len(statements)
    sys.stdout.write(f"{covered} {lines}\n")


if __name__ == "__main__":
    main()
