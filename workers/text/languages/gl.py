"""Galician."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="gl",
    abbreviations=words(
        "adm aprox arq art av avda c cap cf coord d dep dir dna doc dr dra ed enx exc exmo fdo fig gral ilmo lic mons "
        "núm p.ex pax prof profa pza páx r rvdo s sr sra sres srta sta sto tel trad vid vol vs"
    ),
    closing=words("a.c a.m d.c ee.uu p.m s.a s.l"),
    final=words("etc"),
    numeric=words("abr art cap dec feb fig núm out páx set tel vol xan xul xull xuñ"),
    starters=words(
        "a ademais ante ao aos así até cando co coa como con da das de dende despois do dos e el ela eles en entre "
        "era esta este está foi foron grazas hai isto ja lle mais mentres moi máis na nas nin no non nos o os ou para "
        "pero pola polo por porque que se sen será seu sobre son súa tamén ten un unha unhas uns xa é"
    ),
)
