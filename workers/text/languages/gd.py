"""Scottish Gaelic."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="gd",
    abbreviations=words("an.t-oll dr f.e mgr mr mrs msr naomh prof urr"),
    closing=words("an.dèidh i.c r.c rc"),
    final=words("7c is.eile msaa"),
    numeric=words("d dt earr tdd àir"),
    starters=words(
        "a ach agus aig air airson am an ann anns ar as bha bhiodh bhon cha chaidh chan cho chun dhan do dè e fhèin "
        "fo gu gun gur i iad le leis mar mas mu mun na nach nam nan no nuair o on san seo sin tha thu thug thàinig "
        "tron uile"
    ),
    proclitics=words("b' d' dh' m' th'"),
)
