"""Slovenian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="sl",
    abbreviations=words(
        "akad ang dipl doc dr fr g ga gdč gen gl inž it izd lat mag maks min mio mrd nem npr ok oz polk prev pribl "
        "prim prof red rus slov sv t.i t.j ti tj ul univ ur"
    ),
    closing=words("d.d d.o.o itn kr n.št po.kr pr.kr pr.n.št s.p"),
    final=words("idr ipd"),
    numeric=words("odst pogl sl str tab tel ur vol zv čl št"),
    starters=words(
        "a ali bil bila bili bilo da do in jaz je kaj ker ki kje ko kot leta med mi na nad ni njegov njen njihov o od "
        "on ona oni ono pa po pod pred pri s samo se si so ta tako tam tega ti to tudi v z za zato čez še že"
    ),
    ordinal_period=True,
)
