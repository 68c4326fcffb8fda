"""Polish."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="pl",
    abbreviations=words(
        "abp adm al ang asyst bp bł cd cdn doc dot dr ds dyr fr franc gen gm godz gr gł hab hiszp im inz inż jw jęz "
        "kard kier kpr kpt ks lek m.in mgr mies min mjr mld mln n.p.m niem nn np o obr ok oprac os p pan pl plut pol "
        "por pow poł ppor ppłk proc prof przew przyp ps pt płd płk płn red rep rkp ros rozdz rtm ryc ryt sierż sw t.j "
        "tj tys tzn tzw tłum ul ur vs wew wg woj wsch ww wyd wym wł zach zam zał zm zob łac śp św"
    ),
    closing=words("co inc jr ltd n.e ne o.o p.n.e pne r s.a sp.z.o.o w wieku"),
    final=words("i.in in"),
    numeric=words("art godz lit nr par pkt poz rozdz ryc rys s str t tab tel ust vol z"),
    starters=words(
        "a ale byli był była było co czy dla do gdy gdzie i ich ja jak jako jego jej jest jeszcze już kiedy która "
        "które który lub między my na nad nie o od on ona oni ono oraz po pod ponieważ przed przez przy również się "
        "są ta tak także tam te tego tej ten to ty tylko u w we według więc z ze że"
    ),
    ordinal_period=True,
)
