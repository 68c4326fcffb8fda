"""Reads amounts of money: a number with a currency sign, code or name; the code is null where several fit."""

from collections.abc import Iterator
from functools import cache
from itertools import product

import regex

from schemas.entities import Label, MoneyValue
from workers.engines import Candidate
from workers.engines.numbers import Numeral
from workers.engines.patterns_context import word_before
from workers.engines.patterns_passage import SOURCE, Passage
from workers.engines.patterns_phrases import Phrases, may_follow, phrase_after, phrases, symbols_after, symbols_before
from workers.engines.patterns_words import base_language, fold, load_table

# Above quantities (0.9), so that "$5 m" is an amount and no length; a sign beside a number is hardly anything else.
SCORE = 0.92
_BEFORE_REACH = 6

Currency = str | None


def money_at(passage: Passage, *, numeral: Numeral) -> Candidate | None:
    """Return the amount of money that a number is part of, or None."""
    found = _after(passage, numeral=numeral) or _before(passage, numeral=numeral) or _named(passage, numeral=numeral)
    if found is None:
        return None
    start, end, currency = found
    value = None if numeral.value is None else MoneyValue(amount=numeral.value, currency=currency)
    return Candidate(start, end, Label.MONEY, SCORE, SOURCE, value=value)


def _before(passage: Passage, *, numeral: Numeral) -> tuple[int, int, Currency] | None:
    before = passage.text[max(0, numeral.start - 2) : numeral.start].rstrip()[-1:]
    if before not in _last_signs():
        return None
    match = _signs_before().search(passage.text, max(0, numeral.start - _BEFORE_REACH), numeral.start)
    if match is None:
        return None
    return match.start(), numeral.end, _currency(match["symbol"], tag=passage.tag_at(numeral.start))


def _named(passage: Passage, *, numeral: Numeral) -> tuple[int, int, Currency] | None:
    """Return the amount with the currency that some languages name before the number: shilingi 500."""
    names = _words_before(passage.language_at(numeral.start))
    before = word_before(passage.text, start=numeral.start) if names else None
    if before is None or fold(before[0]) not in names:
        return None
    return before[1], numeral.end, names[fold(before[0])]


def _after(passage: Passage, *, numeral: Numeral) -> tuple[int, int, Currency] | None:
    start, end = numeral.start, numeral.end
    if not may_follow(passage.text, end=end):
        return None
    for language in passage.languages_at(start):
        phrase = phrase_after(passage.text, end=end, table=_words(language))
        if phrase is not None:
            return start, phrase[1], phrase[0]
    match = _signs_after().match(passage.text, end)
    if match is None or _is_sign_of_next(match, text=passage.text):
        return None
    return start, match.end(), _currency(match["symbol"], tag=passage.tag_at(start))


def _is_sign_of_next(match: "regex.Match[str]", *, text: str) -> bool:
    """Say whether digits follow the sign: it is theirs in "in 2018 $5 million", and a decimal sign in "350$00"."""
    return match.end() < len(text) and text[match.end()].isdecimal()


def _currency(symbol: str, *, tag: str) -> Currency:
    """Return the currency of a symbol in a country, in a language, anywhere, or None where several fit."""
    table = load_table("currencies")
    by_language = table["symbols_by_language"].get(symbol, {})
    for key in (tag, base_language(tag)):
        if key in by_language:
            found: Currency = by_language[key]
            return found
    known: Currency = table["symbols"].get(symbol, symbol if symbol.isascii() and symbol.isupper() else None)
    return known


@cache
def _words(language: str) -> Phrases[Currency]:
    """Return the names of currencies: those of CLDR, and those made by hand, which stand where both have one."""
    by_hand = load_table("currencies")["words"].get(language, {})
    return phrases(load_table("currencies_cldr").get(language, {}) | by_hand | dict(_with_adjectives(language)))


def _with_adjectives(language: str) -> Iterator[tuple[str, Currency]]:
    """Yield each form of a currency's name with each form of its country's adjective: ريال عماني, ريالا عمانيا."""
    table = load_table("currencies")["nouns_with_adjectives"].get(language, {})
    endings = table.get("endings", "").split(",")
    for nouns, adjectives in table.get("nouns", {}).items():
        for noun, (adjective, currency), ending in product(nouns.split(), adjectives.items(), endings):
            yield f"{noun}_{adjective}{ending}", currency


@cache
def _words_before(language: str) -> dict[str, Currency]:
    return {fold(word): code for word, code in load_table("currencies")["words_before"].get(language, {}).items()}


@cache
def _signs_after() -> "regex.Pattern[str]":
    table = load_table("currencies")
    return symbols_after({*table["symbols"], *table["codes"].split()})


@cache
def _signs_before() -> "regex.Pattern[str]":
    return symbols_before(_leading_signs())


@cache
def _last_signs() -> frozenset[str]:
    return frozenset(sign[-1] for sign in _leading_signs())


@cache
def _leading_signs() -> frozenset[str]:
    table = load_table("currencies")
    words = set(table["codes_that_are_words"].split())
    # Names and abbreviations stand after the number; before it only signs and the codes that are no words.
    signs = {symbol for symbol in table["symbols"] if not symbol.isalpha() or symbol in {"Rp", "RM", "kr", "TL", "Rs"}}
    return frozenset(signs | (set(table["codes"].split()) - words))
