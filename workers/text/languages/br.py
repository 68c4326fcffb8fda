"""Breton."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="br",
    abbreviations=words("a.l ao aot dr ez feb h.a.b m prof s sant sk st tt un"),
    closing=words("a-raok gk j.k kt"),
    final=words("h.a hag.all"),
    numeric=words("niv p pajenn t tel"),
    starters=words(
        "a ac'h all an anezhañ anezho ar bet da doa dre e e-barzh e-lec'h e-pad eo eus evel evit ez ganet gant goude "
        "ha hag he her hi int ivez just kalz ma mar met n'eo ne o pa pe peogwir pep re se sed setu ul un ur war zo"
    ),
)
