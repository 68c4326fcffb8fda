"""Spanish."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="es",
    abbreviations=words(
        "admón alm aprox arq av avd avda c ca cap cc cf cmdte cnel comp coord cía d depto dir dn dpto dr dra dres drs "
        "dña ed eds ee ej excma excmo fdo ff fr gob gral ilma ilmo ing jj lic min mons máx mín núms p.ej pbro pl pres "
        "prof profa pza rdo rr sgto sr sra sras sres srta sta sto tel teléf trad tte ud uds univ vd vds vid vs vv.aa"
    ),
    closing=words("a.c a.m c.a co corp cía d.c ee.uu ee.uu.aa inc j.c jr ltd ltda p.m s.a s.a.u s.l s.r.l"),
    numeric=words(
        "abr ago ap art arts cap dic ed ene feb fig jul jun km mar may n no nov núm núms oct p pp pág págs sep sept t "
        "tel tomo vol"
    ),
    starters=words(
        "a al antes así aunque como con cuando de del desde después donde durante e el ella ellos en entre era es esa "
        "ese eso esta estas este esto estos fue fueron ha han hasta hay la las lo los muy más no o para pero por que "
        "se según si sin sobre son su sus también tras un una unas unos y ya él"
    ),
)
