"""Swahili."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="sw",
    abbreviations=words("bi bw dkt dr k.m k.v mh mhe mst prof sh uk ust"),
    closing=words("b.k k.k ltd"),
    final=words("n.k n.w nk"),
    numeric=words("juz na no sura uk"),
    starters=words(
        "aidha akiwa ambapo ambaye ambayo baada bado bila hapo hata hii hivyo hiyo huku huyo ila ili ingawa kabla "
        "kama kati katika kila kisha kuwa kwa kwamba la lakini leo licha mara mimi mpaka na nao ndani ndiyo ni nini "
        "pamoja pia sasa si sisi tangu ule wa wakati wale wao watu wengi wote ya yake yao yeye yote za zaidi"
    ),
)
