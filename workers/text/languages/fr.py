"""French."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="fr",
    abbreviations=words(
        "adj adr al ap.j apr arr art av av.j bd boul brig c.-à-d c.à.d cdt cf ch chap cit cne col coll dir dr dép env "
        "gal gén hab ibid id j.-c lt m max me mgr min mlle mlles mm mme mmes ms mss n.b n.d.l.r op p.ex par.ex pr "
        "resp réd sq st ste stes sts sté suiv tel trad tél vs éd éts"
    ),
    closing=words("a.m cie inc j.-c j.c jc jr ltd n.b p.m s.a s.a.r.l sa"),
    numeric=words("al art avr bd chap col déc fig févr janv juil n no nov oct p pl pp sept t tel tél vol § éd"),
    starters=words(
        "a alors après au aussi aux avant avec car ce ces cet cette comme d dans de depuis des donc du elle elles en "
        "est et il ils je l la le les leur leurs lors mais ne ni nous on ont or ou où par pas pendant plus pour que "
        "qui quoi sa sans selon ses si son sont sur tous tout très tu un une vous à étaient était été"
    ),
    proclitics=words("c' d' j' jusqu' l' lorsqu' m' n' puisqu' qu' quoiqu' s' t' ç'"),
    enclitics=words("-ce -ci -elle -elles -en -il -ils -je -la -le -les -leur -lui -là -moi -on -t -toi -tu -y"),
)
