"""Portuguese."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="pt",
    abbreviations=words(
        "adv al alm aprox arq av ca cap cel cf coord d dep depto dom dr dra dras drs ed eds eng engª ex exma exmo fr "
        "gen gov ilma ilmo jd lgo maj min mons máx org p.ex pe pres prof profa profª pç r sgt sr sra sras srs srta "
        "sta sto séc tel ten trad trav univ vs"
    ),
    closing=words("a.c a.m cia co d.c e.u.a eua inc jr ltd ltda p.m s.a s/a"),
    numeric=words(
        "abr ago art arts cap dez fev fig jan jul jun km mai mar n no nov nº out p pp pág págs set séc t tel vol"
    ),
    starters=words(
        "a ao aos após as até com como da das de desde do dos durante e ela elas ele eles em embora entre então era "
        "essa esse esta este foi foram há isso isto já mais mas muito na nas no nos não o onde os ou para por quando "
        "que se segundo sem seu seus sobre sua suas são também tem têm um uma umas uns à às é"
    ),
    proclitics=words("d'"),
    enclitics=words("-a -as -la -las -lhe -lhes -lo -los -me -na -nas -no -nos -o -os -se -te -vos"),
)
