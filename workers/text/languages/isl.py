"""Icelandic."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="is",
    abbreviations=words(
        "a.m.k amk bls ca dr e.t.v etv f.h frk frú hr m.a m.t.t m.v ma mv n.k nk nr prof s.k s.l s.s sbr sk skv sl ss "
        "st t.d td u.þ.b uþb þ.e þ.m.t þ.á.m þe þmt"
    ),
    closing=words("a.m.k e.kr ehf f.kr hf kr"),
    final=words("o.fl o.s.frv"),
    numeric=words("apr bls des feb gr jan júl jún kafli kl mars nr nóv okt sept ág"),
    starters=words(
        "að eftir einnig ekki en er eða frá fyrir hafa hann hefur hér hún með og sem svo til um undir var verið við "
        "yfir á ég í þar það þegar þess þessi þetta þá þú"
    ),
    ordinal_period=True,
)
