"""The public import of warraq: `from warraq import Client, Document, Options, Result, process`."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from schemas import Document as Document
    from schemas import Options as Options
    from schemas import Result as Result
    from workers.client import Client as Client
    from workers.pipeline import process as process

_HOMES = {
    "Client": "workers.client",
    "Document": "schemas",
    "Options": "schemas",
    "Result": "schemas",
    "process": "workers.pipeline",
}

__all__ = ["Client", "Document", "Options", "Result", "process"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"warraq has no {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)
