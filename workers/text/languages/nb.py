"""Norwegian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="nb",
    abbreviations=words(
        "adm alm ang avd bd bl.a bla ca dir div dr dvs ekskl ev evt f.eks f.o.m feks fork forts fr frk gj gl hhv hr "
        "i.h.t ifm iht inkl jf jfr kgl kl m.a.o m.h.t maks max mht min mva ndf nåv o.a obs oppr overs p.g.a pga prof "
        "pst red resp s.k sml st stk såk t.o.m tidl tlf utg vedr vs årg"
    ),
    closing=words("a/s as co e.kr f.kr inc jr kr ltd o.l sr"),
    final=words("m.fl m.m m.v mv"),
    numeric=words("apr art aug bd des feb fig jan jul jun kap kl mar nov nr okt pkt s sep sept tlf vol"),
    starters=words(
        "at av ble da de den denne der det dette disse du ei ein eit eller en er et etter finnes for fordi fra frå "
        "hadde han har her hun hva hvem hvor hvordan i ifølge ikke ikkje jeg kan man med mellom men mens mot når og "
        "også om over på seg sin sine sitt skal skulle som så til under var vart ved vi"
    ),
    ordinal_period=True,
    ordinal_leads=words("de den det"),
)
