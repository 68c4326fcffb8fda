"""Romanian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="ro",
    abbreviations=words(
        "acad ap aprox arh asist av b-dul bd bl cca cf cit col com conf cpt d-l d-na d-ra de.ex dl dna dr dra ed et "
        "ex gen ing jud lect loc lt max min mr op pr prof red s.n sc sf str tel trad univ ș.a.m"
    ),
    closing=words("a.m co d.hr hr inc jr ltd p.m s.a s.r.l srl î.hr"),
    final=words("ş.a ș.a"),
    numeric=words("alin apr art aug cap dec feb fig ian iul iun lit mar nov nr oct p pag pp sept tab tel vol"),
    starters=words(
        "a aceasta această acest acesta aceste astfel atunci au ca care ce cu cum când că dacă dar de despre din după "
        "ea ei el ele era este foarte fost fără la mai noi nu o pe pentru potrivit prin sa sau se sunt său un unde în "
        "înainte însă între și"
    ),
    proclitics=words("c- d- de- dintr- i- l- le- m- mi- n- ne- nu- printr- s- v- într- ș- și- ți-"),
    enclitics=words("-a -am -ar -au -ați -i -l -le -lui -mi -ne -o -s -se -te -ul -vă -și -ți"),
)
