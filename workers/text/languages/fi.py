"""Finnish."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="fi",
    abbreviations=words(
        "ao ap apul dipl dos em ent eo esim eup fil hra ins jaa joht kand ko kok kpl ks l lis lkm lyh m.m maist maks "
        "milj mm mrd muk nk noin ns nti oik p.o par prof puh puhj pvm rva s.o synt tark tod toht toim tri ts vars vas "
        "vrt vs vt ym.y"
    ),
    closing=words("co eaa ekr eкr inc jaa jkr jr ky ltd oy oyj"),
    final=words("y.m"),
    numeric=words("art klo kpl kuva luku n nro puh s ss vol"),
    starters=words(
        "ei eivät ennen että he hän ja joka jos jotka jälkeen koska kuin kuitenkin kuka kun lisäksi me mikä minä mitä "
        "mukaan mutta myös ne niin nyt nämä oli olivat on ovat se sekä siellä siitä sinä sitten tai te tuo tämä tässä "
        "vain vuonna"
    ),
    ordinal_period=True,
)
