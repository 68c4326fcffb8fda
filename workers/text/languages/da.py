"""Danish."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="da",
    abbreviations=words(
        "adr afd alm ang bd bl.a bla ca dir div dr dvs ekskl evt f.eks feks forf fr frk fx gen hhv hr hvv i.e ifm iht "
        "inkl jf jfr kapt kbh kgl kl m.h.t max mht min nuv o.a oberst obs p.g.a pct pga ph prof red ref resp s.k skt "
        "sml st stk såk tdl tidl u.å udg vedr vha vs årg"
    ),
    closing=words("a/s aps co e.kr f.kr inc jr kr lign ltd o.lign sr"),
    final=words("m.fl m.m m.v mv"),
    numeric=words("apr art aug bd dec feb fig jan jul jun kap kl mar nov nr okt s sep sept stk tel vol §"),
    starters=words(
        "af at blev da de den denne der det dette disse du efter eller en er et findes for fordi fra han har havde "
        "her hun hvad hvem hvor hvordan i ifølge ikke jeg kan man med mellem men mens mod når og også om over på sig "
        "sin sine sit skal skulle som så til under var ved vi"
    ),
    ordinal_period=True,
    ordinal_leads=words("de den det"),
)
