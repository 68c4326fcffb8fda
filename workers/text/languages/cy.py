"""Welsh."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="cy",
    abbreviations=words("athro bnr dr e.e enw er.engh gol gw h.y llyw mr mrs ms parch prif sant st syr un yr.athro"),
    closing=words("c.c cc cyf g.g ltd o.c o.o.c"),
    final=words("ac.ati ayb ayyb etc"),
    numeric=words("awst chwef ebr ff ffig gol hyd ion mai medi rhag rhif t tach tt tud"),
    starters=words(
        "a ac am ar at bod bydd byddai cafodd chi ddim dim ei eich ein er eu fe fel fod fydd gan gwaith hefyd hi hon "
        "hwn i iawn mae maen mewn mi na nad neu ni nid o oedd oes ond roedd rydym sy sydd wedi wrth y yn yna yng yr "
        "yw"
    ),
    enclitics=words("'ch 'i 'm 'n 'r 'th 'u 'w"),
)
