"""German."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="de",
    abbreviations=words(
        "abb abs abschn abt allg anm art aufl ausg ausschl bd bde bearb beil bes bl bspw bzgl bzw ca d.h ders dh dies "
        "dipl dipl.-ing dr dt ebd ed einf einschl engl ev evtl exkl fr frz geb gegr gem gen gest ggf griech h.c hc hg "
        "hgg hl hr hrn hrsg i.d.r i.d.s ing inkl insb insbes ital jg jh jhd jhdt jur kap kath kgl lat ldg lfd lt mag "
        "max med min mind mio mrd n.chr nat neuaufl nördl o.g o.ä od op orig p.a phil pkt prof red rer resp russ röm "
        "s.a s.o s.u sen sog span sr st str südl tab tel türk u.a u.u u.v.a u.v.m ua univ urspr usf v.a v.chr va verf "
        "verh vgl vors vs westl z.b z.t zb zit zt zzgl zzt österr östl überarb übers"
    ),
    closing=words("a.d chr co d.j d.ä gmbh jahrh jh jhd jhs jun n.chr str v.chr"),
    numeric=words(
        "abb abs anm apr art aufl aug bd bl dez di do feb fr heft jan jul jun kap mi min mo mär no nov nr okt s sa "
        "sep sept so std tab vol z ziff"
    ),
    starters=words(
        "aber als am an auch auf aus bei bis da dann das dem den der des die diese dieser dieses doch dort durch ein "
        "eine einem einer eines er es für haben hat hier ich ihr ihre im in ist man mit nach nicht noch nur sein "
        "seine seit sich sie sind so und unter vom von war waren was weil wenn wer wie wir wird wo wurde wurden "
        "während zu zum zur über"
    ),
    ordinal_period=True,
    ordinal_leads=words("am beim das dem den der des die im ins jedem jeden jeder vom zum zur"),
)
