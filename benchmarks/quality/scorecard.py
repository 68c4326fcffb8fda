"""The scorecard: quality and speed of each language part beside its rivals, measured in one run.

    WARRAQ_DATA=FOLDER python -m benchmarks.quality.scorecard [--part NAME ...] [--split dev|test]

Writes the sections that were measured into docs/scorecard.md and leaves the others as they are. A part whose data is
not in the folder is named and left out; the run then ends with 1.
"""

import argparse
import os
import platform
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.quality.table import Split, Table

PAGE = Path(__file__).parents[2] / "docs" / "scorecard.md"
HEAD = """# Scorecard

What the language stages reach, beside other software in the same run; `make scorecard` writes it. Speeds are CPU time of one process on shared machines: compare them within a table. [Where the data comes from](scorecard-data.md).
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A section: `module` has `tables(data, *, split)`, `needs` are paths in the data folder, `rivals` distributions."""

    title: str
    module: str
    needs: Sequence[str] = ()
    rivals: Sequence[str] = ()


PARTS: Mapping[str, Part] = {
    "damaged": Part("Misread text", "benchmarks.quality.damaged", rivals=("ftfy",)),
    "charset": Part("Bytes to text", "benchmarks.quality.charset", rivals=("charset-normalizer", "chardet")),
    "html": Part(
        "Main content of web pages",
        "benchmarks.quality.html",
        needs=("language/html/article-extraction-benchmark",),
        rivals=("trafilatura", "resiliparse"),
    ),
    "pdf": Part("Text of PDF files", "benchmarks.quality.pdf", rivals=("pypdfium2", "pypdf", "pdfminer.six")),
    "entities": Part("Names", "benchmarks.quality.entities", needs=("ner/ar", "ner/en")),
    "sentences": Part(
        "Sentences",
        "benchmarks.quality.sentences",
        needs=("language/sentences",),
        rivals=("icu4py", "sentencex"),
    ),
    "places": Part("Places", "benchmarks.quality.places"),
    "summaries": Part(
        "Summaries",
        "benchmarks.quality.summaries",
        needs=("summarization/ar", "summarization/en", "summarization/ru"),
        rivals=("sumy", "xberg"),
    ),
    "dates": Part("Dates", "benchmarks.quality.dates", rivals=("dateparser",)),
    "values": Part("Money, quantities, addresses", "benchmarks.quality.values", rivals=("price-parser",)),
    "language": Part(
        "Language",
        "benchmarks.quality.language",
        needs=("language/lingua/sentences", "language/udhr.json"),
        rivals=("lingua-language-detector", "pycld2", "py3langid"),
    ),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the parts asked for, print them, and write them into the page; 1 when any was left out."""
    asked = _parser().parse_args(arguments)
    data, split = Path(os.environ.get("WARRAQ_DATA", "")), Split(asked.split)
    left_out = False
    for name in asked.part or PARTS:
        if missing := [path for path in PARTS[name].needs if not (data / path).exists()]:
            print(_missing(name, missing, data), file=sys.stderr)
            left_out = True
            continue
        section = measured(PARTS[name], data, split)
        print(section, flush=True)
        if split is Split.TEST:
            PAGE.write_text(with_section(PAGE.read_text("utf-8") if PAGE.exists() else HEAD, section), "utf-8")
    return int(left_out)


def measured(part: Part, data: Path, split: Split) -> str:
    """Return a part's section: heading, what it was measured with, its tables."""
    tables: Sequence[Table] = list(import_module(part.module).tables(data, split=split))
    setting = f"{datetime.now(UTC):%d %B %Y}, {split} lines; Python {platform.python_version()}"
    versions = "".join(f", {name} {_version(name)}" for name in part.rivals)
    return "\n".join([f"## {part.title}\n", f"{setting}{versions}.\n", *(table.markdown() for table in tables)])


def with_section(page: str, section: str) -> str:
    """Return the page with a section of the same heading replaced, or added at the end."""
    heading = section.split("\n", 1)[0]
    sections = re.split(r"(?m)^(?=## )", page)
    if any(old.split("\n", 1)[0] == heading for old in sections):
        return "".join(section + "\n" if old.split("\n", 1)[0] == heading else old for old in sections).rstrip() + "\n"
    return page.rstrip() + "\n\n" + section.rstrip() + "\n"


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "(absent)"


def _missing(name: str, paths: Sequence[str], data: Path) -> str:
    return (
        f"{name}: left out. Sought {', '.join(paths)} in {data if str(data) != '.' else 'WARRAQ_DATA, which is not set'}."
        " Set WARRAQ_DATA to a folder that docs/scorecard-data.md describes."
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make scorecard", description="Quality beside rivals, in one run.")
    parser.add_argument("--part", action="append", choices=sorted(PARTS), help="only this part; may be repeated")
    parser.add_argument("--split", default=Split.TEST, choices=list(Split), help="dev prints and does not write")
    return parser


if __name__ == "__main__":
    sys.exit(main())
