"""Luxembourgish."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="lb",
    abbreviations=words(
        "abb art bzw ca d.h dr evtl fr geb geschw h hl ing jh kap lëtz m madd mme nr o.ä prof s sog st str u.a vgl z.b"
    ),
    closing=words("chr n.chr s.à.r.l sarl v.chr"),
    final=words("a.s.w asw etc usw"),
    numeric=words("abb abr art aug bd dez feb fig jan jul jun kap mee nov nr okt s sept tel"),
    starters=words(
        "a am an ass awer bei bis dat datt den der di duerch déi e ech eng engem engen et fir hat hien hir huet hunn "
        "iwwer kann keen mam mat mir méi nach net no nëmmen och oder op sech sengem si sinn sou souwéi state säi um "
        "un vu vum wann war waren well wou wéi zu zum"
    ),
    ordinal_period=True,
    ordinal_leads=words("am de dem den der vum zum"),
    proclitics=words("d' s' z'"),
)
