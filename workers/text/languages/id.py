"""Indonesian."""

from workers.text.languages.facts import LanguageFacts, words

FACTS = LanguageFacts(
    code="id",
    abbreviations=words(
        "a.n bpk brigjen cet d.a dr dra drs ed gen h hj hlm ir jend jl jln kab kec kel kep kh kol letjen letkol "
        "mayjen mis ny prof prov red s.d sdr sdri st terj tgl tn u.b u.p yth"
    ),
    closing=words("co inc ltd m.a m.hum m.sc m.si m.t ph.d s.ag s.e s.h s.pd s.sos s.t saw sh swt tbk"),
    numeric=words("agt apr bab des feb gbr h hal hlm jan jld jul jun mar no nov okt pasal ps sep telp tgl vol"),
    starters=words(
        "ada adalah akan anda atau bahwa bisa dalam dan dapat dari dengan di dia ia ini itu jika juga kami karena ke "
        "ketika kita menurut mereka namun oleh pada para saya sebagai sebelum setelah sudah telah tetapi tidak untuk "
        "yang"
    ),
)
