"""Urdu."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="ur",
    abbreviations=words("ایس ایم اے بی جی سی پی ڈی"),
    numeric=words("ج ص نمبر"),
    starters=words(
        "اس ان انہوں اور اگر ایک بعد بھی تک تھا تھی تھے جب جو ساتھ سے لیکن لیے میں نہیں نے وہ پر کا کر کو کہ کی کیا "
        "کے گیا ہو ہیں ہے یہ"
    ),
)
