"""What is known of each target: executions, seconds, coverage, findings; kept in .fuzz/ between calls."""

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

FOLDER = Path(__file__).parents[2] / ".fuzz"


@dataclass(frozen=True, slots=True)
class Report:
    """The sum of all campaigns of a target; `edges` are libFuzzer's, `lines` those of the target's own modules."""

    target: str
    executions: int = 0
    seconds: float = 0.0
    edges: int = 0
    lines_covered: int = 0
    lines: int = 0
    findings: list[str] = field(default_factory=list)

    @property
    def row(self) -> str:
        """One line of a table."""
        speed = self.executions / self.seconds if self.seconds else 0.0
        share = f"{self.lines_covered}/{self.lines}" if self.lines else "-"
        return (
            f"{self.target:14} {self.executions:>10,} {self.seconds:>8.0f} s {speed:>7.0f}/s "
            f"{self.edges:>6} edges {share:>11} lines {len(self.findings):>3} findings"
        )


def folder_of(target: str) -> Path:
    """Return the folder of a target, with its corpus, its findings and its report."""
    folder = FOLDER / target
    for name in ("corpus", "findings"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    return folder


def load(target: str) -> Report:
    """Return what earlier campaigns left, with the findings that lie there now."""
    path = folder_of(target) / "report.json"
    kept = Report(**json.loads(path.read_text(encoding="utf-8"))) if path.exists() else Report(target)
    return replace(kept, findings=sorted(str(found) for found in (folder_of(target) / "findings").iterdir()))


def save(report: Report) -> None:
    """Keep a report for the next campaign, and for those who read JSON."""
    path = folder_of(report.target) / "report.json"
    path.write_text(json.dumps(asdict(report), indent=2) + "\n", encoding="utf-8")
