"""Turkish."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="tr",
    abbreviations=words(
        "a.g.e age alb alm apt asb av aş.k bkz blv bnb bul böl bşk cad cd der doç dr fak faks gen gör haz hz km korg "
        "krş ltd.ş mah mat mh mim müh onb op org prof s.s sk sn sok st tel tuğg tümg tğm uz yay yrd yy yzb yük çev "
        "çvş ör örn öğr üniv ütğm"
    ),
    closing=words("a.b.d a.ş aş co i.s i.ö inc ltd ltd.şti m.s m.ö ms mö t.c şti"),
    final=words("vb vs"),
    numeric=words("bkz bs c cilt fık m md no s sf ss tab tel yy şek"),
    starters=words(
        "ama ancak ben bir biz bu bunu bunun böyle da daha de değil en fakat gibi göre hangi her hiç iki ile ise için "
        "kadar kim nasıl ne neden o olan olarak oldu olduğu onlar onun sen siz sonra var ve yeni yok çok önce şimdi "
        "şu"
    ),
    ordinal_period=True,
)
