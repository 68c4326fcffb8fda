"""Latin."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="la",
    abbreviations=words(
        "a.u.c aug c cap cf cn coll d e.g ed ep ff fl i.e ibid id k kal lib m n.b non op ord p q s sc sen serv sex sp "
        "st t tab ti tr v vid vol"
    ),
    closing=words("a.c a.chr a.d p.c p.chr s.j"),
    final=words("&c etc"),
    numeric=words("cap fol lib n p pag tab v vol"),
    starters=words(
        "a ab ac ad ante apud at atque autem cum de deinde e enim erat ergo est et etiam ex fuit haec hic hoc iam id "
        "igitur ille in inter is ita itaque nam ne nec neque non nunc ob per post pro quae qui quia quibus quidem quo "
        "quod quoque se sed si sic sine sub sunt tamen tum ut vel vero"
    ),
)
