"""Text of PDF files, beside other libraries: the share of sentences that come out whole and in the order of the page.

The files are our own, in `data/pdf/`, made by several programs from texts whose sentences are known.
"""

import shutil
import subprocess
import time
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from benchmarks.quality.table import Split, Table
from schemas.document import Document
from workers.decoders.table import decode

HOME = Path(__file__).parent / "data" / "pdf"

System = Callable[[bytes], str]


@dataclass(frozen=True, slots=True)
class File:
    """A file and the sentences that it shows, in the order in which a reader comes upon them."""

    name: str
    content: bytes
    sentences: Sequence[str]


@dataclass(slots=True)
class Run:
    """How many sentences of each file one system gave whole and in order, and the CPU seconds that it took."""

    right: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0


def tables(data: Path, *, split: Split) -> Iterator[Table]:
    """Yield one table: a row for each system, columns for Latin and Greek, Arabic script, Hebrew, and speed."""
    files = list(_files(split))
    systems, absent = _systems()
    runs = {name: Run() for name in systems}
    for system in systems.values():
        system(files[0].content)
    for file in files:
        for name, system in systems.items():
            started = time.process_time()
            text = system(file.content)
            runs[name].seconds += time.process_time() - started
            runs[name].right[file.name] = in_order(file.sentences, text)
    groups = {"Latin, Greek": ("de", "el", "en", "fr"), "Arabic, Persian, Urdu": ("ar", "fa", "ur"), "Hebrew": ("he",)}
    rows = [[name, *_shares(files, run, groups), _speed(name, run)] for name, run in runs.items()]
    sentences = sum(len(file.sentences) for file in files)
    yield Table(f"{len(files)} files, {sentences} sentences", ("", "all", *groups, "CPU ms a file"), rows, absent)
    yield Table("Each file", ("", *systems), [[file.name, *_each(file, runs)] for file in files])


def in_order(sentences: Sequence[str], text: str) -> int:
    """Return how many sentences stand whole in a text, in their order: the longest rising run of their places."""
    page = comparable(text)
    places, position = [], 0
    for sentence in map(comparable, sentences):
        found = page.find(sentence, position)
        place = found if found >= 0 else page.find(sentence)
        if place >= 0:
            places.append(place)
            position = place + 1 if found >= 0 else position
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)


def comparable(text: str) -> str:
    """Return a text without marks, joiners and directions, with compatible forms folded and single spaces."""
    folded = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in folded if unicodedata.category(c) not in ("Mn", "Cf")).split())


def _files(split: Split) -> Iterator[File]:
    for path in sorted((HOME / split.value).glob("*.pdf")):
        yield File(path.stem, path.read_bytes(), path.with_suffix(".txt").read_text("utf-8").splitlines())


def _shares(files: Sequence[File], run: Run, groups: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for languages in (None, *groups.values()):
        chosen = [file for file in files if languages is None or file.name[:2] in languages]
        yield f"{sum(run.right[file.name] for file in chosen) / sum(len(file.sentences) for file in chosen):.1%}"


def _each(file: File, runs: Mapping[str, Run]) -> Iterator[str]:
    return (f"{run.right[file.name] / len(file.sentences):.0%}" for run in runs.values())


def _speed(name: str, run: Run) -> str:
    return "–" if name == "pdftotext" else f"{1000 * run.seconds / len(run.right):.0f}"


def _systems() -> tuple[Mapping[str, System], Sequence[str]]:
    systems: dict[str, System] = {
        "**warraq**": lambda content: decode(Document(content=content, media_type="application/pdf")).text,
        "PDFium": _by_pdfium,
    }
    libraries = (("pypdf", "pypdf", _by_pypdf), ("pdfminer.six", "pdfminer", _by_pdfminer))
    systems.update({name: system for name, module, system in libraries if find_spec(module)})
    if shutil.which("pdftotext"):
        systems["pdftotext"] = _by_pdftotext
    return systems, [f"{name} is absent." for name in ("pypdf", "pdfminer.six", "pdftotext") if name not in systems]


def _by_pdfium(content: bytes) -> str:
    import pypdfium2

    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))


def _by_pypdf(content: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def _by_pdfminer(content: bytes) -> str:
    from pdfminer.high_level import extract_text

    return str(extract_text(BytesIO(content)))


def _by_pdftotext(content: bytes) -> str:
    """Return what Poppler's program says; its time is that of another process."""
    return subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()
