"""TARGETS, the one table of what is fuzzed: a name, a function from bytes to nothing, and what it covers.

A target raises AssertionError, or whatever the code under it raises, when a property breaks; errors that are promised
are checked and forgotten. A new row of DECODERS or ENGINES gets its target by a row here; a test demands it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.fuzz import targets_decoders as decoders
from tests.fuzz import targets_engines as engines
from tests.fuzz import targets_entries as entries
from tests.fuzz import targets_text as texts

_DECODERS = "workers.decoders"
_DATES = ("dates", "numbers", "money", "quantities", "addresses", "patterns", "clitics", "name_endings")
_PLACES = ("gazetteer", "place", "linker", "cue_words", "resolver")


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to fuzz.

    `covers` are rows of DECODERS and ENGINES, by their `module:function`; `modules` are prefixes of the modules whose
    line coverage is reported; `max_bytes` keeps executions short.
    """

    name: str
    check: Callable[[bytes], None]
    seeds: str
    modules: tuple[str, ...]
    covers: tuple[str, ...] = ()
    max_bytes: int = 256


def _decoders(*names: str) -> tuple[str, ...]:
    return tuple(f"{_DECODERS}.{name}" for name in names)


def _engines(*names: str) -> tuple[str, ...]:
    return tuple(f"workers.engines.{name}" for name in names)


TARGETS: tuple[Target, ...] = (
    Target(
        "charset",
        decoders.check_plain,
        "text",
        _decoders("plain", "charset"),
        covers=(f"{_DECODERS}.plain:decode_plain",),
    ),
    Target(
        "html",
        decoders.check_html,
        "html",
        _decoders("html", "markup"),
        covers=(f"{_DECODERS}.html:decode_html",),
        max_bytes=512,
    ),
    Target("xml", decoders.check_xml, "xml", _decoders("xml", "markup"), covers=(f"{_DECODERS}.xml:decode_xml",)),
    Target(
        "pdf",
        decoders.check_pdf,
        "pdf",
        _decoders("pdf"),
        covers=(f"{_DECODERS}.pdf:decode_pdf",),
        max_bytes=2_048,
    ),
    Target(
        "docx",
        decoders.check_docx,
        "docx",
        _decoders("docx"),
        covers=(f"{_DECODERS}.docx:decode_docx",),
        max_bytes=512,
    ),
    Target("docx_archive", decoders.check_docx_archive, "archive", _decoders("docx"), max_bytes=1_024),
    Target(
        "email",
        decoders.check_email,
        "email",
        _decoders("email"),
        covers=(f"{_DECODERS}.email:decode_email",),
        max_bytes=512,
    ),
    Target("media_type", decoders.check_media_type, "media_type", _decoders("table", "signatures")),
    Target("repair", texts.check_repair, "text", ("workers.text",)),
    Target("sentences", texts.check_sentences_and_tokens, "text", ("workers.text",)),
    Target("folding", texts.check_folding, "text", ("workers.text.folding", "workers.text.composition")),
    Target(
        "language",
        engines.check_detection,
        "text",
        _engines("language"),
        covers=("workers.engines.language_cascade:load",),
    ),
    Target(
        "patterns",
        engines.check_patterns,
        "facts",
        _engines("entities_patterns", *_DATES),
        covers=("workers.engines.entities_patterns:load",),
        max_bytes=128,
    ),
    Target(
        "entities",
        engines.check_all_entities,
        "facts",
        (*_engines(*_PLACES, "tagger", "entities_tagger"), "workers.stages.extract_entities"),
        covers=_engines("entities_tagger:load", "entities_gazetteer:load", "linker_geonames:load"),
        max_bytes=192,
    ),
    Target(
        "summary",
        engines.check_summaries,
        "text",
        (*_engines("summary"), "workers.stages.summarize"),
        covers=("workers.engines.summary_extractive:load",),
    ),
    Target("entry", entries.check_entry, "entry", ("workers.ledger.codec", "workers.ledger.door", "schemas")),
    Target("contracts", entries.check_contracts, "contract", ("schemas",), max_bytes=512),
    Target("process", entries.check_process, "text", ("workers", "schemas"), max_bytes=192),
)


def target_named(name: str) -> Target:
    """Return the target of that name; raises KeyError."""
    return {target.name: target for target in TARGETS}[name]
