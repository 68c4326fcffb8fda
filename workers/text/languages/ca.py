"""Catalan."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="ca",
    abbreviations=words(
        "aprox av c cap cf coord ctra dept dir dr dra ed ee ex fra gral mn màx mín p.ex pl prof pça sr sra sres srs "
        "st sta sts trad vs"
    ),
    closing=words("a.c a.m cia d.c ee.uu eua p.m s.a s.l"),
    numeric=words("abr ag art cap des febr fig gen jul juny març n nov núm oct p pp pàg pàgs set tel vol"),
    starters=words(
        "a abans això al als amb aquest aquesta aquests com de del dels des després durant el ell ella ells els en "
        "entre era es fins fou ha han hi i ja la les molt més no o on per però quan que segons sense seu seus seva "
        "seves si sobre són també un una unes uns va van és"
    ),
    proclitics=words("d' l' m' n' s' t'"),
    enclitics=words(
        "'hi 'ho 'l 'ls 'm 'n 'ns 's 't -el -els -em -en -es -et -hi -ho -l -la -les -li -lo -los -m -me -n -ne -nos -s -se -t -te -us -vos"
    ),
)
