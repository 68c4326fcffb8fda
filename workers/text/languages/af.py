"""Afrikaans."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="af",
    abbreviations=words(
        "adj adv afd afl asst bl bv bw ca d.i d.m d.m.v dr ds e.a ed eks g.n genl hfst i.p.v i.v.m ing kapt kol komm "
        "lt m.a.w m.b.t maj mej mev mnr mv n.a.v nl o.a o.l.v pres prof red sekr sers sg st t.o.v v.a vgl volg voorb "
        "vs wyle"
    ),
    closing=words("b.a bpk d.w.s e.k edms jr ltd n.c nm nr s.a v.c v.k vm"),
    final=words("e.d.m e.s.m ens"),
    numeric=words("apr art aug bl des feb fig hfst jan jul jun no nov nr okt par sept tel v vol"),
    starters=words(
        "aan as baie by daar dat deur die dit ek en gaan geen haar het hierdie hom hy in is julle jy kan maak maar "
        "met moet na nie nog nou of om ons oor op sal se sodat sy sê toe tot uit van vir wanneer was wat weer word"
    ),
)
