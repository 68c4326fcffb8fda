"""What other people's models call things, as our labels; a name that is not here is no entity of ours."""

from collections.abc import Mapping

from schemas.entities import Label

# CoNLL-2003, OntoNotes 5, WikiNER, the Spanish, German, Russian and Nordic pipelines of spaCy, CAMeLBERT, KLUE.
LABELS: Mapping[str, Label] = {
    "PER": Label.PER,
    "PERS": Label.PER,
    "PERSON": Label.PER,
    "PRS": Label.PER,
    "PS": Label.PER,
    "LOC": Label.LOC,
    "LOCATION": Label.LOC,
    "GPE": Label.LOC,
    "FAC": Label.LOC,
    "LC": Label.LOC,
    "PLACE": Label.LOC,
    "ORG": Label.ORG,
    "ORGANIZATION": Label.ORG,
    "ORGANISATION": Label.ORG,
    "OG": Label.ORG,
    "MISC": Label.MISC,
    "NORP": Label.MISC,
    "EVENT": Label.MISC,
    "PRODUCT": Label.MISC,
    "WORK_OF_ART": Label.MISC,
    "LAW": Label.MISC,
}


def our_label(name: str) -> Label | None:
    """Return our label for a model's, whatever its case."""
    return LABELS.get(name.upper())
