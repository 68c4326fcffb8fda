"""English."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="en",
    abbreviations=words(
        "adm al amb approx assoc asst brig c ca capt cdr cf cmdr col cpl dept det dist dr e.g ed eds esp excl fr ft "
        "gen gov gov't hon hrs i.e incl insp lt maj messrs mmes mr mrs ms msgr mt mx ph phd.d pres prof pvt rep repr "
        "resp rev rev'd sen sgt st ste supt trans univ v viz vs"
    ),
    closing=words(
        "a.d a.m am apt ave b.a b.c b.c.e b.sc bldg blvd bros c.e co corp d.c e.u esq et.al inc jr l.a llc ltd m.a "
        "m.d m.sc md n.y p.m ph.d phd plc pm rd sq sr st u.k u.n u.s u.s.a"
    ),
    numeric=words(
        "apr art aug ch chap chaps dec eq eqs ext feb fig figs fri jan jul jun mar mon no nos nov oct op p par para "
        "pg pp pt r ref refs rm sat sec secs sep sept sun tel thu thur thurs tue tues v ver vol vols wed"
    ),
    starters=words(
        "a according after all although an and another are as at because before both but by each for from he her his "
        "how however i if in is it its many most my no not now of on one our she so some that the their then there "
        "these they this those to was we were what when where while who why with yes you"
    ),
    enclitics=words(
        "'d 'll 'm 're 's 've -backed -based -born -brokered -controlled -era -funded -held -led -like -made -occupied -owned -run -speaking -sponsored -style -trained -wide"
    ),
)
