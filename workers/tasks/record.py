"""A stage output as it is stored: one line about the run, then the output, both JSON."""

import json
from dataclasses import asdict

from schemas.stages import StageOutput
from workers.pipeline import StageRun
from workers.stage import Stage


def encode(output: StageOutput, run: StageRun) -> bytes:
    """Return the bytes of a stage field."""
    return json.dumps(asdict(run)).encode() + b"\n" + output.model_dump_json().encode()


def decode_output(record: bytes, stage: Stage[StageOutput]) -> StageOutput:
    """Return the output of a stage field."""
    return stage.writes.model_validate_json(record.partition(b"\n")[2])


def decode_run(record: bytes) -> StageRun:
    """Return what is known of the run that wrote a stage field."""
    return StageRun(**json.loads(record.partition(b"\n")[0]))
