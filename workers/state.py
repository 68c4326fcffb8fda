"""What is known of a document so far: its source and the outputs of the stages that ran, keyed by type."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from schemas.document import Document
from schemas.stages import StageOutput

Output = TypeVar("Output", bound=StageOutput)


@dataclass(frozen=True, slots=True)
class State:
    """The document and one output for each stage that has run."""

    document: Document
    outputs: Mapping[type[StageOutput], StageOutput] = field(default_factory=dict)

    def get(self, kind: type[Output]) -> Output | None:
        """Return the output of that type, or None when its stage has not run."""
        return cast(Output | None, self.outputs.get(kind))

    def with_output(self, output: StageOutput) -> "State":
        """Return this state with one more output."""
        return State(self.document, {**self.outputs, type(output): output})
