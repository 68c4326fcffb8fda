"""Compile `workers/engines/data/language_ngrams.bin` from the language models of lingua.

    python -m pip download --no-deps lingua-language-detector==1.3.5
    python -m training.compile_language_ngrams lingua_language_detector-1.3.5-py3-none-any.whl

Languages that have a script of their own need no runs and are left out. Of the others' seven million runs those are
kept that are most frequent in any one language; each keeps what all languages say of it.
"""

import sys
from dataclasses import dataclass
from zipfile import ZipFile

import numpy as np
from numpy.typing import NDArray

from training.language_models import VERSION, languages_of, runs_of_language
from workers.engines.language_hashing import fingerprints_of
from workers.engines.language_ngrams import BUCKET, FILE, IN_A_ROW, RAREST, STEPS, address
from workers.engines.language_scripts import SHARED_SCRIPTS, is_written_in
from workers.engines.language_tables import Table, write_table

# With 1, 2, 3 and 5 million runs 96.08, 96.11, 96.14 and 96.25% of lingua's dev sentences are right by them alone, in
# 20, 30, 39 and 53 MB.
RUNS = 1_200_000
# Runs for each bucket on average: at 13 of 16 places one run in 35 finds its bucket full, the rarest of it.
_FILLED = 13
# Runs of so many languages have a row for all, which is read much faster than so many entries, and is little larger.
_FEWEST_IN_A_ROW = 20
_HAN = "Hani"


@dataclass(frozen=True, slots=True)
class Entries:
    """What all languages say of all runs, one place for each pair."""

    fingerprints: NDArray[np.uint64]
    languages: NDArray[np.uint8]
    last: NDArray[np.float32]
    whole: NDArray[np.float32]


def main() -> None:
    """Read the wheel, choose the runs, write the table."""
    with ZipFile(sys.argv[1]) as wheel:
        languages = [code for code in languages_of(wheel) if _is_told_by_letters(code)]
        parts = [_entries(wheel, code, place) for place, code in enumerate(languages)]
    entries = Entries(*(np.concatenate(column) for column in zip(*parts, strict=True)))
    table = _table(entries, languages=languages)
    write_table(FILE, table)
    print(f"{len(languages)} languages, {len(table.arrays['entries'])} entries, {FILE.stat().st_size / 1e6:.1f} MB")


def _is_told_by_letters(language: str) -> bool:
    return any(is_written_in(language, script=script) for script in SHARED_SCRIPTS if script != _HAN)


def _entries(wheel: ZipFile, language: str, place: int) -> tuple[NDArray, NDArray, NDArray, NDArray]:
    runs = list(runs_of_language(wheel, language))
    print(language, len(runs), flush=True)
    return (
        fingerprints_of([run.letters for run in runs]),
        np.full(len(runs), place, dtype=np.uint8),
        np.array([run.last for run in runs], dtype=np.float32),
        np.array([run.whole for run in runs], dtype=np.float32),
    )


def _table(entries: Entries, *, languages: list[str]) -> Table:
    distinct, run_of = np.unique(entries.fingerprints, return_inverse=True)
    highest = np.full(len(distinct), -np.inf, dtype=np.float32)
    np.maximum.at(highest, run_of, entries.whole)
    slots, marks = _placed(distinct, highest)
    slot_of = slots[run_of]
    kept = np.flatnonzero(slot_of >= 0)
    kept = kept[np.argsort(slot_of[kept], kind="stable")]
    surprises = np.clip(1 + np.round(-entries.last[kept] * STEPS), 1, RAREST).astype(np.uint16)
    packed = _packed(slot_of[kept], entries.languages[kept], surprises, places=marks.size, languages=len(languages))
    return Table({"languages": languages, "source": f"lingua {VERSION}, Apache-2.0"}, {"marks": marks, **packed})


def _packed(
    slots: NDArray[np.int64],
    languages_of: NDArray[np.uint8],
    surprises: NDArray[np.uint16],
    *,
    places: int,
    languages: int,
) -> dict[str, NDArray]:
    """Entries of the runs of few languages, rows of those of many, and where each run has its own."""
    counts = np.bincount(slots, minlength=places)
    in_row = counts >= _FEWEST_IN_A_ROW
    number = np.cumsum(in_row) - 1
    rows = np.zeros((int(in_row.sum()), languages), dtype=np.uint8)
    is_in_row = in_row[slots]
    rows[number[slots[is_in_row]], languages_of[is_in_row]] = surprises[is_in_row]
    sizes = np.where(in_row, 2, counts)
    first = np.cumsum(sizes) - sizes
    entries = np.empty(int(sizes.sum()), dtype=np.uint16)
    numbered = np.flatnonzero(in_row)
    entries[first[numbered]], entries[first[numbered] + 1] = number[numbered] & 0xFFFF, number[numbered] >> 16
    few = np.flatnonzero(~is_in_row)
    rank = np.arange(len(slots)) - np.searchsorted(slots, slots)
    entries[first[slots[few]] + rank[few]] = languages_of[few].astype(np.uint16) | (surprises[few] << 8)
    firsts = first[::BUCKET]
    return {
        "firsts": firsts.astype(np.uint32),
        "starts": (first - np.repeat(firsts, BUCKET)).astype(np.uint8),
        "counts": np.where(in_row, IN_A_ROW, counts).astype(np.uint8),
        "entries": entries,
        "rows": rows,
    }


def _placed(distinct: NDArray[np.uint64], highest: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.uint16]]:
    """The slot of each run, -1 for those that are not kept, and the marks of all slots."""
    buckets = RUNS // _FILLED
    chosen = np.argsort(-highest, kind="stable")[:RUNS]
    bucket, mark = address(distinct[chosen], buckets=buckets)
    order = np.argsort(bucket, kind="stable")  # the most frequent first in each bucket
    chosen, bucket, mark = chosen[order], bucket[order], mark[order]
    rank = np.arange(len(bucket)) - np.searchsorted(bucket, bucket)
    fits = rank < BUCKET
    slots = np.full(len(distinct), -1, dtype=np.int64)
    slots[chosen[fits]] = bucket[fits] * BUCKET + rank[fits]
    marks = np.zeros((buckets, BUCKET), dtype=np.uint16)
    marks[bucket[fits], rank[fits]] = mark[fits]
    return slots, marks


if __name__ == "__main__":
    main()
