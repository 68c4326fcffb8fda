"""Where a mark that can end a sentence does end one."""

import re

import regex

from workers.text.abbreviations import Rules, sentence_goes_on

# Terminals of Unicode (property Sentence_Terminal) but the full stop and the comma-like Burmese U+104A; the ellipsis;
# the Tibetan double shad. Those of ASCII are ambiguous without a space after them.
_STRONG = "‼⁇⁈⁉؞؟۔܀܁܂߹।॥။።፧፨᙮᠃᠉᥄᥅᪨᪩᪪᪫᭚᭛᭞᭟᰻᰼᱾᱿⸮⸼꓿꘎꘏꛳꛷꡶꡷꣎꣏꤯꧈꧉꩝꩞꩟꫰꫱꯫։។៕༎"
_FULL_WIDTH = "。！？｡．"
_STOPS = f".!?…{_STRONG}{_FULL_WIDTH}"
_CLOSERS = "\"'”’»›)]}」』】）》〉］｝〕"
_OPENERS = "\"'“‘„‚«‹»›([{「『【（《〈［｛〔¿¡–—―•*·…-"

# "|", ":" and ";" stand for the danda, the Armenian full stop and the Greek question mark on many keyboards.
# A footnote mark such as [12] belongs to the sentence before it.
STOP = re.compile(rf"(?P<mark>[{_STOPS}|:;])[{_STOPS}]*+(?P<closers>(?:[{re.escape(_CLOSERS)}]|\[\d{{1,4}}\])*+)")
_KEYBOARD_STOPS = {
    "|": regex.compile(r"[\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Oriya}]"),
    ":": regex.compile(r"\p{Armenian}"),
    ";": regex.compile(r"\p{Greek}"),
}

_EAST_ASIAN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー々「『（“]")
# The particles that make a quotation part of the sentence around it.
_QUOTING = re.compile("[とっなのをがはにでもや]")
_QUOTES = (("「", "」"), ("『", "』"), ("“", "”"), ("（", "）"))
# A quotation that is longer holds a story of its own, or was never closed.
_LONGEST_QUOTE = 120
_ARABIC_WORD = regex.compile(r"\p{Arabic}{2}")
# French sets off its quotation marks with blanks; others do so by mistake.
_SPACED_CLOSER = re.compile(r"\x20(?:[»”\"]|\[\d{1,4}\])(?=\s|\Z)")
# Bounded, because a text may consist of openers.
_TO_NEXT_WORD = re.compile(rf"[\s{re.escape(_OPENERS)}]{{0,40}}+")


def sentence_end(text: str, stop: re.Match[str], *, start: int, rules: Rules) -> int | None:
    """Return the end of the sentence that began at `start` if this match of STOP ends it, else None."""
    mark, end = stop["mark"], _with_spaced_closer(text, stop.end())
    if mark in _KEYBOARD_STOPS and not _KEYBOARD_STOPS[mark].search(text, max(start, stop.start() - 2), stop.start()):
        return None
    following = text[end : end + 1]
    if following and not following.isspace():
        return end if _ends_without_space(text, stop) else None
    next_word = _next_word(text, end)
    after = text[next_word : next_word + 1]
    if after and (after in _STOPS or (rules.cased and after.islower())):
        return None
    if mark != "." or stop.end("closers") - stop.start() > 1 + len(stop["closers"]):
        return end
    goes_on = sentence_goes_on(text, stop.start(), start=start, following=next_word, rules=rules)
    return None if goes_on else end


def _next_word(text: str, position: int) -> int:
    skipped = _TO_NEXT_WORD.match(text, position)
    return skipped.end() if skipped else position


def _with_spaced_closer(text: str, end: int) -> int:
    """Include a closing quotation mark or a footnote mark that is set off with a blank."""
    closer = _SPACED_CLOSER.match(text, end)
    return closer.end() if closer else end


def _ends_without_space(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a stop that a visible character follows ends a sentence all the same."""
    mark, after = stop["mark"], stop.end()
    if mark in _FULL_WIDTH:
        return not ((mark == "．" and text[after].isdecimal()) or _is_quoted(text, stop))
    if mark in "!?…":
        if _EAST_ASIAN.match(text, after):
            return True
    elif mark in _STRONG:
        return stop.start() >= 2 and text[stop.start() - 2 : stop.start()].isalpha() and text[after].isalpha()
    return bool(
        mark in ".!?؟۔"
        and stop.start() >= 2
        and _ARABIC_WORD.match(text, stop.start() - 2)
        and _ARABIC_WORD.match(text, after)
    )


def _is_quoted(text: str, stop: re.Match[str]) -> bool:
    """Tell whether an East Asian quotation goes on after the stop, or its sentence does: 「本当ですか？」と聞いた。"""
    if stop["closers"]:
        return bool(stop["closers"][-1] in "」』" and _QUOTING.match(text, stop.end()))
    window = max(0, stop.start() - _LONGEST_QUOTE)
    return any(
        text.rfind(opener, window, stop.start()) > text.rfind(closer, window, stop.start())
        for opener, closer in _QUOTES
    )
