"""Thai, whose full stop marks abbreviations only."""

from workers.text.languages.facts import LanguageFacts

FACTS = LanguageFacts(code="th", full_stop="")
