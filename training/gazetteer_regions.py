"""First-level regions of large countries, which GeoNames' list of cities does not hold; they are named, not linked."""

# country -> regions, parted by commas; spellings of one region by =
REGIONS: dict[str, str] = {
    "IN": "Kerala=केरल, Punjab=पंजाब, Bihar=बिहार, Uttar Pradesh=उत्तर प्रदेश, Uttarakhand=उत्तराखण्ड=उत्तराखंड, Rajasthan=राजस्थान, "
    "Gujarat=गुजरात, Maharashtra=महाराष्ट्र, Karnataka=कर्नाटक, Tamil Nadu=तमिलनाडु, Andhra Pradesh=आन्ध्रप्रदेश=आंध्र प्रदेश, "
    "Telangana=तेलंगाना, Odisha=ओडिशा=उड़ीसा, West Bengal=पश्चिम बंगाल, Assam=असम, Jharkhand=झारखंड, Chhattisgarh=छत्तीसगढ़, "
    "Madhya Pradesh=मध्य प्रदेश, Haryana=हरियाणा, Himachal Pradesh=हिमाचल प्रदेश, Sikkim=सिक्किम, Manipur=मणिपुर, Mizoram=मिज़ोरम, "
    "Nagaland=नागालैंड, Tripura=त्रिपुरा, Meghalaya=मेघालय, Arunachal Pradesh=अरुणाचल प्रदेश, Ladakh=लद्दाख",
    "PK": "Sindh=سندھ, Balochistan=بلوچستان, Khyber Pakhtunkhwa=خیبر پختونخوا, Gilgit-Baltistan=گلگت بلتستان",
    "CN": "Guangdong=广东=廣東, Jiangsu=江苏=江蘇, Zhejiang=浙江, Shandong=山东=山東, Henan=河南, Hebei=河北, Hunan=湖南, Hubei=湖北, "
    "Sichuan=四川, Yunnan=云南=雲南, Guizhou=贵州=貴州, Guangxi=广西=廣西, Fujian=福建, Jiangxi=江西, Anhui=安徽, Shanxi=山西, Shaanxi=陕西=陝西, "
    "Gansu=甘肃=甘肅, Qinghai=青海, Xinjiang=新疆=شينجيانغ=Синьцзян, Liaoning=辽宁=遼寧, Jilin=吉林, Heilongjiang=黑龙江=黑龍江, "
    "Hainan=海南, Inner Mongolia=内蒙古=內蒙古, Ningxia=宁夏=寧夏",
    "CA": "Ontario, Quebec=Québec=كيبيك=Квебек, British Columbia=Colombie-Britannique, Alberta, Manitoba, Saskatchewan, "
    "Nova Scotia=Новая Шотландия, New Brunswick, Newfoundland, Prince Edward Island, Yukon, Nunavut, Northwest Territories",
    "AU": "New South Wales, Queensland=كوينزلاند, South Australia, Western Australia, Tasmania, Northern Territory",
    "DE": "Baden-Württemberg, Nordrhein-Westfalen=North Rhine-Westphalia, Hessen=Hesse, Sachsen=Saxony, Niedersachsen=Lower Saxony, "
    "Rheinland-Pfalz=Rhineland-Palatinate, Schleswig-Holstein, Brandenburg, Sachsen-Anhalt=Saxony-Anhalt, Thüringen=Thuringia, "
    "Mecklenburg-Vorpommern, Saarland",
    "AT": "Tirol=Tyrol, Steiermark=Styria, Kärnten=Carinthia, Vorarlberg, Oberösterreich, Niederösterreich, Burgenland",
    "FR": "Bretagne=Brittany, Normandie=Normandy=Нормандия, Alsace, Lorraine, Provence, Bourgogne=Burgundy, Aquitaine, Occitanie, "
    "Auvergne, Picardie, Corse=Corsica=كورسيكا, Île-de-France",
    "ES": "Andalucía=Andalusia=Andalousie=الأندلس, Galicia, Asturias, Cantabria, Navarra, Aragón=Aragon, Extremadura, País Vasco=Euskadi=Basque "
    "Country, Castilla-La Mancha, Castilla y León, Islas Baleares=Balearic Islands, Islas Canarias=Canary Islands=جزر الكناري",
    "IT": "Lombardia=Lombardy, Piemonte=Piedmont, Toscana=Tuscany=Toskana, Sicilia=Sicily=Sicile=Sizilien=صقلية=Сицилия, Sardegna=Sardinia=سردينيا, "
    "Puglia=Apulia, Calabria, Veneto, Liguria, Emilia-Romagna, Umbria, Abruzzo, Campania, Basilicata",
    "GB": "Yorkshire, Cornwall, Sussex, Essex, Surrey, Devon, Dorset, Lancashire, Cumbria, Ulster",
    "RU": "Tatarstan=Татарстан=تتارستان, Bashkortostan=Башкортостан, Dagestan=Дагестан=داغستان, Ingushetia=Ингушетия=إنغوشيا, "
    "Yakutia=Якутия, Buryatia=Бурятия, Karelia=Карелия=Karjala, North Ossetia=Северная Осетия, Kamchatka=Камчатка, Sakhalin=Сахалин, "
    "Ural=Урал, Kuban=Кубань, Приморье, Подмосковье",
    "GE": "Abkhazia=Абхазия=أبخازيا=Abhazija, South Ossetia=Южная Осетия=أوسيتيا الجنوبية=Južna Osetija",
    "RS": "Vojvodina=Војводина",
    "BA": "Republika Srpska=Република Српска, BiH, Herzegovina=Hercegovina",
    "RO": "Transylvania=Transilvania=Erdély=Siebenbürgen",
    "SE": "Skåne=Scania, Västergötland, Dalarna, Norrbotten, Värmland, Småland",
    "NO": "Finnmark, Nordland, Hordaland, Rogaland, Telemark, Hedmark, Oppland, Svalbard",
    "FI": "Lappi=Lapland, Pohjanmaa, Ahvenanmaa=Åland",
    "DK": "Jylland=Jutland, Sjælland=Zealand, Fyn, Bornholm",
    "NL": "Noord-Holland, Zuid-Holland, Noord-Brabant, Gelderland, Limburg, Friesland, Overijssel, Zeeland, Drenthe, Flevoland",
    "BE": "Vlaanderen=Flanders=Flandre, Wallonie=Wallonia=Wallonië",
    "BR": "Minas Gerais, Bahia, Paraná, Santa Catarina, Rio Grande do Sul, Pernambuco, Ceará, Goiás, Mato Grosso, Amazonas, Maranhão, Pará, "
    "Espírito Santo, Sergipe, Alagoas, Piauí, Rondônia, Roraima, Tocantins",
    "PT": "Algarve, Alentejo, Açores=Azores, Madeira",
    "MX": "Jalisco, Yucatán, Chiapas, Sinaloa, Sonora, Tabasco, Michoacán, Nuevo León, Baja California, Tamaulipas, Quintana Roo",
    "ID": "Jawa Barat=West Java, Jawa Tengah=Central Java, Jawa Timur=East Java, Sumatera=Sumatra=سومطرة, Sulawesi, Kalimantan, Aceh, Bali, "
    "Jawa=Java, Papua, Maluku, Borneo",
    "JP": "Hokkaido=北海道=Hokkaidō, Honshu=本州, Kyushu=九州, Shikoku=四国, Okinawa=沖縄, 神奈川, 埼玉, 愛知, 兵庫, 茨城, 栃木, 群馬",
    "KR": "경기도=경기, 강원도=강원, 충청남도, 충청북도, 전라남도, 전라북도, 경상남도, 경상북도, 제주도=Jeju",
    "TR": "Anadolu=Anatolia=الأناضول=Anatolien=Анатолия, Trakya=Thrace",
    "GR": "Κρήτη=Crete=Crète=Kreta=كريت=Крит, Πελοπόννησος=Peloponnese",
    "UA": "Volhynia=Волинь, Закарпаття=Zakarpattia, Галичина, Полтавщина",
    "SD": "Darfur=دارفور=Дарфур, كردفان=Kordofan",
    "ET": "Tigray=تيغراي=Тыграй, Oromia, Amhara",
    "IQ": "الأنبار=Anbar, ديالى=Diyala, نينوى=Nineveh, صلاح الدين=Saladin",
    "SY": "الجزيرة السورية, الغوطة الشرقية=الغوطة=Eastern Ghouta, جبل العرب, حوران=Hauran",
    "LB": "البقاع=Bekaa=Bekaa Valley, جبل لبنان=Mount Lebanon",
    "LY": "برقة=Cyrenaica, فزان=Fezzan",
    "YE": "حضرموت=Hadhramaut",
    "SO": "Puntland=بونتلاند, Somaliland=صوماليلاند=أرض الصومال",
    "CD": "Katanga, North Kivu, South Kivu, Kivu",
    "NG": "Biafra, Borno, Kaduna State",
    "ZA": "Gauteng, KwaZulu-Natal, Western Cape, Eastern Cape, Limpopo, Mpumalanga",
}
