"""Swedish."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="sv",
    abbreviations=words(
        "adj alt ant avd bl.a bla c:a ca civ doc dr dvs dyl enl ev exkl f.d f.n fd fil fr fr.o.m from gen ggr hr "
        "i.o.m ing inkl jfr jmf kand kap kapt kl kungl leg m.a.o max mfl min ndr o.dyl obs p.g.a pga prof red resp "
        "s.k s:t s:ta st t.ex t.h t.o.m t.v tex tom ung urspr utg vs äv övers övlt"
    ),
    closing=words("ab co e.kr f.kr inc jr kr ltd o.d sr"),
    final=words("m.fl m.m"),
    numeric=words("apr art aug bd dec feb fig jan jul jun kap kl mar nov nr okt s sep sept sid sida tel vol"),
    starters=words(
        "att av blev de den denna dessa det detta du där då efter eftersom eller en enligt ett finns från för hade "
        "han har hon hur här i inte jag kan man med medan mellan men mot ni när och också om på sig sin sina sitt ska "
        "skulle som så till under vad var vem vi vid vilken är även över"
    ),
)
