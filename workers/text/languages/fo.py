"""Faroese."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="fo",
    abbreviations=words(
        "adj avd bls br cand d.d dr eksempl f.eks frk hr kap keypst m.a mag o.a prof s.n sbr st stk sí t.d tlf uml "
        "ums vm"
    ),
    closing=words("e.kr f.kr kr p/f sp/f"),
    final=words("o.m.a o.s.fr o.s.v o.t.l osfr"),
    numeric=words("apr art aug des febr jan jul jun kap nov nr okt s sept stk tlf"),
    starters=words(
        "at av eg ein eisini eitt ella er eru frá fyri hann hava hesar hesin hetta hevur hin hjá hon hví hvør ikki "
        "men mugu nú og okkum so sum síðani tann tað teir teirra tey til tá tí um upp var verða vit við vóru yvir "
        "áðrenn í"
    ),
    ordinal_period=True,
)
