"""Lithuanian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="lt",
    abbreviations=words(
        "a.a aikšt al angl apskr apyl doc dr e g gim gyv kun lenk lot mir mln mlrd p plg ponas prof pvz r raj red rus "
        "sen sud t.p t.y ty tūkst vad vert vlsč vok vyr šv žr"
    ),
    closing=words("ab d kr po.kr pr.kr uab"),
    final=words("pan t.t"),
    numeric=words("d m nr p pav psl sk str t tel val"),
    starters=words(
        "apie ar aš bet buvo dar ir iš jei ji jie jis kad kai kas kur mes metais nes nėra pat po prie su ta tai taip "
        "tas tik yra į ši šis"
    ),
)
