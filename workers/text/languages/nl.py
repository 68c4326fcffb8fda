"""Dutch."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="nl",
    abbreviations=words(
        "a.h.w afb afd alg b.v bc bijv bv ca d.m.v d.w.z dhr dr drs ds dwz em evt excl ged gen i.p.v i.v.m incl ing "
        "ir jhr jl kap kol lt m.a.w m.b.t max mevr min mr mw n.a.v n.l nl o.a oa ong pl prof red resp st str t.a.v "
        "t.o.v t.w.v t/m tel uitg vert vgl vs z.g zgn"
    ),
    closing=words("a.u.b b.v bv chr co e.v inc jr ltd n.chr n.v nv s.v.p sr v.chr"),
    final=words("e.d"),
    numeric=words("afb apr art aug blz dec feb fig hfst jan jg jul jun mrt no nov nr nrs nt okt p pp sep sept tel vol"),
    starters=words(
        "aan al als bij daar dan dat de deze die dit door een en er haar hebben heeft het hier hij hoe hun ik in is "
        "je jullie maar met na naar niet nog of om omdat ook op over sinds te terwijl toen tot uit van volgens voor "
        "waar wanneer waren was wat we werd werden wie wij wordt ze zij zijn zo"
    ),
)
