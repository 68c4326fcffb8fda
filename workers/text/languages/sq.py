"""Albanian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="sq",
    abbreviations=words(
        "adm ark art av b dhj dok dr dsh gj gjen inxh k kap kol kr krh lib ll mbr mr op p.sh pal prof q r red rr sh "
        "shih shk sht shën st tel vëll xh z zh znj zt zv"
    ),
    closing=words("a.c e.r l.d m.d p.e.r p.e.s p.k sh.a sh.p.k shpk"),
    final=words("ej etj tj"),
    numeric=words("art dhj faq fig gus kap kor mars nr nën p pr qer shk sht tel tet vëll"),
    starters=words(
        "ai ajo andaj apo ashtu asnjë ata atij ato bëri derisa dhe disa do duhet duke e edhe gjatë i ishte janë jemi "
        "ka kanë kjo ku kur kush ky kështu këto me midis mund më ndërsa nga një nuk në nën pas pasi po por pra "
        "prandaj për qe që sa se sepse shumë si sipas së t ta tani të u unë vetëm çdo është"
    ),
    proclitics=words("s' t' ç'"),
)
