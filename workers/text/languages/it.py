"""Italian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="it",
    abbreviations=words(
        "amm arch art avv c.so ca cap cf cfr col dir dott dott.ssa dr ecc.mo ed egr es gen gent geom ill ing magg max "
        "min mons nr on p.es p.za pag pagg pres prof prof.ssa rag rev s.e serg sez sig sig.na sig.ra sigg spett ss st "
        "tel ten trad v.le vol vs"
    ),
    closing=words("a.c a.m co d.c inc jr ltd n.d.r p.m s.p.a s.r.l spa srl"),
    numeric=words(
        "ago apr art artt c cap co dic feb fig gen giu lug mag mar n nn no nov ott p pag pagg pp set sez tel vol voll"
    ),
    starters=words(
        "a ai al alla alle anche che chi come con così cui da dal dalla degli dei del della delle dello di dopo dove "
        "e ed era erano fra gli ha hanno i il in la le lo loro ma nei nel nella nelle non o per più poi prima quando "
        "quello questa queste questi questo se secondo si sono su sua sul sulla suo tra un una uno è"
    ),
    proclitics=words(
        "all' anch' bell' c' ch' ciascun' coll' com' cos' d' dall' dell' dov' gl' l' m' mezz' n' nell' nessun' qualcun' quand' quant' quell' quest' s' sant' senz' sull' t' tutt' un' v'"
    ),
)
