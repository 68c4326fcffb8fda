"""Asturian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="ast",
    abbreviations=words(
        "aprox art av avda cap cf d dir dr dra dña ed fig gral p.ex prof páx s sr sra sres tel vid vol"
    ),
    closing=words("a.c d.c ee.xx s.a"),
    final=words("etc"),
    numeric=words("art cap fig núm páx tel vol"),
    starters=words(
        "al amás asina col cola como con cuando de del demientres dende depués diba dientro dixo dos ella ellos en "
        "ente entós equí esta esti foi foron hai hasta la las llueu los magar mas mentanto mesmu mui más nel nes nin "
        "nun onde otru pa pela pero perú pol por porque pos qu que según sin so sobre son ta tamién toos un una xunto "
        "ya yera yeren yá él"
    ),
    proclitics=words("d' l' m' n' nun' pa' qu' s' t'"),
)
