"""Irish."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="ga",
    abbreviations=words(
        "aib alb tuas arg bal ball co cúnt dr feic gn iml in lch m.sh mich.l mr mrs ms msh nó prof r.c san t.d uas uimh"
    ),
    closing=words("cpt i.n i.r m.b.á r.ch r.n teo"),
    final=words("7rl agus.araile srl"),
    numeric=words("alt caib ean feabh iml lch lgh meith márt noll samh uimh"),
    starters=words(
        "a ach ag agus an ansin ar as atá bhfuil bhí cad chun cén de do dul dá dár ea faoi faoin freisin gach gan go "
        "gur i iad in is le leis léi mar mo mé na nach nuair ní níl níor os seo siad sin sé sí tar tá tú um é ó ón ós"
    ),
    proclitics=words("b' d' m'"),
)
