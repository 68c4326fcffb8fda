"""Words that open a sentence and point back to the one before it, by language; our own lists.

`pronouns` stand for something named before; `connectives` join on to a thought before, which does little harm
when a name follows soon; `safe` are longer openings that point at nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Openers:
    """Phrases separated by commas."""

    pronouns: str
    connectives: str
    safe: str = ""


# Their words are not set apart by spaces, so an opener is a prefix there.
UNSPACED = frozenset({"zh", "yue", "wuu", "ja", "th", "lo", "km", "my"})

_ARABIC_SAYING = (
    "قال قالت أضاف أضافت أوضح أوضحت أشار أشارت أكد أكدت تابع تابعت ذكر ذكرت لفت لفتت بين بينت اعتبر اعتبرت رأى"
)
_ARABIC_CLAUSE = "أن أنه أنها أنهم إن إنه إنها إلى في قائلا قائلة"
_ARABIC_SAID_THAT = ", ".join(
    f"{prefix}{verb} {clause}"
    for verb in _ARABIC_SAYING.split()
    for prefix in ("", "و")
    for clause in _ARABIC_CLAUSE.split()
)

OPENERS: Mapping[str, Openers] = {
    "ar": Openers(
        "هذا, هذه, هذان, هاتان, ذلك, تلك, هؤلاء, أولئك, هو, هي, هم, هما, وهذا, وهذه, وذلك, وتلك, وهؤلاء, وهو, "
        "وهي, وهم, فهو, فهي, فهم, فهذا, فهذه, إنه, إنها, إنهم, أنه, أنها, منها, ومنها, منهم, ومنهم, وفيها, وفيه, "
        "بينهم, ومن بينهم, من جهته, من جهتها, ومن جهته, ومن جهتها, من جانبه, من جانبها, ومن جانبه, ومن جانبها, "
        "بدوره, بدورها, وبدوره, وبدورها, ومن هنا, وهكذا, هكذا, بذلك, وبذلك, لذلك, ولذلك, وعليه, "
        f"{_ARABIC_SAID_THAT}",
        "لكن, ولكن, لكنه, ولكنه, لكنها, ولكنها, غير أن, إلا أن, إلا أنه, إلا أنها, بيد أن, ومع ذلك, مع ذلك, "
        "رغم ذلك, ورغم ذلك, كما, كذلك, وكذلك, أيضا, وأيضا, لذا, ولذا, بالتالي, وبالتالي, ثم, وثم, ومن ثم, إذ, "
        "حيث, فيما, بينما, وبينما, أما, وأما, بل, إضافة إلى ذلك, وإضافة إلى ذلك, علاوة على ذلك, في المقابل, "
        "وفي المقابل, من ناحية أخرى, ومن ناحية أخرى, في الوقت نفسه, وفي الوقت نفسه, وفي هذا, في هذا, في هذه, "
        "وفي هذه, يذكر أن, ويذكر أن",
        "هذا العام, هذه السنة, هذا الأسبوع, هذا الشهر, هذا اليوم",
    ),
    "en": Openers(
        "he, she, it, they, him, her, his, its, their, theirs, this, these, those, that, such, both, neither, "
        "here, there he, it's, he's, she's, they're, that's, one of them, some of them, most of them, "
        "all of them, the latter, the former",
        "but, and, or, so, however, therefore, thus, hence, moreover, furthermore, nevertheless, nonetheless, "
        "also, then, instead, meanwhile, besides, consequently, otherwise, likewise, similarly, additionally, "
        "in addition, as a result, for example, for instance, in contrast, by contrast, on the other hand, "
        "because of this, in this, at that, after that, after this, yet, still, too, again, nor, rather, indeed, "
        "as such, even so, in turn",
        "this year, this week, this month, this morning, this paper, this article, this report, this study, "
        "these days, that said",
    ),
    "fr": Openers(
        "il, elle, ils, elles, ce, cet, cette, ces, cela, ça, ceci, celui, celle, ceux, celles, c'est, son, sa, "
        "ses, leur, leurs, celui-ci, celle-ci, ceux-ci, l'un d'eux, en voici, y",
        "mais, et, ou, or, donc, car, cependant, toutefois, pourtant, néanmoins, ainsi, aussi, de plus, "
        "en outre, par ailleurs, en effet, alors, ensuite, puis, par conséquent, en revanche, par contre, "
        "au contraire, du coup, d'autre part, de même, par exemple, à cet égard, dans ce, pour cela, enfin, sinon",
        "il y a, il faut, il est possible, il existe, cette année, cette semaine, ce matin, ce lundi, ce mardi, "
        "ce mercredi, ce jeudi, ce vendredi, ce samedi, ce dimanche",
    ),
    "es": Openers(
        "él, ella, ellos, ellas, este, esta, estos, estas, ese, esa, esos, esas, aquel, aquella, esto, eso, su, "
        "sus, ello",
        "pero, y, o, sin embargo, no obstante, además, también, por lo tanto, por tanto, por eso, por ello, así, "
        "entonces, luego, después, en cambio, por otra parte, por otro lado, asimismo, de hecho, por ejemplo, "
        "aunque, pues, en consecuencia, mientras tanto, es decir",
        "este año, esta semana, este mes, este lunes, este martes, este miércoles, este jueves, este viernes, "
        "este sábado, este domingo",
    ),
    "pt": Openers(
        "ele, ela, eles, elas, este, esta, estes, estas, esse, essa, esses, essas, isso, isto, aquilo, seu, sua, "
        "seus, suas",
        "mas, e, ou, porém, contudo, entretanto, no entanto, todavia, além disso, também, portanto, por isso, "
        "assim, então, depois, por outro lado, por exemplo, logo, pois, enquanto isso, ou seja",
        "este ano, esta semana, este mês, neste ano",
    ),
    "it": Openers(
        "lui, lei, egli, ella, essi, esse, loro, questo, questa, questi, queste, quello, quella, quelli, ciò, "
        "il suo, la sua, i suoi, le sue, esso",
        "ma, e, o, però, tuttavia, inoltre, anche, quindi, perciò, pertanto, così, allora, poi, invece, infatti, "
        "dunque, d'altra parte, per esempio, ad esempio, eppure, nel frattempo",
        "quest'anno, questa settimana, questo mese",
    ),
    "de": Openers(
        "er, sie, es, ihr, ihre, ihren, sein, seine, seinen, dieser, diese, dieses, diesen, diesem, jener, jene, "
        "jenes, das ist, das war, dies, dabei, damit, dadurch, davon, daran, darauf, darin, darüber, dafür, "
        "dagegen, dazu, danach, davor, dort, hier, deren, dessen, beide, letztere, letzterer, hierbei, hierzu",
        "aber, und, oder, doch, jedoch, allerdings, außerdem, zudem, deshalb, daher, deswegen, darum, somit, "
        "also, dann, trotzdem, dennoch, hingegen, ferner, weiterhin, ebenso, auch, zum beispiel, so, denn, "
        "stattdessen, andererseits, gleichzeitig, anschließend, folglich, demnach, ebenfalls",
        "es gibt, es gab, dieses jahr, diese woche, so genannte",
    ),
    "nl": Openers(
        "hij, zij, ze, het is, het was, dit, dat, deze, die, hun, zijn, haar, hem, daarbij, daarmee, daarvan, "
        "daarop, hier, daar",
        "maar, en, of, echter, bovendien, daarom, dus, dan, toch, ook, daarnaast, vervolgens, bijvoorbeeld, "
        "evenwel, desondanks, daarentegen, want, intussen",
        "dit jaar, deze week, deze maand",
    ),
    "sv": Openers(
        "han, hon, den, det, de, detta, denna, dessa, hans, hennes, deras, dess, där, här",
        "men, och, eller, dock, därför, således, alltså, dessutom, också, sedan, däremot, till exempel, ändå, "
        "samtidigt",
        "det finns, den här veckan, det här året",
    ),
    "pl": Openers(
        "on, ona, ono, oni, one, ten, ta, to, ci, te, tego, tej, jego, jej, ich, tam, tu, taki, taka, takie",
        "ale, i, a, lub, jednak, jednakże, dlatego, więc, zatem, ponadto, poza tym, również, także, potem, "
        "następnie, natomiast, na przykład, mimo to, tymczasem, bo, zaś",
        "w tym roku, to już",
    ),
    "ru": Openers(
        "он, она, оно, они, его, её, ее, их, это, этот, эта, эти, этого, этой, этом, этим, тот, та, те, там, "
        "здесь, такой, такая, такое, такие, оба, обе, ему, ей, им",
        "но, и, а, или, однако, поэтому, также, кроме того, более того, тем не менее, таким образом, "
        "следовательно, затем, потом, зато, впрочем, например, при этом, в то же время, с другой стороны, "
        "вместе с тем, тогда, итак, ведь, к тому же, в результате, в свою очередь, в этой связи, в связи с этим, "
        "тем временем",
    ),
    "uk": Openers(
        "він, вона, воно, вони, його, її, їх, їхній, це, цей, ця, ці, цього, той, та, ті, там, тут, такий, така, "
        "такі, обидва",
        "але, і, й, а, або, однак, проте, тому, також, крім того, більше того, тим не менш, таким чином, отже, "
        "потім, зате, наприклад, при цьому, водночас, з іншого боку, тоді, адже, до того ж, натомість",
    ),
    "el": Openers(
        "αυτός, αυτή, αυτό, αυτοί, αυτές, αυτά, εκείνος, εκείνη, εκείνο, εκεί, εδώ, τούτο",
        "αλλά, και, ή, όμως, ωστόσο, επίσης, επομένως, άρα, έτσι, λοιπόν, επιπλέον, τότε, έπειτα, "
        "για παράδειγμα, εντούτοις",
        "αυτή την εβδομάδα, αυτό το έτος",
    ),
    "tr": Openers(
        "o, onlar, bu, bunlar, şu, şunlar, onun, onların, bunun, bunların, buna, bunu, bunda, burada, orada, "
        "böyle, öyle, ona, onu, kendisi, her ikisi",
        "ama, fakat, ancak, ve, veya, oysa, ayrıca, dolayısıyla, bu nedenle, bu yüzden, böylece, sonra, "
        "daha sonra, örneğin, yine de, buna rağmen, öte yandan, çünkü, bunun yanı sıra, nitekim, üstelik, hatta, "
        "ise",
        "bu yıl, bu hafta, bu ay, bu sabah, bu akşam",
    ),
    "az": Openers(
        "o, onlar, bu, bunlar, onun, onların, bunun, buna, bunu, burada, orada, belə, ona, onu",
        "amma, ancaq, lakin, və, həmçinin, buna görə, beləliklə, sonra, məsələn, bundan başqa, çünki, həm də",
        "bu il, bu həftə, bu ay",
    ),
    "fa": Openers(
        "او, وی, آنها, آن‌ها, آنان, ایشان, این, آن, اینها, این‌ها, همین, همان, چنین, اینجا, آنجا, هر دو",
        "اما, ولی, و, یا, همچنین, بنابراین, از این رو, به همین دلیل, با این حال, علاوه بر این, سپس, پس, "
        "در نتیجه, برای مثال, در حالی که, از سوی دیگر, زیرا, چون, بلکه, البته, در عین حال",
        "این هفته, این ماه",
    ),
    "ckb": Openers(
        "ئەو, ئەوان, ئەم, ئەمە, ئەمانە, ئەوە, ئەوانە, لێرە, لەوێ",
        "بەڵام, و, یان, هەروەها, بۆیە, دواتر, پاشان, لەگەڵ ئەوەشدا, چونکە, بۆ نموونە, کەواتە",
    ),
    "ps": Openers(
        "دا, دغه, هغه, دوی, هغوی, هغې, ده, دې, دلته, هلته",
        "خو, او, یا, همدارنګه, له همدې امله, بیا, ځکه, نو",
    ),
    "ur": Openers(
        "وہ, یہ, اس, ان, انہوں, اسی, انہی, جس, جن, یہاں, وہاں, ایسا, ایسی, ایسے, دونوں",
        "لیکن, مگر, اور, یا, تاہم, چنانچہ, لہذا, اس لیے, اس کے علاوہ, پھر, مزید, البتہ, مثلا, کیونکہ, بلکہ, "
        "جبکہ, دوسری طرف, نیز",
        "اس سال, اس ہفتے, ان دنوں",
    ),
    "hi": Openers(
        "वह, वे, यह, ये, उस, उन, इस, इन, उन्होंने, उसने, इसने, उसका, उसकी, उसके, इसका, इसकी, इसके, उनका, उनकी, "
        "उनके, यहाँ, वहाँ, ऐसा, ऐसी, ऐसे, दोनों, जिसमें, इसमें, इससे, उन्हें, उसे",
        "लेकिन, मगर, परंतु, और, या, हालांकि, हालाँकि, इसलिए, अतः, इसके अलावा, फिर, साथ ही, क्योंकि, बल्कि, जबकि, "
        "दूसरी ओर, तथा, उदाहरण",
        "इस साल, इस वर्ष, इस सप्ताह, इन दिनों",
    ),
    "bn": Openers(
        "সে, তিনি, তারা, তাঁরা, তার, তাঁর, তাদের, এই, এটি, এটা, এসব, এগুলো, ওই, সেই, সেটি, সেখানে, এখানে, এতে, এর, উভয়, তাকে, তাঁকে",
        "কিন্তু, তবে, এবং, আর, অথবা, তাই, সুতরাং, এছাড়া, এ ছাড়া, তাছাড়া, তারপর, এরপর, অতএব, যদিও, কারণ, বরং, যেমন, ফলে, আবার, একই সঙ্গে",
        "এই বছর, এই সপ্তাহে",
    ),
    "he": Openers(
        "הוא, היא, הם, הן, זה, זו, זאת, אלה, אלו, שם, כאן, כך, שניהם",
        "אבל, אך, אולם, עם זאת, לכן, לפיכך, בנוסף, גם, אז, כמו כן, לעומת זאת, למשל, ואולם, ובכן, כי, מצד שני",
        "השנה, השבוע",
    ),
    "id": Openers(
        "dia, ia, mereka, ini, itu, beliau, hal ini, hal itu, hal tersebut, di sana, di sini, keduanya, tersebut",
        "tetapi, tapi, namun, dan, atau, selain itu, oleh karena itu, karena itu, jadi, kemudian, lalu, "
        "sementara itu, misalnya, sedangkan, sebaliknya, maka, juga, meski demikian, meskipun demikian, "
        "akibatnya, di sisi lain",
    ),
    "vi": Openers(
        "ông ấy, bà ấy, anh ấy, cô ấy, anh ta, cô ta, họ, nó, đây, đó, điều này, điều đó, việc này, "
        "những người này, cả hai",
        "nhưng, và, hoặc, tuy nhiên, tuy vậy, vì vậy, do đó, ngoài ra, bên cạnh đó, sau đó, đồng thời, mặt khác, "
        "ví dụ, bởi vậy, thế nhưng, trong khi đó, cũng, rồi, song, chẳng hạn",
    ),
    "ko": Openers(
        "그는, 그가, 그의, 그녀는, 그녀의, 그들은, 이는, 이것은, 그것은, 이런, 그런, 이러한, 그러한, 여기서, "
        "거기서, 이들은, 이를, 이에, 이로",
        "그러나, 하지만, 그리고, 또한, 따라서, 그래서, 또, 게다가, 그런데, 그렇지만, 반면, 반면에, 예를, 즉, "
        "이어, 그럼에도, 한편, 이에 따라",
    ),
    "zh": Openers(
        "他, 她, 它, 这, 那, 這, 该, 該, 此, 其, 两者, 兩者, 上述, 前者, 后者, 後者",
        "但, 而, 然而, 不过, 不過, 因此, 所以, 于是, 於是, 此外, 另外, 同时, 同時, 并且, 並且, 而且, 然后, 然後, "
        "接着, 接著, 例如, 比如, 可是, 另一方面, 相反, 总之, 總之, 反之, 也, 则, 則",
        "其他, 其实, 其實, 其中, 但丁, 而立, 同时代, 此次, 这一年",
    ),
    "ja": Openers(
        "彼, 彼女, これ, それ, あれ, この, その, あの, ここ, そこ, こうした, そうした, このよう, そのよう, 両者, "
        "同氏, 同社, 前者, 後者",
        "しかし, だが, でも, けれど, また, そして, さらに, したがって, 従って, だから, そのため, なお, 一方, "
        "ただし, ところが, つまり, 例えば, たとえば, すると, それで, それでも, および, ちなみに, なぜなら",
        "この度, このたび, この夏, この冬, また来",
    ),
    "th": Openers(
        "เขา, เธอ, มัน, พวกเขา, นี่, นั่น, สิ่งนี้, สิ่งนั้น, ที่นี่, ที่นั่น, ดังกล่าว",
        "แต่, และ, หรือ, อย่างไรก็ตาม, ดังนั้น, นอกจากนี้, จากนั้น, เพราะ, เช่น, ขณะที่, ทั้งนี้, ในขณะเดียวกัน, แล้ว",
    ),
}
