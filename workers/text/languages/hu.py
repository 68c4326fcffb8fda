"""Hungarian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="hu",
    abbreviations=words(
        "alez br dr ea ezr fhdgy ford gr hdgy hg id ifj ill kb ld mb megh mn pc pl prof st szds szerk szt szül tbk ti "
        "tsz u.n vm vö özv ún őrgy"
    ),
    closing=words("bt i.e i.sz i.u jr kft kr.e kr.u nyrt rt ui zrt"),
    final=words("s.í.t"),
    numeric=words("aug bek dec febr jan júl jún kb köt máj márc nov o okt old p pont sz szept tel vol ápr évf"),
    starters=words(
        "a ahol aki alatt amely ami amikor az azonban azt csak de egy előtt ez ezt ezért ha hogy is itt között majd "
        "mert mi mint már még nem ott pedig szerint te után vagy van volt voltak én és így ő ők"
    ),
    ordinal_period=True,
    ordinal_leads=words("a az"),
)
