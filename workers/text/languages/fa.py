"""Persian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="fa",
    abbreviations=words("ا.د ب ت ج حاج.ا د ر.ک رک س ص ص.پ ع ق.م.ق م مهـ ن ه.ش ه.ق ک"),
    closing=words("ش ق ق.م م ه.ش ه.ق"),
    numeric=words("تلفن ج س ش شماره ص"),
    starters=words(
        "آن آنها از است اما او اگر این با باید بر برای به بود بین تا خود در را شد شده ما من می می‌شود نیز هر هم و وی "
        "پس پیش چون کرد کرده که گفت یا یک"
    ),
)
