"""Mongolian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="mn",
    abbreviations=words("а акад б баг г гэх д док ж ж.нь жнь зг л м н о оха п проф р с т т.х у х хур ц ч ш"),
    closing=words("км он сая тэрбум"),
    final=words("г.м гм гэх.мэт мэт"),
    numeric=words("дугаар зүйл тал утас х хуудас"),
    starters=words(
        "ба байгаа байна байсан би бид бол болон бүх бөгөөд гэвч гэж гэсэн гэхдээ дээр ер ийм ингэж мөн нь нэг одоо "
        "ойролцоо тийм тэгвэл тэд тэр түүний уг харин хоёр хэдий хэн хэрэв хүн эдгээр энэ юм юу яагаад өөр"
    ),
)
