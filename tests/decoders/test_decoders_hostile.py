"""Files made to hurt end in time and memory, with an answer; those that take seconds are left to the module's command."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
# The promise is a bound, and the machine is shared: what is wrong here takes minutes, or all memory.
MOST_CPU_SECONDS = 15
MOST_MEGABYTES = 500
ENDS = {
    "docx: a part of 200 MB of spaces": "TooLarge",
    "docx: overlapping members": "CorruptFile",
    "docx: a size that lies": "CorruptFile",
    "docx: an archive in an archive": "CorruptFile",
    "docx: billion laughs": "CorruptFile",
    "docx: an external entity": "CorruptFile",
    "docx: an attribute of 50 MB": "CorruptFile",
    "docx: a comment of 50 MB": "CorruptFile",
    "html: 900 nested elements, closed wrongly": "read main_content_not_found",
    "html: 1,000,000 attributes": "read main_content_not_found",
    "html: a span of a billion columns": "read",
    "html: misplaced text in tables": "read main_content_not_found",
    "xml: billion laughs": "read",
    "xml: an external entity": "read",
    "mail: 5,000 nested parts": "read mail_not_parsed",
    "mail: 99 nested boundaries over 200,000 lines": "read mail_not_parsed",
    "mail: 50,000 mails in mails": "read mail_not_parsed",
    "mail: 2,000,000 parts": "read mail_not_parsed",
    "mail: 2,000,000 headers": "read mail_not_parsed",
    "pdf: a page of 50,000,000 letters": "TooLarge",
    "pdf: a stream deflated 4 times": "TooLarge",
    "pdf: a page tree that is a circle": "read image_only unreadable_pages",
    "pdf: a billion pages": "read",
    "pdf: one page 100,000 times": "read truncated",
}


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, object]]:
    command = [sys.executable, "-m", "tests.decoders.hostile_files", *ENDS]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return {row["name"]: row for row in map(json.loads, ended.stdout.splitlines())}


@pytest.mark.parametrize("name", ENDS)
def test_it_ends_in_time_and_memory_with_an_answer(rows: dict[str, dict[str, object]], name: str) -> None:
    row = rows[name]
    assert row["ended"] == ENDS[name]
    assert float(str(row["cpu"])) < MOST_CPU_SECONDS
    assert int(str(row["megabytes"])) < MOST_MEGABYTES
