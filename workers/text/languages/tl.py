"""Tagalog."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="tl",
    abbreviations=words(
        "atty bb bgy bno brgy dr dra engr fr g gat gen ginoo gng gob gov hal heneral hon kag kap kgd kgg kon maj mal "
        "mhl mons pang prof rev sen sgt sta sto tal"
    ),
    closing=words("a.m co corp inc jr n.g n.h n.t n.u p.m st"),
    final=words("atbp etc iba"),
    numeric=words("abr ago blg dis enr hul hun kab mar no nob okt p pah peb set tal tel"),
    starters=words(
        "ako ang at ay ayon bagaman bago bilang dahil din dito doon gayunman habang hindi ika isa isang ito itong "
        "iyon ka kanilang kanyang kapag kaya kung lamang mas may mayroon mga muli na naman nang nasa ng ngunit ni "
        "nila nito noon noong pa para pero po rin sa saan samantala si sila sina siya subalit tayo upang walang"
    ),
)
