"""Azerbaijani."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="az",
    abbreviations=words(
        "akad alb bax cəm dos dr h.d iş k.ə m.s milad müh məs nöm obl prof r.d rus sm st t.ü v.ə yan ş"
    ),
    closing=words("asc b.e e.ə il mmc qsc"),
    final=words("s v.b v.s və.s"),
    numeric=words("bənd fəs maddə səh tel şək"),
    starters=words(
        "amma ancaq artıq belə bir biz bu bunun daha də edir elə etdi görə gün həm həmin hər ilə isə ki kimi mən nə o "
        "olan olaraq olduğu olub onlar onun siz sonra sən təşkil var və ya yalnız yox üçün"
    ),
    ordinal_period=True,
)
