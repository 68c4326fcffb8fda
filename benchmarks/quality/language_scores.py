"""How answers about languages are scored: right ones, calibration, and what caution costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.quality.language_systems import UNDETERMINED, Answer, folded

BINS = 15


@dataclass(frozen=True, slots=True)
class Scored:
    """An answer, and whether it is right."""

    answer: Answer
    right: bool


def scored(tags: Sequence[str], answers: Sequence[Answer]) -> list[Scored]:
    """Compare answers with the true tags."""
    return [Scored(answer, answer.tag == folded(tag)) for tag, answer in zip(tags, answers, strict=True)]


def percent_right(results: Sequence[Scored]) -> float:
    """Return how many answers are right, in per cent; `und` is wrong."""
    return 100 * sum(result.right for result in results) / len(results)


def percent_undetermined(results: Sequence[Scored]) -> float:
    """Return how many answers name no language."""
    return 100 * sum(result.answer.tag in {UNDETERMINED, "zxx"} for result in results) / len(results)


def calibration_error(results: Sequence[Scored]) -> float:
    """Return the expected calibration error over 15 bins of equal mass, in per cent (Naeini and others 2015).

    An answer without a language makes no claim and stays out.
    """
    claims = _surest_first(results)
    bounds = [place * len(claims) // BINS for place in range(BINS + 1)]
    bins = [claims[start:end] for start, end in pairwise(bounds)]
    gaps = [abs(sum(claim.answer.confidence for claim in its) - sum(claim.right for claim in its)) for its in bins]
    return 100 * sum(gaps) / len(claims)


def risk_at(results: Sequence[Scored], *, coverage: float) -> float:
    """Return how many of the surest answers are wrong, in per cent, when that share of all texts is answered."""
    ranked = _surest_first(results)
    ranked += [result for result in results if result.answer.tag == UNDETERMINED]
    answered = ranked[: round(coverage * len(ranked))]
    return 100 * sum(not result.right for result in answered) / len(answered)


def area_under_risk(results: Sequence[Scored]) -> float:
    """Return the mean of the risk over all coverages, in per cent (El-Yaniv and Wiener 2010); lower is better."""
    steps = 100
    return sum(risk_at(results, coverage=step / steps) for step in range(1, steps + 1)) / steps


def _surest_first(results: Sequence[Scored]) -> list[Scored]:
    claims = [result for result in results if result.answer.tag != UNDETERMINED]
    return sorted(claims, key=lambda result: -result.answer.confidence)
