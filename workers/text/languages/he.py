"""Hebrew."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="he",
    abbreviations=words("גב' ד\"ר עו\"ד פרופ פרופ' ר'"),
    closing=words('לספה"נ'),
    numeric=words("טל מס ס עמ"),
    starters=words(
        "אבל או אחרי איך אין אך אם אנחנו אני את בין גם הוא היא היה היו היתה הם זה זו יש כי כך כל כמו לא לפי לפני מה "
        "מי עוד על עם רק של שם"
    ),
)
