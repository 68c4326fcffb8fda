"""The arguments of a message, checked before anything is done with them: anybody with access to the broker sends some."""

from collections.abc import Mapping, Sequence
from re import compile as pattern
from typing import Any

from schemas.document import DOCUMENT_ID_PATTERN
from workers.errors import InvalidDocument
from workers.ledger.bundle import Bundle, Ticket
from workers.messages import RefusedMessage
from workers.refusals import refuse

# As many as the setting WARRAQ_BUNDLE_DOCUMENTS allows.
MOST_PAIRS = 256
_ID = pattern(DOCUMENT_ID_PATTERN)
_MARK = pattern(r"[0-9]{1,20}-[0-9]{1,20}#[0-9]{1,10}")
PAIR = 2


def bundle_from(args: Sequence[Any], kwargs: Mapping[str, Any]) -> Bundle:
    """Return the bundle of a stage's message; one that is none is refused and counted, and is as if it were empty."""
    try:
        return _bundle(args, kwargs)
    except RefusedMessage as error:
        refuse(error)
        return []


def document_from(args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
    """Return what `workers.submit` was called with; raises InvalidDocument unless it is one argument, `document`."""
    if len(args) == 1 and not kwargs:
        return args[0]
    if not args and list(kwargs) == ["document"]:
        return kwargs["document"]
    given = f"{len(args)} positional and {len(kwargs)} named"
    raise InvalidDocument([("$", f"workers.submit takes one argument, the document; {given} were given")])


def _bundle(args: Sequence[Any], kwargs: Mapping[str, Any]) -> Bundle:
    if len(args) != 1 or kwargs:
        raise RefusedMessage(f"a stage takes one argument; {len(args)} positional and {len(kwargs)} named were given")
    pairs = args[0]
    if not isinstance(pairs, list) or len(pairs) > MOST_PAIRS:
        raise RefusedMessage(f"a bundle is a list of at most {MOST_PAIRS} pairs")
    return [_ticket(pair) for pair in pairs]


def _ticket(pair: Any) -> Ticket:
    if not isinstance(pair, list | tuple) or len(pair) != PAIR or not all(isinstance(part, str) for part in pair):
        raise RefusedMessage("a bundle holds something that is no pair of an id and a mark")
    if not _ID.fullmatch(pair[0]) or not _MARK.fullmatch(pair[1]):
        raise RefusedMessage("a bundle holds a pair of which the id or the mark has not the form of one")
    return Ticket(*pair)
