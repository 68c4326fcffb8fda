"""Main content of web pages, beside the libraries that it is built on, over two public sets.

`tables` measures F1, precision and recall as the authors of each set define them, and the CPU time of every system over
the same bytes in the same run.
"""

import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

from benchmarks.quality.table import Split, Table
from schemas.document import Document
from workers.decoders.table import decode

Score = tuple[float, float]

_WORD = re.compile(r"\w+")
# The order of four words, as the authors of the benchmark compare them.
_SHINGLE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its truth: the whole article, or segments that it has and segments that it must not have."""

    name: str
    content: bytes
    article: str | None = None
    kept: Sequence[str] = ()
    left_out: Sequence[str] = ()


@dataclass(slots=True)
class Run:
    """What one system made of the pages, and the CPU seconds that it took."""

    texts: list[str] = field(default_factory=list)
    seconds: float = 0.0


def tables(data: Path, *, split: Split) -> Iterator[Table]:
    """Yield one table for each set that is in the data folder."""
    folder = data / "language" / "html"
    yield _table("article-extraction-benchmark", _article_pages(folder, split), _score_articles)
    if (folder / "trafilatura").exists():
        yield _table("Evaluation data of trafilatura", _segment_pages(folder, split), _score_segments)
    else:
        yield Table("Evaluation data of trafilatura", ("",), (), ("Left out: it is not in the data folder.",))


def _table(title: str, pages: Sequence[Page], score: Callable[[Sequence[Page], Sequence[str]], Score]) -> Table:
    systems = _systems()
    runs = _runs(pages, systems)
    megabytes = sum(len(page.content) for page in pages) / 1e6
    usual = runs["trafilatura, fast"].seconds
    rows = []
    for name, run in runs.items():
        precision, recall = score(pages, run.texts)
        f1 = 2 * precision * recall / (precision + recall)
        speed = [f"{len(pages) / run.seconds:.0f}", f"{megabytes / run.seconds:.1f}", f"{usual / run.seconds:.2f}"]
        rows.append([name, f"{f1:.3f}", f"{precision:.3f}", f"{recall:.3f}", *speed])
    columns = ("", "F1", "precision", "recall", "pages/s", "MB/s", "× trafilatura fast")
    return Table(f"{title}, {len(pages)} pages", columns, rows)


def _runs(pages: Sequence[Page], systems: Mapping[str, Callable[[bytes], str]]) -> dict[str, Run]:
    """Give each page to all systems before the next, so that a busy machine slows all of them."""
    runs = {name: Run() for name in systems}
    for system in systems.values():
        system(pages[0].content)
    for page in pages:
        for name, system in systems.items():
            started = time.process_time()
            text = system(page.content)
            runs[name].seconds += time.process_time() - started
            runs[name].texts.append(text)
    return runs


def _systems() -> dict[str, Callable[[bytes], str]]:
    import trafilatura
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    from resiliparse.parse.html import HTMLTree

    def by_trafilatura(content: bytes, *, fast: bool) -> str:
        return trafilatura.extract(content, fast=fast, include_comments=False) or ""

    def by_resiliparse(content: bytes) -> str:
        tree = HTMLTree.parse(bytes_to_str(content, detect_encoding(content)))
        return str(extract_plain_text(tree, main_content=True))

    return {
        "**warraq**": lambda content: decode(Document(content=content, media_type="text/html")).text,
        "trafilatura, fast": lambda content: by_trafilatura(content, fast=True),
        "trafilatura": lambda content: by_trafilatura(content, fast=False),
        "resiliparse": by_resiliparse,
    }


def _of(names: Sequence[str], split: Split) -> list[str]:
    """Return the names at even places of the sorted list for the test, the others for development."""
    return sorted(names)[split is Split.DEV :: 2]


def _article_pages(folder: Path, split: Split) -> list[Page]:
    home = folder / "article-extraction-benchmark"
    truth = json.loads((home / "ground-truth.json").read_text("utf-8"))
    return [
        Page(
            name, gzip.decompress((home / "html" / f"{name}.html.gz").read_bytes()), article=truth[name]["articleBody"]
        )
        for name in _of(list(truth), split)
    ]


def _segment_pages(folder: Path, split: Split) -> list[Page]:
    home = folder / "trafilatura"
    rows = {row["file"]: row for row in json.loads((home / "evaldata.json").read_text("utf-8")).values()}
    return [
        Page(name, _segment_page(home, name), kept=rows[name]["with"], left_out=rows[name]["without"])
        for name in _of(list(rows), split)
    ]


def _segment_page(home: Path, name: str) -> bytes:
    return next(path.read_bytes() for path in (home / "cache" / name, home / "eval" / name) if path.exists())


def _score_articles(pages: Sequence[Page], texts: Sequence[str]) -> Score:
    """Return the means over pages of precision and recall of shingles of four words."""
    counts = [(_shingles(text), _shingles(page.article or "")) for page, text in zip(pages, texts, strict=True)]
    precision = [(found & true).total() / found.total() for found, true in counts if found]
    recall = [(found & true).total() / true.total() for found, true in counts if true]
    return mean(precision), mean(recall)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    places = range(max(1, len(words) - _SHINGLE_WORDS + 1))
    return Counter(tuple(words[place : place + _SHINGLE_WORDS]) for place in places if words)


def _score_segments(pages: Sequence[Page], texts: Sequence[str]) -> Score:
    """Return precision and recall over all segments, which are looked for without regard to white space."""
    true = false = missed = 0
    for page, text in zip(pages, texts, strict=True):
        line = " ".join(text.split())
        found = sum(" ".join(segment.split()) in line for segment in page.kept)
        true, missed = true + found, missed + len(page.kept) - found
        false += sum(" ".join(segment.split()) in line for segment in page.left_out)
    return true / (true + false), true / (true + missed)
