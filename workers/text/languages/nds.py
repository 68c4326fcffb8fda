"""Low German."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="nds",
    abbreviations=words("afk art bd bgm bzw ca d.h dr engl ev geb hd jh kap nd prof s sg st str u.a vgl z.b"),
    closing=words("chr n.chr v.chr"),
    final=words("etc un.so.wieder usw"),
    numeric=words("art bd kap nr s sied"),
    starters=words(
        "as dat de den denn dit dor dör een ehr ehrn en för he hebbt hett ik in is kunn man mank mit nah nich nu ok "
        "ool op se sien sik so sünd tein to un ut vun vör weer wenn weren wi wo"
    ),
    ordinal_period=True,
    ordinal_leads=words("dat de dem den"),
)
