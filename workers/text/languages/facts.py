"""What the sentence splitter must know of a language, found by its code."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

CODES = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "hy", "id",
    "is", "it", "lt", "lv", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "ur", "vi",
)  # fmt: skip

# Codes that others use for a language of the table.
_ALIASES = {"no": "nb", "nn": "nb", "bs": "hr", "sh": "hr", "iw": "he", "ms": "id", "in": "id", "mo": "ro", "be": "ru"}

# A keyword of Python cannot name a module.
_MODULES = {"is": "isl"}


@dataclass(frozen=True, slots=True)
class LanguageFacts:
    """Words in lower case and without their last full stop.

    `abbreviations` are followed by more of the sentence, whatever its case (Dr., z.B.); `closing` ones end a sentence
    when a capital follows (etc., Inc.); `numeric` ones are abbreviations only before a number (No. 5, p. 12).
    `starters` are frequent words: they betray the language, and after a doubtful full stop a capitalized one
    begins a sentence. `final` ones (usw., и др.) stand at the end of what they are about, so that before a capital
    they end its sentence. `ordinal_period` is true where "3." means third. `full_stop` has the signs that are one, if any.

    `proclitics` are written with the apostrophe or hyphen that joins them to the next word (l', s-), `enclitics` with
    the one that joins them to the word before ('s, -il); all marks are those of ASCII.
    """

    code: str
    abbreviations: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    numeric: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    final: frozenset[str] = frozenset()
    ordinal_period: bool = False
    full_stop: str = "."
    proclitics: frozenset[str] = frozenset()
    enclitics: frozenset[str] = frozenset()


def words(listed: str) -> frozenset[str]:
    """Return the words of a list written with blanks."""
    return frozenset(listed.split())


@cache
def facts_of(code: str) -> LanguageFacts | None:
    """Return the facts of a language by its BCP 47 tag, or None when there is no file for it."""
    language = code.replace("_", "-").split("-")[0].lower()
    language = _ALIASES.get(language, language)
    if language not in CODES:
        return None
    facts: LanguageFacts = import_module(f"workers.text.languages.{_MODULES.get(language, language)}").FACTS
    return facts


@cache
def all_facts() -> tuple[LanguageFacts, ...]:
    """Return the facts of all languages of the table."""
    return tuple(facts for code in CODES if (facts := facts_of(code)))


@cache
def shared_facts() -> LanguageFacts:
    """Return the union of all languages, without what is a frequent word of another one or a part of its words."""
    starters = _union(facts.starters for facts in all_facts())
    proclitics = _union(facts.proclitics for facts in all_facts())
    return LanguageFacts(
        code="und",
        abbreviations=_union(facts.abbreviations for facts in all_facts()) - starters,
        closing=_union(facts.closing for facts in all_facts()),
        numeric=_union(facts.numeric for facts in all_facts()),
        final=_union(facts.final for facts in all_facts()) - starters,
        starters=starters,
        proclitics=frozenset(proclitic for proclitic in proclitics if proclitic.endswith("'")),
        enclitics=frozenset({"'s"}),
    )


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)
