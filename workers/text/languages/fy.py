"""West Frisian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="fy",
    abbreviations=words("b.g bgl bls ca d.w.s dr drs ds hfst ing ir mefr mr nl o.a oars prof sr st û.l.f û.o"),
    closing=words("f.kr jr n.kr nû"),
    final=words("e.o ens ensfh enss"),
    numeric=words("apr art aug des febr hfst jan no nov okt sept tel"),
    starters=words(
        "as at binne by dat de der dit dizze docht dy dêr ek en fan foar gjin har hat hie hiel him hja hy ik in is it "
        "jo kin lân mar mei moat nei net no noch oan oer om op sa se sil syn troch twa wat wer wie wiene wurde wurdt "
        "ús út"
    ),
)
