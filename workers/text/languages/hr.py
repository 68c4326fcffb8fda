"""Croatian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="hr",
    abbreviations=words(
        "akad cca dipl doc dr eng fr g gen gđa gđica ing inž izd izv lat mag max mil min mlrd mr njem npr o.g odn "
        "prev prof puk red rus sc slav sv t.j tal tis tj tkz tzv ul ur usp v"
    ),
    closing=words("d.d d.o.o g god kr n.e po.kr pr.kr pr.n.e st"),
    final=words("i.sl sl"),
    numeric=words("al br god pogl sl st str tab tel toč vol čl"),
    starters=words(
        "a ali bila bili bilo bio da do gdje godine i ili ja je jer još kad kada kao koja koje koji kroz među mi na "
        "nad nije njegov njezin njihov o od on ona oni ono ova ovaj ovo po pod pred prema pri s sa samo se su ta taj "
        "tako također tamo ti to u već za zato što"
    ),
    ordinal_period=True,
)
