"""Run in a container of another compose project: hands in COUNT documents whose ids begin with PREFIX."""

import sys

from warraq import Client, Document

PARAGRAPHS = (
    "The warraq Marker{number} of Basra bought {number} sheets of paper on 3 March 2024 and copied two books on them.",
    "Layla Haddad of the Ministry of Culture said in Cairo that the library would open its reading room again.",
    "وقالت وزارة الثقافة في القاهرة إن المكتبة الوطنية ستفتح أبوابها للزوار يوم الأحد المقبل.",
    "اشترى الوراق من سوق البصرة {number} ورقة، ونسخ عليها كتابين في النحو والحساب.",
)


def text(number: int) -> str:
    """A text of some two thousand characters, different for each number."""
    return "\n\n".join(paragraph.format(number=number) for paragraph in PARAGRAPHS * 5)


if __name__ == "__main__":
    prefix, count = sys.argv[1], int(sys.argv[2])
    with Client() as client:
        documents = (Document(id=f"{prefix}{number}", text=text(number)) for number in range(count))
        receipts = client.submit_many(documents)
    sys.stdout.write(f"{len(receipts)}\n")
