"""Slovak."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="sk",
    abbreviations=words(
        "akad angl arch bc cca csc doc dr drsc fr gen ing judr kap kpt lat max mgr mil min mj mjr mld mudr najmä napr "
        "nem nám obr ods p phdr plk popr poľ prekl prof príp písm red resp rndr rus slov sv t.j tab tis tj tzn tzv ul "
        "vrát vyd"
    ),
    closing=words("a.s co inc jr ltd ml n.l pr.n.l r.o s.r.o spol st v.o.s"),
    final=words("a.i"),
    numeric=words("hod kap obr ods par písm roč s str tab tel vol zv č čl"),
    starters=words(
        "a aj ako ale alebo bol bola boli bolo cez do ešte i ich ja je jeho jej kde keď ktorá ktoré ktorý len medzi "
        "my na nad nie o od on ona oni ono po pod podľa pre pred preto pretože pri roku sa si sú tak tam ten tento "
        "tie tiež to tá táto u už v vo však z zo čo že"
    ),
    ordinal_period=True,
)
