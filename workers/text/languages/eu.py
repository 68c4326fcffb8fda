"""Basque."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="eu",
    abbreviations=words(
        "adib and art bzk dk dr fr hitz ik it jaun jn jr koord lib mend or orr pl prof sail sn tel ur zk zuz"
    ),
    closing=words("k.a k.o"),
    final=words("abar e.a eta.abar etab"),
    numeric=words("art er ir or orr tel zenb zk"),
    starters=words(
        "ala arte baina baino baita bat batean bere bezala bi da dago dira du dute egin egiten egun ere eta ez gero "
        "guztiak hala hau hori horrek hura izan izango joan lehen nahi nola ondoren orain ordea orduan oso osoa zein "
        "zen ziren zuen zuten"
    ),
    ordinal_period=True,
)
