"""The worker of a chaos run: warraq as it is, with decoders that misbehave and a journal of what is begun."""

from benchmarks import chaos_journal, chaos_misbehaviour
from workers import pipeline

chaos_misbehaviour.install()
# Before the tasks read the table: from here on every stage leaves a line when it begins.
pipeline.STAGES = tuple(chaos_journal.journaled(stage) for stage in pipeline.STAGES)

from workers.celery import app  # noqa: E402

__all__ = ["app"]
