"""The first stage: bytes or raw text become the canonical text, with its sentences and the way back."""

from collections import Counter
from collections.abc import Iterable

from schemas.document import Document
from schemas.stages import NormalizedText
from schemas.text import Normalization, Repair
from workers.decoders import Decoded
from workers.decoders.table import decode
from workers.stage import stage
from workers.text.junk import junk_spans
from workers.text.language_guess import guess_language
from workers.text.sentences import split_sentences
from workers.text.unicode import repair
from workers.version import VERSION

# A result carries its edits; a text repaired in more places than these maps back a little more coarsely.
MOST_EDITS = 100_000


@stage
def normalize(document: Document) -> NormalizedText:
    """Decode the document, repair its text, and split it into sentences."""
    decoded = decode(document)
    repaired = repair(decoded.text)
    declared = document.language_hint or decoded.language
    return NormalizedText(
        engine="normalizer",
        engine_version=VERSION,
        warnings=decoded.warnings,
        incomplete=decoded.incomplete,
        text=repaired.text,
        title=_on_one_line(document.title or decoded.title),
        language_hint=declared,
        normalization=_report(document, decoded, repaired.repairs),
        edits=repaired.alignment.coarsened(MOST_EDITS).edits() if decoded.is_raw else None,
        sentences=split_sentences(repaired.text, language=guess_language(repaired.text) or declared),
        junk=junk_spans(repaired.text),
    )


def _on_one_line(text: str | None) -> str | None:
    """Return a title or name in canonical form on one line, or None when nothing of it is visible."""
    return " ".join(repair(text).text.split()) or None if text else None


def _report(document: Document, decoded: Decoded, repairs: Iterable[Repair]) -> Normalization:
    return Normalization(
        media_type=decoded.media_type or document.media_type,
        encoding=decoded.encoding.name,
        encoding_source=decoded.encoding.source,
        encoding_confidence=decoded.encoding.confidence,
        repairs=_added((*decoded.repairs, *repairs)),
        dropped=decoded.dropped,
        attachments=decoded.attachments,
        pages=decoded.pages,
        author=_on_one_line(decoded.author),
        published_at=decoded.published_at,
    )


def _added(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    counts = Counter[str]()
    for made in repairs:
        counts[made.kind] += made.count
    return tuple(Repair(kind=kind, count=count) for kind, count in sorted(counts.items()))
