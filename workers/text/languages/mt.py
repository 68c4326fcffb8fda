"""Maltese."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="mt",
    abbreviations=words("art dott dr eż fr inġ isq kan kap mons onor p prof pġ s sig sinj sra sur tel vol"),
    closing=words("a.m k.k ltd p.m q.k w.k"),
    final=words("etċ eċċ"),
    numeric=words("art awt diċ fran kap mej no nov nru ott p pġ sett tel vol"),
    starters=words(
        "anki bejn biex billi bħala dak dan dawn dik din dwar fil fost fuq għal għalhekk għandha għandu għax hemm hi "
        "hija hu huwa imma issa iżda jekk jew kien kienet kienu kif kull li lil ma meta mhux mill minn qabel qal "
        "qalet sabiex u waqt wara xi"
    ),
    proclitics=words(
        "ad- b' bid- bil- bin- bir- bis- bit- bix- biz- biċ- biż- bħad- bħal- bħall- bħan- bħar- bħas- bħat- d- dal- "
        "dan- did- f' fid- fil- fin- fir- fis- fit- fix- fiz- fiċ- fiż- għad- għal- għall- għan- għar- għas- għat- "
        "id- il- in- ir- is- it- ix- iz- iċ- iż- kull- l- lid- lil- lill- lin- lir- lis- lit- m' mad- mal- man- mar- "
        "mas- mat- mid- mill- min- mir- mis- mit- n- r- s- sad- sal- san- sar- sas- sat- t- tad- tal- tan- tar- tas- "
        "tat- taz- taċ- taż- x' x- z- ċ- ż-"
    ),
)
