"""Every key in Redis: name, type, expiry and meaning.

| key                        | type       | expires                       | meaning                                            |
|----------------------------|------------|-------------------------------|----------------------------------------------------|
| warraq:documents           | stream     | never, entries leave at take  | the normal intake lane, group `workers`            |
| warraq:documents:high      | stream     | never, entries leave at take  | the lane that is read first                        |
| warraq:document:{id}       | hash       | after it finished             | source, stage outputs, attempts, state             |
| warraq:document:{id}:{...} | string     | a day after publication       | a stage output too large for the hash              |
| warraq:due                 | sorted set | never, rows leave at the end  | every unfinished document, by when to look at it   |
| warraq:result:{id}         | string     | results: 7 days               | the published result, JSON                         |
| warraq:results             | stream     | never, bounded, see trimming  | every publication, for consumer groups             |
| warraq:finished            | sorted set | never, rows leave in a day    | finished documents with their source, oldest first |
| warraq:failures            | stream     | never, age and length bounded | failed documents and refused entries               |
| warraq:events              | channel    | -                             | one small JSON message per publication             |
| warraq:counts              | hash       | never                         | counters since the ledger was made                 |
| warraq:door                | hash       | 60 seconds after a last look  | why and since when doors are closed                |
| warraq:trimming            | string     | 2 seconds                     | a worker tidies up: the others need not            |
| warraq:worker:{name}       | hash       | 30 seconds after the last beat| a live worker                                      |
"""

PREFIX = "warraq:"
DOCUMENTS = PREFIX + "documents"
DOCUMENTS_HIGH = PREFIX + "documents:high"
LANES = (DOCUMENTS_HIGH, DOCUMENTS)
DUE = PREFIX + "due"
RESULTS = PREFIX + "results"
FINISHED = PREFIX + "finished"
FAILURES = PREFIX + "failures"
EVENTS = PREFIX + "events"
COUNTS = PREFIX + "counts"
DOOR = PREFIX + "door"
TRIMMING = PREFIX + "trimming"
PERMANENT = frozenset({*LANES, DUE, RESULTS, FINISHED, FAILURES, COUNTS})

INTAKE_GROUP = "workers"


def lane(priority: str) -> str:
    """Return the intake stream of a priority."""
    return DOCUMENTS_HIGH if priority == "high" else DOCUMENTS


def document(document_id: str) -> str:
    """Return the key of a document's hash."""
    return f"{PREFIX}document:{document_id}"


def large_output(document_id: str, stage: str, run: str) -> str:
    """Return the key of a stage output that is too large for the hash; one per run, so that writers never meet."""
    return f"{PREFIX}document:{document_id}:{stage}:{run}"


def is_large_output(key: str, document_id: str) -> bool:
    """Say whether a key is an output of that document: stage, task and run follow, which have no colons; ids may."""
    prefix = f"{document(document_id)}:"
    return key.startswith(prefix) and key.removeprefix(prefix).count(":") == 2


def result(document_id: str) -> str:
    """Return the key of a document's result."""
    return f"{PREFIX}result:{document_id}"


def worker(name: str) -> str:
    """Return the key of a live worker."""
    return f"{PREFIX}worker:{name}"
