"""Somali."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="so",
    abbreviations=words("alle dr eng fr maxj mud prof sh xil"),
    closing=words("c.w n.n.k.h s.c.w"),
    final=words("iwm iyo.wixii iyo.wm"),
    numeric=words("bog lam no q tir"),
    starters=words(
        "aad aan ah ahaa ay ayaa ayuu badan balse ee hadda haddii hase in inay intii inuu isaga iyada iyo ka kadib "
        "kale kasta ku kuwa la laakiin laga lagu loo marka markii muxuu oo sheegay si sida soo u uu waa waxa waxaa "
        "waxay waxuu"
    ),
)
