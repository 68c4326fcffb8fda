"""Esperanto."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="eo",
    abbreviations=words(
        "bv d-rino d-ro ekz f-ino fr inĝ k-do k.e komp laŭ p prof rim s-anoj s-ino s-ro t.e t.n vd vol"
    ),
    closing=words("a.k a.t.m p.k p.t.m"),
    final=words("k.a k.s k.t.p ktp"),
    numeric=words("ekz n-ro p paĝ vol ĉap"),
    starters=words(
        "al ankaŭ da de dum ekde el en estas estis eĉ ili inter ja jam kaj ke kiam kie kiel kiu kiuj kun la laŭ li mi "
        "ne nek ni nun oni per pli po por post pri se sed sin sub sur tamen tial tie tio tiu tiuj tre unu vi ĉar ĉe "
        "ĉi ĉiu ĝi ĝis ŝi"
    ),
    proclitics=words("l'"),
)
