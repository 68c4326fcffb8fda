"""The two kinds of model: what we write (tolerant when read back) and what others hand in (strict)."""

from typing import Final

from pydantic import BaseModel, ConfigDict

SCHEMA_VERSION: Final = 1


class Model(BaseModel):
    """Frozen data that warraq writes; a reader ignores fields that a newer version added.

    Inputs are hidden in validation errors, because an input can be document text.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class Input(Model):
    """Frozen data that others hand in; an unknown field is refused with its path."""

    model_config = ConfigDict(extra="forbid")
