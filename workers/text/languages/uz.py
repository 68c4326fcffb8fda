"""Uzbek."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="uz",
    abbreviations=words(
        "akad akademik doc dos dr h hijriy ing inj m mas mil milod obl oʻ prof q r rus s sh t to'g ul v val xo xon yo"
    ),
    closing=words("aj mchj mln mlrd y yy"),
    final=words("b h.k h.z sh.k va.h.k"),
    numeric=words("b bet j modda q r s tel"),
    starters=words(
        "agar ammo bilan bir biroq biz bo'ldi bo'lgan bo'lib boshqa bu bunda bundan edi ega esa faqat ham hamda har "
        "hozir ikki kerak keyin kim lekin mazkur men mumkin o'sha o'z o'zbekiston qaysi qildi qilib sababli shu "
        "shunday shuningdek so'ng to'g'risida u uchun ular uning va yana yo'q"
    ),
)
