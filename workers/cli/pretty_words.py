"""Values, links, languages and failures of a result in words that a person reads."""

from collections import Counter

from schemas.entities import AddressValue, Calendar, DateValue, Link, MoneyValue, QuantityValue, Value
from schemas.failure import FailureCode
from schemas.language import NO_LINGUISTIC_CONTENT, UNDETERMINED, Language
from schemas.result import ResultError, StageProvenance
from schemas.text import Normalization
from workers.cli.pretty_languages import language_name

_REASONS = {
    FailureCode.INVALID_DOCUMENT: "the document does not fit the schema",
    FailureCode.ID_CONFLICT: "its id is taken by a document with other content",
    FailureCode.TOO_LARGE: "the document is above a size limit",
    FailureCode.UNSUPPORTED_MEDIA_TYPE: "nothing reads its media type",
    FailureCode.CORRUPT_FILE: "the file is damaged",
    FailureCode.ENCRYPTED_FILE: "the file needs a password",
    FailureCode.TIME_LIMIT: "a stage took longer than its limit",
    FailureCode.MEMORY_LIMIT: "a stage asked for more memory than its limit",
    FailureCode.WORKER_LOST: "its worker was lost several times",
    FailureCode.ENGINE_FAILED: "an engine failed",
    FailureCode.INTERNAL: "an internal error",
}


def error_words(error: ResultError) -> str:
    """Return why a document failed and whether sending it again helps."""
    place = f" (in {error.stage})" if error.stage else ""
    advice = "Sending it again may help." if error.retry_helps else "Sending it again does not help."
    return f"{_REASONS[error.code]}{place}: {error.message.rstrip('.')}. {advice}"


def language_words(language: Language) -> str:
    """Return the name, tag, script and confidence of a language, and what else is in the text."""
    name = language_name(language.tag)
    if language.tag in (UNDETERMINED, NO_LINGUISTIC_CONTENT):
        return name
    details = [language.tag, *([language.script] if language.script else []), f"{language.confidence:.0%}"]
    return f"{name} ({', '.join(details)}){_other_languages(language)}"


def _other_languages(language: Language) -> str:
    lengths: Counter[str] = Counter()
    for segment in language.segments:
        lengths[segment.tag] += segment.end - segment.start
    total = lengths.total()
    others = [
        f"{language_name(tag)} {length / total:.0%}" for tag, length in lengths.most_common() if tag != language.tag
    ]
    return f", with {', '.join(others[:3])}" if others else ""


def value_words(value: Value | None) -> str:
    """Return a value as one would write it."""
    match value:
        case DateValue():
            return _date_words(value)
        case QuantityValue():
            return f"{value.number:,} {value.unit or ''}".rstrip()
        case MoneyValue():
            return f"{value.amount:,} {value.currency or ''}".rstrip()
        case AddressValue():
            return value.address
        case None:
            return ""


def _date_words(value: DateValue) -> str:
    calendar = f" ({value.calendar.value})" if value.calendar is not Calendar.GREGORIAN else ""
    return f"{'about ' if value.approximate else ''}{value.edtf}{calendar}"


def link_words(link: Link) -> str:
    """Return the record that an entity was resolved to, with its country."""
    country = f", {link.country}" if link.country else ""
    return f"{link.name}{country} ({link.scheme} {link.id})"


def normalization_words(normalization: Normalization) -> list[str]:
    """Return what was done to the submitted bytes or text, one fact a line."""
    encoding = f", {normalization.encoding} ({normalization.encoding_source.value})" if normalization.encoding else ""
    pages = f", {normalization.pages} pages" if normalization.pages is not None else ""
    facts = [f"{normalization.media_type}{encoding}{pages}"]
    if normalization.repairs:
        facts.append("repaired: " + ", ".join(f"{repair.kind} ×{repair.count:,}" for repair in normalization.repairs))
    if normalization.dropped:
        facts.append("left out: " + ", ".join(normalization.dropped))
    if normalization.attachments:
        names = (attachment.name or attachment.media_type for attachment in normalization.attachments)
        facts.append("attached, not read: " + ", ".join(names))
    return facts


def stage_words(stage: StageProvenance) -> str:
    """Return who did a stage and how long it took."""
    duration = f", {stage.duration_ms:,.1f} ms" if stage.duration_ms is not None else ""
    attempts = f", {stage.attempts} attempts" if stage.attempts and stage.attempts > 1 else ""
    return f"{stage.name}: {stage.engine} {stage.engine_version}{duration}{attempts}"
