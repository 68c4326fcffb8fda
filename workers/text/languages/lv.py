"""Latvian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="lv",
    abbreviations=words(
        "akad apm doc dr dz g gs kr milj mljrd n.p.k piem plkst prof resp sal sk skat t.i t.sk tūkst ģen"
    ),
    closing=words("as m.ē p.m.ē sia tml"),
    final=words("u.c u.tml utml"),
    numeric=words("apr aug dec febr jan jūl jūn l.p lpp nov nr okt p plkst sept sk tel"),
    starters=words(
        "ar arī bet bija es gadā gan ir ja ka kad kas kur lai mēs nav no par pie pēc tad tas tikai tā un uz vai viņa "
        "viņi viņš vēl šis šī"
    ),
    ordinal_period=True,
)
