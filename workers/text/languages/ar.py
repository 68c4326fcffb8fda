"""Arabic."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="ar",
    abbreviations=words(
        "أ أ.د أ.م ا.د ب ت تح تر ث ج ح خ د د.م ذ ر رقم.م ز س ش ص ص.ب ص.ص ض ط ظ ع غ ف ق ق.م.ق ك ل م مج ن ه ه.ش ود و.م.أ ي"
    ),
    closing=words("ب.م ذ.م.م ش.م.ل ش.م.م ق.م ق.هـ م ه هـ و.م.ع"),
    numeric=words("ت ج رقم ص ط ع ف م هاتف"),
    starters=words(
        "أن أو إلى إن التي الذي بعد بين تلك ثم حتى حيث ذلك على عن غير في قال قالت قبل قد كان كانت كل كما لا لم لن ما "
        "مع من هذا هذه هم هو هي وأضاف وأكد وأوضح وفي وقال وقد ومن"
    ),
)
