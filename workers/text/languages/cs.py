"""Czech."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="cs",
    abbreviations=words(
        "akad angl arch bc cca csc des doc dr drsc event fr gen ing judr kap kpt kupř lat max mgr mil min mj mjr mld "
        "mudr např npor nábř nám něm obr odst p paeddr phdr plk pol popř por pplk ppor prof pí písm překl příp red "
        "resp rndr roč rus sest sl slov srov st sv t.č tab thdr tis tj tzn tzv tř ul v.r viz vyd vč zejm zkr zn č.j "
        "čj"
    ),
    closing=words("a.s co inc jr k.s kčs ltd ml n.l př.n.l r.o s.r.o spol st v.o.s"),
    final=words("aj"),
    numeric=words("hod kap obr odst par písm roč s str sv tab tel vol č čl"),
    starters=words(
        "a ale byl byla byli bylo co do i jak jako je jeho jejich její jen ještě jsou já kde když která které který "
        "mezi my na nad nebo není o od on ona oni ono po pod podle pro proto protože před přes při roce se si ta tak "
        "také tam tato ten tento to ty u už v ve však z ze že"
    ),
    ordinal_period=True,
)
