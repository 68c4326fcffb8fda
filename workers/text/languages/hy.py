"""Armenian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="hy",
    full_stop="։:",
    abbreviations=words(
        "ակադ գեն դդ դոկտ էդ ընկ թ թթ խմբ ծն հազ հհ մ.թ մ.թ.ա մլն մլրդ յու նախ պ պրոֆ տես տիկ փող ք.ա քաղ օր օրիորդ"
    ),
    closing=words("դր մ.թ.ա ք.ա"),
    numeric=words("գլ էջ թիվ հատ հոդ նկ"),
    starters=words(
        "այդ այն այս առաջ արդեն բայց դեռ դու եթե են ես երբ է էին էր ըստ ինչ իր համար հետ հետո մենք մեջ միայն նա նաև "
        "նրա նրանք ով որ որը որոնք որտեղ չէ սակայն վրա քանի և"
    ),
)
