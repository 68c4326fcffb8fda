"""Occitan."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="oc",
    abbreviations=words("av cap cf dr ex fig mlle mn mna mond p.ex prof sent st sta tèl vol"),
    closing=words("ab.j.c ap.j.c s.a"),
    final=words("eca etc"),
    numeric=words("art cap fig num p pag tel vol"),
    starters=words(
        "a al als amb après aquel aquela aqueste aquò atal ben cada coma contra d de del dels dempuèi despuèi dins "
        "doas e el ela en entre era eran es fins foguèt i la las lo lor los mai mas mès non o ont pas pendent per "
        "perque puèi pòt qu quand que sa segon sens ses son sont sul sus tanben tot un una èra"
    ),
    proclitics=words("d' l' m' n' qu' s' t'"),
)
