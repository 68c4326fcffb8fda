"""Something a reader of the result should know, without any document text in it."""

from schemas.model import Model


class Warning(Model):
    """A stage did its work with a reservation; `code` is one of the list in docs/contracts.md."""

    code: str
    stage: str
    message: str
