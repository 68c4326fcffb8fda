"""A light guess at the language, enough to choose abbreviations: frequent words are counted."""

import re
from collections import Counter
from functools import cache

from workers.text.languages.facts import all_facts

# As much text as shows a few dozen function words.
SAMPLE_CHARACTERS = 2_000
# Fewer hits, or a lead of less than a quarter, is chance: neighbouring languages share many of these words.
LEAST_HITS = 3
LEAST_LEAD = 1.25

# Its words have no blanks between them.
_THAI = re.compile("[\u0e01-\u0e5b]")
_MARKS = ".,;:!?…()[]{}\"'“”„‘’«»‹›،؛؟।—–-*"


def guess_language(text: str) -> str | None:
    """Return the code of the language whose frequent words the text uses most, or None when there is no clear lead."""
    hits, languages_of = Counter[str](), _languages_of()
    words = Counter(word.strip(_MARKS) for word in text[:SAMPLE_CHARACTERS].lower().split())
    for word in words.keys() & languages_of.keys():
        for language in languages_of[word]:
            hits[language] += words[word]
    ranking = hits.most_common(2)
    if not ranking or ranking[0][1] < LEAST_HITS:
        return "th" if 2 * len(_THAI.findall(text[:SAMPLE_CHARACTERS])) > min(len(text), SAMPLE_CHARACTERS) else None
    if len(ranking) > 1 and ranking[0][1] < LEAST_LEAD * ranking[1][1]:
        return None
    return ranking[0][0]


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for facts in all_facts():
        for word in facts.starters:
            table[word] = (*table.get(word, ()), facts.code)
    return table
