"""Serbian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="sr",
    abbreviations=words(
        "akad cca dipl doc dr eng fr g gen gđa gđica ing inž izd izv lat mag max mil min mlrd mr njem npr o.g odn "
        "prev prof puk red rus sc slav sv t.j tal tis tj tkz tzv ul ur usp v акад в г ген гђа доц др енг изд инж лат "
        "мил млрд мр нем нпр о.г одн прев проф пук ред рус св т.ј тзв тј ул ур фр хиљ"
    ),
    closing=words("d.d d.o.o g god kr n.e po.kr pr.kr pr.n.e st год н.е п.н.е"),
    final=words("sl сл"),
    numeric=words("al br god pogl sl st str tab tel toč vol čl бр год сл ст стр таб тел чл"),
    starters=words(
        "a ali bila bili bilo bio da do gde godine i ili ja je jer još kad kada kao koja koje koji kroz među mi na "
        "nad nije njegov njen njihov o od on ona oni ono ova ovaj ovo po pod pred prema pri s sa samo se su ta taj "
        "tako takođe tamo ti to u već za zato što а али била били било био већ где године да до за зато и или кад "
        "када као која које који кроз међу ми на над није о ова овај ово од он она они оно по под пред према при с са "
        "само се су та тако такође тамо тај ти то у што ја је јер још његов њен њихов"
    ),
    ordinal_period=True,
)
