"""Where a mark that can end a sentence does end one."""

import re

import regex

from workers.text.abbreviations import sentence_goes_on
from workers.text.rules import Rules

# Terminals of Unicode (property Sentence_Terminal) but the full stop and the comma-like Burmese U+104A; the ellipsis;
# the Tibetan double shad. Those of ASCII are ambiguous without a space after them.
_STRONG = "‼⁇⁈⁉؞؟۔܀܁܂߹।॥။።፧፨᙮᠃᠉᥄᥅᪨᪩᪪᪫᭚᭛᭞᭟᰻᰼᱾᱿⸮⸼꓿꘎꘏꛳꛷꡶꡷꣎꣏꤯꧈꧉꩝꩞꩟꫰꫱꯫։។៕༎"
_FULL_WIDTH = "。！？｡．"
_STOPS = f".!?…{_STRONG}{_FULL_WIDTH}"
_EAST_ASIAN_CLOSERS = "」』】）》〉］｝〕"
_CLOSERS = f"\"'”’»›)]}}{_EAST_ASIAN_CLOSERS}"
_OPENERS = "\"'“‘„‚«‹»›([{「『【（《〈［｛〔¿¡–—―•*·…-"
# Scripts that mark no sentence ends: Thai and Lao.
_UNPUNCTUATED = r"\u0e00-\u0eff"
# Letters of Europe end here; what follows is written right after a stop now and then, or always.
_BEYOND_EUROPE = r"\u0590-\U0010ffff"

# ":", ";" and "|" stand for the Armenian full stop, the Greek question mark and the danda on many keyboards; a blank
# or a closing mark may stand before them.
_ARMENIAN, _GREEK, _INDIC = r"\u0531-\u058f", r"\u0370-\u03ff\u1f00-\u1fff", r"\u0900-\u09ff\u0a00-\u0a7f\u0b00-\u0b7f"
_KEYBOARD_STOP = "|".join(
    rf"(?<=[{letters}]{blank}{mark})"
    for letters, mark in ((_ARMENIAN, ":"), (_GREEK, ";"), (_INDIC, r"\|"))
    for blank in ("", r"[\x20)»]")
)

# All in one expression, so that what is surely no end costs no step of Python, and a usual end few. Never from the
# middle of a run of stops, so that a long run is read once, and never at the end, which needs no decision. A footnote mark such as [12] belongs to its sentence, and so
# do the marks that close a quotation in one language and open it in another („so.“ »so.«), where no word touches them.
_ONE_BLANK = rf"[\ \n] (?=[^{re.escape(_OPENERS + _CLOSERS + _STOPS)}\s])"
CANDIDATE = re.compile(
    rf"""
    [{_STOPS}|:;{_UNPUNCTUATED}] (?<![{_STOPS}][{_STOPS}])
    (?: (?<=\.) (?P<period>{_ONE_BLANK})
      | (?<=[{_UNPUNCTUATED}]) (?P<run>[{_UNPUNCTUATED}]*+)
      | (?: (?<=[{_STOPS}]) | {_KEYBOARD_STOP} ) (?P<stops>[{_STOPS}]*+)
        (?: (?P<blank>{_ONE_BLANK})
          | (?P<closers>(?:[{re.escape(_CLOSERS)}]|[“«‹‘](?!\w)|\[\d{{1,4}}\])*+)
            (?: (?= \s | [{_BEYOND_EUROPE}] ) | (?<=[{_FULL_WIDTH}{_EAST_ASIAN_CLOSERS}]) ) ) )
    """,
    re.VERBOSE,
)
# What matched, by the last of its groups: one full stop or other stops, before one blank and a word; the run of a script
# without sentence marks; and all that `sentence_end` decides.
PERIOD, BLANK, RUN = (CANDIDATE.groupindex[name] for name in ("period", "blank", "run"))
SURE = frozenset({PERIOD, BLANK})

_EAST_ASIAN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー々「『（“]")
# The particles that make a quotation part of the sentence around it.
_QUOTING = re.compile("[とっなのをがはにでもや]")
_QUOTES = (("「", "」"), ("『", "』"), ("“", "”"), ("（", "）"))
_OPENING_QUOTE = re.compile(f"[{''.join(opener for opener, _ in _QUOTES)}]")
# A quotation that is longer holds a story of its own, or was never closed.
_LONGEST_QUOTE = 120
_ARABIC_WORD = regex.compile(r"\p{Arabic}{2}")
# French sets off its quotation marks with blanks; others do so by mistake.
_SPACED_CLOSER = re.compile(r"\x20(?:[»”\"]|\[\d{1,4}\])(?=\s|\Z)")
_SPACED_CLOSERS = frozenset('»”"[')
# Bounded, because a text may consist of openers.
_TO_NEXT_WORD = re.compile(rf"[\s{re.escape(_OPENERS)}]{{0,40}}+")


def sentence_end(text: str, stop: re.Match[str], *, start: int, rules: Rules) -> int | None:
    """Return the end of the sentence that began at `start` if this match of CANDIDATE, which has closers, ends it, else None."""
    position, end = stop.span()
    following = text[end : end + 1]
    if following and not following.isspace():
        return end if _ends_without_space(text, stop, start) else None
    end = _with_spaced_closer(text, end, start)
    next_word = _next_word(text, end)
    after = text[next_word : next_word + 1]
    if after and (after in _STOPS or (rules.cased and is_small(text, next_word))):
        return None
    if text[position] == "." and not stop["stops"] and sentence_goes_on(text, position, start, next_word, rules):
        return None
    return end


def is_small(text: str, position: int) -> bool:
    """Tell whether a word in lower case begins here, other than iPhone, and its script has capitals.

    Unicode calls all letters of Georgian lower case.
    """
    letter = text[position : position + 1]
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff" and not text[position + 1 : position + 2].isupper()


def _next_word(text: str, position: int) -> int:
    skipped = _TO_NEXT_WORD.match(text, position)
    return skipped.end() if skipped else position


def _with_spaced_closer(text: str, end: int, start: int) -> int:
    """Include a closing quotation mark or a footnote mark that is set off with a blank."""
    if text[end + 1 : end + 2] not in _SPACED_CLOSERS:
        return end
    closer = _SPACED_CLOSER.match(text, end)
    if closer and not (text[end + 1] == '"' and text.count('"', start, end) % 2 == 0):
        return closer.end()
    return end


def _ends_without_space(text: str, stop: re.Match[str], start: int) -> bool:
    """Tell whether a stop that a visible character follows ends a sentence all the same."""
    mark, after = text[stop.start()], stop.end()
    if mark in _FULL_WIDTH:
        return not ((mark == "．" and text[after].isdecimal()) or _is_quoted(text, stop, start))
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


def _is_quoted(text: str, stop: re.Match[str], start: int) -> bool:
    """Tell whether an East Asian quotation goes on after the stop, or its sentence does: 「本当ですか？」と聞いた。"""
    if stop["closers"]:
        return bool(stop["closers"][-1] in "」』" and _QUOTING.match(text, stop.end()))
    window = max(start, stop.start() - _LONGEST_QUOTE)
    if not _OPENING_QUOTE.search(text, window, stop.start()):
        return False
    for opener, closer in _QUOTES:
        opened = text.rfind(opener, window, stop.start())
        if opened >= 0 and text.find(closer, opened, stop.start()) < 0:
            return True
    return False
