"""Tags: the BCP 47 tag that warraq publishes for each code of pycld2, py3langid and language hints.

ISO 639-1 where it exists, else ISO 639-3. Norwegian is always told apart as `nb` or `nn`, never `no`; Filipino is `tl`;
Chinese is `zh` with the script beside it; Arabic dialects are `ar`; Kurdish in Arabic letters is `ckb`, in Latin `ku`.
"""

_TAGS = {
    "arz": "ar",
    "ary": "ar",
    "bh": "bho",
    "cmn": "zh",
    "ext": "es",
    "fil": "tl",
    "fuv": "ff",
    "gug": "gn",
    "hbo": "he",
    "hmn": "hmn",
    "in": "id",
    "iw": "he",
    "ji": "yi",
    "jw": "jv",
    "kik": "ki",
    "kmr": "ku",
    "mo": "ro",
    "no": "nb",
    "pes": "fa",
    "prs": "fa",
    "sdh": "ckb",
    "sh": "sr",
    "sr-ME": "sr",
    "tw": "ak",
    "uzs": "uz",
    "wuu": "zh",
    "yue": "zh",
    "zh-Hant": "zh",
}
# Codes that are no language of today's texts: cld2's jokes and markers, and ancient tongues that only quote each other.
_REFUSED = frozenset({"un", "tlh", "xxx", "zzb", "zze", "zzh", "zzp", "ie", "vo", "grc"})


def published_tag(code: str, *, script: str) -> str | None:
    """Return the tag for a detector's code in a text of this script, or None for a code that is no answer."""
    if code in _REFUSED or code.startswith("xx-"):
        return None
    if code == "ku" and script == "Arab":
        return "ckb"
    return _TAGS.get(code, code)


def hinted_tag(hint: str | None, *, script: str) -> str | None:
    """Return the tag that a declared language such as `ar-SY`, `zh_TW` or `no` stands for in a text of this script."""
    if not hint:
        return None
    return published_tag(hint.replace("_", "-").split("-")[0].lower(), script=script)
